package org.feedwright.page;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.http.CommonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * All feeds as a subscription list (<a href="http://opml.org/spec2.opml">OPML 2.0</a>), which readers import.
 * It has no date, for nothing that is stored says when the list became what it is; its hash is its validator.
 */
@Controller
class SubscriptionList {
    static final String MEDIA_TYPE = "text/x-opml";

    private final Feeds feeds;
    private final Pages pages;

    SubscriptionList(Feeds feeds, Pages pages) {
        this.feeds = feeds;
        this.pages = pages;
    }

    @RequestMapping(
            path = Addresses.SUBSCRIPTIONS,
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer list() throws XMLStreamException {
        return Pages.list(MEDIA_TYPE + ";charset=UTF-8", opml(pages.title(), feeds.all()))
                .with(CommonFields.ANY_ORIGIN);
    }

    private byte[] opml(String title, List<Feed> all) throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        xml.writeStartElement("head");
        xml.writeStartElement("title");
        xml.writeCharacters(title);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("body");
        for (var feed : all) {
            outline(xml, feed);
        }
        xml.writeEndDocument();
        xml.flush();
        return bytes.toByteArray();
    }

    /**
     * "type" is rss whatever the format: "a subscription list … MUST have" it (OPML 2.0, "Subscription lists").
     * "version" is left out: its values are those of RSS, and the address is that of Atom.
     */
    private void outline(XMLStreamWriter xml, Feed feed) throws XMLStreamException {
        var definition = feed.definition();
        var addresses = feeds.addresses();
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", definition.title());
        xml.writeAttribute("title", definition.title());
        attribute(xml, "description", definition.description().subtitle());
        attribute(xml, "language", definition.language());
        xml.writeAttribute(
                "htmlUrl",
                definition.description().home() != null
                        ? definition.description().home()
                        : addresses.feed(feed.name()));
        xml.writeAttribute("xmlUrl", addresses.document(feed.name(), FeedFormat.ATOM.extension()));
    }

    private static void attribute(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, value);
        }
    }
}
