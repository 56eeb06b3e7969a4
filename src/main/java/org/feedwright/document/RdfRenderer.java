package org.feedwright.document;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.module.DCSubjectImpl;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.module.SyModuleImpl;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.feedwright.article.Category;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.FeedDefinition;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Renders a feed as RSS 1.0 (<a href="https://web.resource.org/rss/1.0/spec">specification</a>) with its Dublin Core,
 * content and syndication modules. RSS 1.0 is RDF, which only has statements about resources. Atom links, which RSS 2.0
 * borrows, have no place in it, so hubs and archives are named in the HTTP header alone, and enclosures nowhere.
 *
 * <p>An entry's {@code rdf:about} is its id. It "should be identical to the value of the link" only "if possible":
 * readers take it for the guid, a link may change, and two entries may share one.
 */
final class RdfRenderer {
    private static final Namespace RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final Namespace RSS = Namespace.getNamespace("http://purl.org/rss/1.0/");
    private static final Namespace TERMS = Namespace.getNamespace("dcterms", "http://purl.org/dc/terms/");

    private RdfRenderer() {}

    static byte[] render(Selection selection, String self, List<EntryMarkup> entries) {
        var definition = selection.feed().definition();
        var channel = new Channel("rss_1.0");
        channel.setUri(self);
        channel.setTitle(selection.title());
        channel.setLink(selection.home());
        channel.setDescription(RssElements.description(selection));
        channel.setModules(modules(selection));
        String picture = Pictures.forRss(selection);
        if (picture != null) {
            channel.setImage(RssElements.image(selection, picture));
        }
        channel.setItems(entries.stream()
                .map(each -> each.isKnown() ? known(each.entry()) : item(each.entry(), definition))
                .toList());

        var document = XmlDocument.of(channel);
        var root = document.getRootElement();
        complete(root);
        Archives.sign(root.getChild("channel", RSS), selection);
        XmlDocument.declare(root, XmlDocument.CONTENT, XmlDocument.DUBLIN_CORE, TERMS);
        return XmlDocument.bytes(document, root.getChildren("item", RSS), entries);
    }

    /** The fields that the list of items and ROME need of an item whose markup is known already. */
    private static Item known(Entry entry) {
        var item = new Item();
        item.setUri(entry.id().value());
        item.setTitle(entry.heading());
        item.setLink(entry.link());
        return item;
    }

    private static Item item(Entry entry, FeedDefinition feed) {
        var item = known(entry);
        String html = entry.summary() != null ? entry.summary() : entry.content();
        if (html != null) {
            item.setDescription(RssElements.description(html));
        }
        if (entry.content() != null) {
            item.setContent(RssElements.content(entry.content()));
        }
        item.setModules(List.of(dublinCore(entry, feed)));
        item.setForeignMarkup(
                List.of(new Element("modified", TERMS).setText(JsonFeedRenderer.seconds(entry.updated()))));
        return item;
    }

    private static DCModule dublinCore(Entry entry, FeedDefinition feed) {
        var dublinCore = RssElements.dublinCore(entry, feed);
        dublinCore.setDate(Date.from(entry.published()));
        dublinCore.setSubjects(subjects(entry.categories()));
        return dublinCore;
    }

    private static List<com.rometools.rome.feed.module.Module> modules(Selection selection) {
        var definition = selection.feed().definition();
        var dublinCore = new DCModuleImpl();
        dublinCore.setDate(Date.from(selection.updated()));
        dublinCore.setLanguage(definition.language());
        dublinCore.setRights(definition.description().rights());
        dublinCore.setSubjects(subjects(definition.description().categories()));
        var modules = new ArrayList<com.rometools.rome.feed.module.Module>();
        modules.add(dublinCore);
        if (definition.delivery().ttl() != null) {
            modules.add(syndication(definition.delivery().ttl()));
        }
        return modules;
    }

    private static List<DCSubject> subjects(List<Category> categories) {
        return categories.stream()
                .<DCSubject>map(category -> {
                    var subject = new DCSubjectImpl();
                    subject.setValue(category.name());
                    return subject;
                })
                .toList();
    }

    /**
     * States the {@code ttl} in the words of the syndication module, "how many updates in relation to the update
     * period": never more often than the publisher asks for.
     */
    private static SyModule syndication(Duration ttl) {
        long minutes = Math.max(1, ttl.toMinutes());
        var syndication = new SyModuleImpl();
        if (minutes <= Duration.ofHours(1).toMinutes()) {
            syndication.setUpdatePeriod(SyModule.HOURLY);
            syndication.setUpdateFrequency((int) (Duration.ofHours(1).toMinutes() / minutes));
        } else if (minutes <= Duration.ofDays(1).toMinutes()) {
            syndication.setUpdatePeriod(SyModule.DAILY);
            syndication.setUpdateFrequency((int) (Duration.ofDays(1).toMinutes() / minutes));
        } else {
            syndication.setUpdatePeriod(SyModule.WEEKLY);
            syndication.setUpdateFrequency((int) Math.max(1, Duration.ofDays(7).toMinutes() / minutes));
        }
        return syndication;
    }

    /**
     * Adds what ROME 2.1 leaves out: the list of items where it is empty, and the resource that the image is (§5.4).
     */
    private static void complete(Element rdf) {
        var channel = rdf.getChild("channel", RSS);
        if (channel.getChild("items", RSS) == null) {
            channel.addContent(new Element("items", RSS).addContent(new Element("Seq", RDF)));
        }
        var image = rdf.getChild("image", RSS);
        if (image != null) {
            String address = image.getChildText("url", RSS);
            image.setAttribute("about", address, RDF);
            channel.addContent(new Element("image", RSS).setAttribute("resource", address, RDF));
        }
    }
}
