package org.feedwright.authoring.template;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The shortcodes of Hugo that come with it. */
final class HugoTags extends Dialect {
    HugoTags(Site site) {
        super(site, Set.of("highlight", "comment"));
    }

    @Override
    Piece verbatim(Tag tag, String text) {
        var arguments = tag.arguments();
        return tag.name().equals("highlight")
                ? Snippets.code(
                        text,
                        arguments.named("lang", "language", "type").isEmpty()
                                ? arguments.at(0)
                                : arguments.named("lang", "language", "type"))
                : Piece.NOTHING;
    }

    @Override
    @Nullable
    Piece piece(Tag tag) {
        var given = tag.arguments();
        return switch (tag.name().toLowerCase(Locale.ROOT)) {
            case "figure", "img", "image" -> tag.isEnd() ? Piece.NOTHING : figure(given);
            case "ref", "relref" -> Piece.of(Snippets.article(given.either("path", 0)));
            case "youtube", "youtubelite", "youtube-lite" ->
                film("youtube", given.either("id", 0), given.named("title"));
            case "vimeo", "vimeo_simple" -> film("vimeo", given.either("id", 0), given.named("title"));
            case "instagram", "instagram_simple" -> film("instagram", given.either("id", 0), "");
            case "tweet", "twitter", "x", "x_simple", "twitter_simple" -> post(given);
            case "gist" -> gist(given);
            case "details" -> details(tag, given);
            case "qr" -> qr(tag, given);
            default -> null;
        };
    }

    private @Nullable Piece figure(Arguments given) {
        String source = given.either("src", 0);
        if (source.isEmpty()) {
            return null;
        }
        String title =
                given.named("title").isEmpty() ? "" : "<strong>" + Entities.escape(given.named("title")) + "</strong>";
        String credit = given.named("attr").isEmpty()
                ? ""
                : given.named("attrlink").isEmpty()
                        ? caption(given.named("attr"))
                        : Snippets.anchor(given.named("attrlink"), given.named("attr"));
        String caption = given.named("caption").isEmpty() ? "" : caption(given.named("caption"));
        return Snippets.figure(
                Snippets.image(source, given.either("alt", 1), "", given.named("width"), given.named("height")),
                given.named("link"),
                (title + " " + caption + " " + credit).strip().replaceAll(" {2,}", " "));
    }

    private static @Nullable Piece post(Arguments given) {
        String id = given.either("id", 0);
        String user = given.named("user").isEmpty() ? "i" : given.named("user");
        return id.matches("\\d{1,30}") && user.matches("\\w{1,40}")
                ? Snippets.link("https://x.com/" + user + "/status/" + id, "")
                : null;
    }

    private static @Nullable Piece gist(Arguments given) {
        String path = given.at(0) + "/" + given.at(1);
        return path.matches("[\\w-]+/\\w+") ? Snippets.link("https://gist.github.com/" + path, given.at(2)) : null;
    }

    private static Piece details(Tag tag, Arguments given) {
        String summary = given.named("summary").isEmpty() ? "Details" : given.named("summary");
        return tag.isEnd()
                ? Piece.apart("\n</details>")
                : Piece.apart("<details><summary>" + Entities.escape(summary) + "</summary>");
    }

    /** The text that the picture would tell a telephone; between two tags it stays where it is. */
    private static Piece qr(Tag tag, Arguments given) {
        String text = given.named("text");
        return tag.isEnd() || text.isEmpty()
                ? Piece.NOTHING
                : text.startsWith("https://") ? Snippets.link(text, "") : Piece.of(Entities.escape(text));
    }
}
