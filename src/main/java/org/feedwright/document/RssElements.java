package org.feedwright.document;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Image;
import java.util.Objects;
import org.feedwright.article.Person;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.FeedDefinition;

/** The elements that RSS 2.0 and RSS 1.0 have in common, as ROME's objects. */
final class RssElements {
    private RssElements() {}

    /** The description of a channel, which must have one. */
    static String description(Selection selection) {
        String subtitle = selection.feed().definition().description().subtitle();
        return subtitle != null ? subtitle : selection.title();
    }

    static Description description(String html) {
        var description = new Description();
        description.setValue(html);
        return description;
    }

    static Content content(String html) {
        var content = new Content();
        content.setValue(html);
        return content;
    }

    static Image image(Selection selection, String picture) {
        var image = new Image();
        image.setUrl(picture);
        image.setTitle(selection.title());
        image.setLink(selection.home());
        return image;
    }

    /**
     * The Dublin Core elements of an entry, for which RSS has no element, or only one that wants an e-mail address
     * ({@code author}).
     */
    static DCModule dublinCore(Entry entry, FeedDefinition feed) {
        var dublinCore = new DCModuleImpl();
        dublinCore.setCreators(entry.authors().stream().map(Person::name).toList());
        if (!Objects.equals(entry.language(), feed.language())) {
            dublinCore.setLanguage(entry.language());
        }
        if (!Objects.equals(entry.rights(), feed.description().rights())) {
            dublinCore.setRights(entry.rights());
        }
        return dublinCore;
    }
}
