package org.feedwright.document;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.FeedDefinition;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Renders a feed as RSS 2.0 (<a href="https://www.rssboard.org/rss-specification">specification</a>, <a
 * href="https://www.rssboard.org/rss-profile">Best Practices Profile</a>), with the content, Dublin Core and Atom
 * namespaces.
 */
final class RssRenderer {
    private RssRenderer() {}

    static byte[] render(Selection selection, String self, List<EntryMarkup> entries) {
        var definition = selection.feed().definition();
        var channel = new Channel("rss_2.0");
        channel.setTitle(selection.title());
        channel.setLink(selection.home());
        channel.setDescription(RssElements.description(selection));
        channel.setLanguage(definition.language());
        channel.setCopyright(definition.description().rights());
        channel.setPubDate(latest(selection));
        channel.setLastBuildDate(Date.from(selection.updated()));
        channel.setGenerator("Feedwright");
        channel.setCategories(categories(definition.description().categories()));
        if (definition.delivery().ttl() != null) {
            channel.setTtl(Math.max(1, (int) definition.delivery().ttl().toMinutes()));
        }
        String picture = Pictures.forRss(selection);
        if (picture != null) {
            channel.setImage(image(selection, picture));
        }
        var markup = links(selection, self);
        var podcast = selection.podcast();
        if (podcast != null) {
            markup.addAll(PodcastMarkup.channel(selection, podcast));
        }
        channel.setForeignMarkup(markup);
        channel.setItems(entries.stream()
                .map(each -> each.isKnown() ? new Item() : item(each.entry(), definition))
                .toList());

        var document = XmlDocument.of(channel);
        var element = document.getRootElement().getChild("channel");
        Archives.sign(element, selection);
        XmlDocument.declare(
                document.getRootElement(),
                AtomRenderer.ATOM,
                XmlDocument.CONTENT,
                XmlDocument.DUBLIN_CORE,
                MediaMarkup.MEDIA);
        if (definition.podcast() != null) {
            XmlDocument.declare(document.getRootElement(), PodcastMarkup.ITUNES, PodcastMarkup.PODCAST);
        }
        return XmlDocument.bytes(document, element.getChildren("item"), entries);
    }

    private static Item item(Entry entry, FeedDefinition feed) {
        var item = new Item();
        item.setLink(entry.link());
        item.setGuid(guid(entry.statedId()));
        item.setPubDate(Date.from(entry.published()));
        item.setCategories(categories(entry.categories()));
        item.setModules(List.of(RssElements.dublinCore(entry, feed)));
        String description = entry.summary() != null ? entry.summary() : entry.content();
        if (description != null) {
            item.setDescription(RssElements.description(description));
        }
        // "All elements of an item are optional, however at least one of title or description must be present."
        if (!entry.title().isEmpty() || description == null) {
            item.setTitle(entry.heading());
        }
        if (entry.content() != null) {
            item.setContent(RssElements.content(entry.content()));
        }
        // Further files follow as Media RSS: "an item SHOULD NOT contain more than one enclosure" (Profile,
        // "enclosure").
        item.setEnclosures(
                entry.enclosures().stream().limit(1).map(RssRenderer::enclosure).toList());
        var markup = new ArrayList<Element>();
        markup.add(updated(entry.updated()));
        markup.addAll(MediaMarkup.image(entry));
        markup.addAll(MediaMarkup.files(entry.enclosures().stream().skip(1).toList()));
        if (feed.podcast() != null) {
            markup.addAll(PodcastMarkup.item(entry));
        }
        item.setForeignMarkup(markup);
        return item;
    }

    /**
     * "The publication date for the content in the channel" (pubDate), which SmartNews demands: the date of the entry
     * that was published last; null where there is none.
     */
    private static @Nullable Date latest(Selection selection) {
        return selection.entries().stream()
                .map(Entry::published)
                .max(Comparator.naturalOrder())
                .map(Date::from)
                .orElse(null);
    }

    private static Guid guid(String id) {
        var guid = new Guid();
        guid.setValue(id);
        guid.setPermaLink(false);
        return guid;
    }

    private static Enclosure enclosure(org.feedwright.article.Enclosure enclosure) {
        var rss = new Enclosure();
        rss.setUrl(enclosure.url());
        rss.setType(enclosure.type());
        rss.setLength(enclosure.length());
        return rss;
    }

    private static Image image(Selection selection, String logo) {
        var image = RssElements.image(selection, logo);
        // ROME 2.1 writes -1 for a length that is not known, unless it is told so.
        image.setWidth(null);
        image.setHeight(null);
        return image;
    }

    private static List<Category> categories(List<org.feedwright.article.Category> categories) {
        return categories.stream()
                .map(category -> {
                    var rss = new Category();
                    rss.setValue(category.name());
                    return rss;
                })
                .toList();
    }

    private static List<Element> links(Selection selection, String self) {
        var links = new ArrayList<Element>();
        links.add(link("self", self).setAttribute("type", FeedFormat.RSS.mediaType()));
        selection.feed().definition().delivery().hubs().forEach(hub -> links.add(link("hub", hub)));
        Archives.links(selection, FeedFormat.RSS)
                .forEach((relation, address) ->
                        links.add(link(relation, address).setAttribute("type", FeedFormat.RSS.mediaType())));
        return links;
    }

    private static Element link(String rel, String href) {
        return new Element("link", AtomRenderer.ATOM).setAttribute("rel", rel).setAttribute("href", href);
    }

    private static Element updated(Instant updated) {
        return new Element("updated", AtomRenderer.ATOM)
                .setText(updated.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
