package org.feedwright.document;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.feedwright.article.Person;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.FeedDefinition;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Renders a feed as Atom (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>). */
final class AtomRenderer {
    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

    private AtomRenderer() {}

    static byte[] render(Selection selection, String self, List<EntryMarkup> entries) {
        var definition = selection.feed().definition();
        var feed = new Feed("atom_1.0");
        feed.setId(selection.id());
        feed.setTitleEx(text(selection.title()));
        if (definition.description().subtitle() != null) {
            feed.setSubtitle(text(definition.description().subtitle()));
        }
        feed.setUpdated(Date.from(selection.updated()));
        feed.setAuthors(List.of(author(selection)));
        feed.setRights(definition.description().rights());
        feed.setIcon(definition.description().icon());
        feed.setLogo(Pictures.logo(selection));
        feed.setGenerator(generator());
        feed.setCategories(categories(definition.description().categories()));
        feed.setOtherLinks(links(selection, self));
        feed.setEntries(entries.stream()
                .map(each ->
                        each.isKnown() ? new com.rometools.rome.feed.atom.Entry() : entry(each.entry(), definition))
                .toList());

        var document = XmlDocument.of(feed);
        var root = document.getRootElement();
        Archives.sign(root, selection);
        putBeforeEntries(root, Tombstones.elements(selection));
        XmlDocument.declare(root, MediaMarkup.MEDIA);
        addLanguages(root, definition.language(), selection.entries());
        return XmlDocument.bytes(document, root.getChildren("entry", root.getNamespace()), entries);
    }

    /** Puts extension elements before the entries, which come last in the grammar of a feed (§4.1.1, appendix B). */
    private static void putBeforeEntries(Element feed, List<Element> extensions) {
        var first = feed.getChild("entry", feed.getNamespace());
        feed.addContent(first == null ? feed.getContentSize() : feed.indexOf(first), extensions);
    }

    private static com.rometools.rome.feed.atom.Entry entry(Entry entry, FeedDefinition feed) {
        var atom = new com.rometools.rome.feed.atom.Entry();
        atom.setId(entry.id().value());
        atom.setTitleEx(text(entry.heading()));
        atom.setPublished(Date.from(entry.published()));
        atom.setUpdated(Date.from(entry.updated()));
        atom.setAuthors(entry.authors().stream().map(AtomRenderer::person).toList());
        atom.setCategories(categories(entry.categories()));
        // Without rights of its own, the feed's apply to an entry (§4.2.10).
        atom.setRights(Objects.equals(entry.rights(), feed.description().rights()) ? null : entry.rights());
        atom.setAlternateLinks(List.of(link("alternate", entry.link(), "text/html")));
        atom.setOtherLinks(entry.enclosures().stream()
                .map(enclosure -> {
                    var link = link("enclosure", enclosure.url(), enclosure.type());
                    link.setLength(enclosure.length());
                    link.setTitle(enclosure.title());
                    return link;
                })
                .toList());
        if (entry.source() != null) {
            atom.setSource(source(entry.source(), entry));
        }
        atom.setForeignMarkup(MediaMarkup.image(entry));
        if (entry.summary() != null) {
            atom.setSummary(html(entry.summary()));
        }
        if (entry.content() != null) {
            atom.setContents(List.of(html(entry.content())));
        }
        return atom;
    }

    /**
     * The feed that an entry comes from (§4.2.11). Its {@code updated} is the entry's, so that it never changes by
     * itself.
     */
    private static Feed source(org.feedwright.feed.Feed feed, Entry entry) {
        var source = new Feed("atom_1.0");
        source.setId(feed.id());
        source.setTitleEx(text(feed.definition().title()));
        source.setUpdated(Date.from(entry.updated()));
        return source;
    }

    /**
     * The author of a feed: "atom:feed elements MUST contain one or more atom:author elements, unless all of the
     * atom:feed element's child atom:entry elements contain at least one" (§4.1.1). Where nobody is named, it is the
     * feed's title.
     */
    private static SyndPerson author(Selection selection) {
        var definition = selection.feed().definition();
        return person(definition.author() != null ? definition.author() : Person.named(definition.title()));
    }

    private static SyndPerson person(Person person) {
        var atom = new com.rometools.rome.feed.atom.Person();
        atom.setName(person.name());
        atom.setEmail(person.email());
        atom.setUri(person.uri());
        return atom;
    }

    private static List<Category> categories(List<org.feedwright.article.Category> categories) {
        return categories.stream()
                .map(category -> {
                    var atom = new Category();
                    atom.setTerm(category.name());
                    return atom;
                })
                .toList();
    }

    private static List<Link> links(Selection selection, String self) {
        var links = new ArrayList<Link>();
        links.add(link("self", self, FeedFormat.ATOM.mediaType()));
        links.add(link("alternate", selection.home(), "text/html"));
        Archives.links(selection, FeedFormat.ATOM)
                .forEach((relation, address) -> links.add(link(relation, address, FeedFormat.ATOM.mediaType())));
        selection.feed().definition().delivery().hubs().forEach(hub -> links.add(link("hub", hub, null)));
        return links;
    }

    private static Link link(String rel, String href, @Nullable String type) {
        var link = new Link();
        link.setRel(rel);
        link.setHref(href);
        link.setType(type);
        return link;
    }

    private static Content text(String text) {
        return content(Content.TEXT, text);
    }

    private static Content html(String html) {
        return content(Content.HTML, html);
    }

    private static Content content(String type, String value) {
        var content = new Content();
        content.setType(type);
        content.setValue(value);
        return content;
    }

    /** The generator without a version, because readers need not hear of an upgrade. */
    private static Generator generator() {
        var generator = new Generator();
        generator.setValue("Feedwright");
        return generator;
    }

    private static void addLanguages(Element feed, @Nullable String language, List<Entry> entries) {
        if (language != null) {
            feed.setAttribute("lang", language, Namespace.XML_NAMESPACE);
        }
        var elements = feed.getChildren("entry", feed.getNamespace());
        for (int i = 0; i < entries.size(); i++) {
            String own = entries.get(i).language();
            if (own != null && !own.equals(language)) {
                elements.get(i).setAttribute("lang", own, Namespace.XML_NAMESPACE);
            }
        }
    }
}
