package org.feedwright.imports;

import java.util.Map;
import java.util.Optional;
import org.feedwright.feed.FormerDocument;
import org.feedwright.imports.ArticleFileText.Front;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

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
        front.put("icon", feed.look().icon());
        front.put("logo", feed.look().logo());
        front.put(
                "formerly-at",
                feed.formerAddresses().stream()
                        .map(address -> formerly(address, feed.formerFormat()))
                        .toList());
        return YamlText.of(front.values);
    }

    /** An address, with its format where the address does not tell it. */
    private static Object formerly(String address, @Nullable String format) {
        boolean isTold = format == null || FormerDocument.extension(address).equals(Optional.of(format));
        return isTold ? address : Map.of(address, format);
    }
}
