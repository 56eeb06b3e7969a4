package org.feedwright.page;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.HttpDate;
import org.feedwright.timeline.PublishedPages;
import org.feedwright.timeline.PublishedPages.Page;
import org.feedwright.timeline.PublishedPages.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every page for search engines (<a href="https://www.sitemaps.org/protocol.html">the protocol of
 * sitemaps</a>): a list of parts, of which the first names the front page and the feeds' pages and each other
 * one a thousand places of a feed. Only what is visible is in it, and what is scheduled from its time on.
 *
 * <p>It is made anew each time, so that its hash can be its validator; a part costs as much however many
 * there are.
 */
@Controller
class Sitemap {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String FEEDS = "feeds";

    /** "Each Sitemap file … must have no more than 50,000 URLs"; of articles' pages there are far fewer in one. */
    private static final int MOST = 50_000;

    private final Feeds feeds;
    private final PublishedPages published;
    private final InstantSource clock;
    private final Pages pages;

    Sitemap(Feeds feeds, PublishedPages published, InstantSource clock, Pages pages) {
        this.feeds = feeds;
        this.published = published;
        this.clock = clock;
        this.pages = pages;
    }

    @RequestMapping(
            path = "/sitemap.xml",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer parts() {
        var modified = published.modified();
        var addresses = Stream.concat(
                        Stream.of(FEEDS),
                        published.parts().stream().limit(MOST - 1L).map(part -> part.feed() + "-" + part.number()))
                .map(feeds.addresses()::sitemap)
                .map(address -> new Line(address, null));
        return answer(render("sitemapindex", "sitemap", addresses), modified);
    }

    @RequestMapping(
            path = "/sitemap-" + FEEDS + ".xml",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer feeds() {
        var modified = published.modified();
        var addresses = feeds.addresses();
        var lines = Stream.concat(
                        Stream.of(addresses.home()),
                        feeds.all().stream().limit(MOST - 1L).map(feed -> addresses.feed(feed.name())))
                .map(address -> new Line(address, null));
        return answer(render("urlset", "url", lines), modified);
    }

    @RequestMapping(
            path = "/sitemap-{feed:[a-z0-9-]+}-{number:[1-9][0-9]*}.xml",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer part(@PathVariable String feed, @PathVariable String number) {
        if (!FeedName.isValid(feed) || number.length() > 8) {
            return pages.missing();
        }
        var part = new Part(new FeedName(feed), Integer.parseInt(number));
        Optional<Instant> modified = published.modified(part.feed());
        return modified.flatMap(_ -> published.pages(part))
                .map(found -> render("urlset", "url", found.stream().map(Line::of)))
                .map(xml -> answer(xml, modified.orElseThrow()))
                .orElseGet(pages::missing);
    }

    /** @param updated null where that is not said */
    private record Line(String address, @Nullable Instant updated) {
        static Line of(Page page) {
            return new Line(page.address(), page.updated());
        }
    }

    /** What was changed within this second is not dated yet, for it may be changed once more. */
    private Answer answer(byte[] xml, Instant modified) {
        var answer = Pages.list("application/xml;charset=UTF-8", xml);
        return modified.isAfter(clock.instant())
                ? answer
                : answer.with(new Field("Last-Modified", HttpDate.format(modified)));
    }

    private static byte[] render(String root, String element, Stream<Line> lines) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            for (var line : lines.toList()) {
                xml.writeStartElement(element);
                text(xml, "loc", line.address());
                if (line.updated() != null) {
                    text(
                            xml,
                            "lastmod",
                            line.updated().truncatedTo(ChronoUnit.SECONDS).toString());
                }
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing in a site's map can be refused", e);
        }
        return bytes.toByteArray();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
