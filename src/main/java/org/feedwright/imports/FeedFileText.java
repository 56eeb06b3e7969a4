package org.feedwright.imports;

import org.feedwright.imports.ArticleFileText.Front;
import org.feedwright.text.XmlText;

/** The text of a {@code feed.yaml}. */
final class FeedFileText {
    private FeedFileText() {}

    static String of(ImportedFeed feed) {
        var front = new Front();
        String title = XmlText.line(feed.title());
        front.put("title", title.isEmpty() ? "Untitled" : title);
        front.put("subtitle", XmlText.lineOrNull(feed.subtitle()));
        front.put("home", feed.home());
        front.put("language", feed.language());
        var author = feed.author();
        front.put("author", author == null ? null : ArticleFileText.person(author));
        front.put("rights", XmlText.lineOrNull(feed.rights()));
        var zone = feed.zone();
        front.put("zone", zone == null ? null : zone.getId());
        front.put("formerly-at", feed.formerAddresses());
        return YamlText.of(front.values);
    }
}
