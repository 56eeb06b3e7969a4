package org.feedwright.authoring.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The shortcodes that Zola has come with, and those that its documentation shows how to write. */
final class ZolaTags extends Dialect {
    /** What each pair that is open ends with: all of Zola's end alike. */
    private final Deque<Piece> ends = new ArrayDeque<>();

    ZolaTags(Site site) {
        super(site, Set.of());
    }

    @Override
    Piece verbatim(Tag tag, String text) {
        return Piece.of(text);
    }

    @Override
    @Nullable
    Piece piece(Tag tag) {
        if (tag.isEnd()) {
            return ends.isEmpty() ? Piece.NOTHING : ends.pop();
        }
        var given = tag.arguments();
        String name = tag.name().toLowerCase(Locale.ROOT);
        if (tag.form() == Tag.Form.STATEMENT) {
            return begin(name, given);
        }
        return switch (name) {
            case "youtube", "vimeo" -> film(name, given.named("id"), given.named("title"));
            case "streamable" ->
                given.named("id").matches("\\w{1,40}")
                        ? Snippets.link("https://streamable.com/" + given.named("id"), "")
                        : null;
            case "gist" ->
                given.named("url").startsWith("https://")
                        ? Snippets.link(given.named("url"), given.named("file"))
                        : null;
            case "figure", "image", "img", "picture", "resize_image" -> picture(given);
            default -> null;
        };
    }

    private @Nullable Piece begin(String name, Arguments given) {
        if (!name.equals("quote")) {
            ends.push(Piece.NOTHING);
            return null;
        }
        ends.push(Snippets.endOfQuote(Entities.escape(given.named("author"))));
        return Snippets.quote("");
    }

    private @Nullable Piece picture(Arguments given) {
        String source = given.named("src", "path", "url");
        if (source.isEmpty()) {
            return null;
        }
        String image = Snippets.image(
                source, given.named("alt"), given.named("title"), given.named("width"), given.named("height"));
        return given.named("caption").isEmpty()
                ? new Piece("<p>" + image + "</p>\n", image)
                : Snippets.figure(image, given.named("link", "href"), caption(given.named("caption")));
    }
}
