package org.feedwright.authoring.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The tags of Hexo that come with it, and the notes of the theme NexT. */
final class HexoTags extends Dialect {
    HexoTags(Site site) {
        super(site, Set.of("codeblock", "code", "raw", "comment"));
    }

    @Override
    Piece verbatim(Tag tag, String text) {
        return switch (tag.name()) {
            case "codeblock", "code" -> code(tag.arguments(), text);
            case "raw" -> Piece.of(text);
            default -> Piece.NOTHING;
        };
    }

    private static Piece code(Arguments given, String text) {
        var code = Snippets.code(text, given.named("lang"));
        int link = address(given);
        String title = String.join(
                " ", given.values().subList(0, link < 0 ? given.values().size() : link));
        String words = link < 0 ? "" : given.from(link + 1);
        String heading = link < 0 || !words.isEmpty() ? Entities.escape(title) : Snippets.anchor(given.at(link), title);
        if (!words.isEmpty()) {
            heading = (heading + " " + Snippets.anchor(given.at(link), words)).strip();
        }
        return heading.isEmpty()
                ? code
                : new Piece("<p>" + heading + "</p>\n\n" + code.block(), "<p>" + heading + "</p>" + code.inline());
    }

    private static int address(Arguments given) {
        for (int i = 0; i < given.values().size(); i++) {
            if (given.at(i).startsWith("http://") || given.at(i).startsWith("https://")) {
                return i;
            }
        }
        return -1;
    }

    @Override
    @Nullable
    Piece piece(Tag tag) {
        var given = tag.arguments();
        return switch (tag.name().toLowerCase(Locale.ROOT)) {
            case "post_path" -> Piece.of(Snippets.article(given.at(0)));
            case "post_link" -> inline(Snippets.article(given.at(0)), words(given, given.at(0)));
            case "asset_path" -> Piece.of(Snippets.address(site.asset().apply(given.at(0))));
            case "asset_link" -> inline(site.asset().apply(given.at(0)), words(given, given.at(0)));
            case "asset_img" -> image(tag, true);
            case "img", "image" -> image(tag, false);
            case "link", "linkgrid" -> given.at(1).isEmpty() ? null : inline(given.at(1), given.at(0));
            case "youtube" -> film("youtube", given.at(0), "");
            case "vimeo" -> film("vimeo", given.at(0), "");
            case "gist" ->
                given.at(0).matches("[\\w/-]+")
                        ? Snippets.link("https://gist.github.com/" + given.at(0), given.at(1))
                        : null;
            case "blockquote", "quote" ->
                tag.isEnd()
                        ? Snippets.endOfQuote(end())
                        : begin(Snippets.quote(""), source(tag.text().strip(), given));
            case "pullquote", "centerquote", "cq" ->
                tag.isEnd() ? Snippets.endOfQuote(end()) : begin(Snippets.quote(""), "");
            case "note" -> tag.isEnd() ? Snippets.endOfQuote(end()) : begin(Snippets.quote(title(given)), "");
            case "gallery", "gp", "grouppicture" -> Piece.NOTHING;
            default -> null;
        };
    }

    private static Piece inline(String address, String words) {
        return Piece.of(Snippets.anchor(address, words));
    }

    /** The words of a link; a last word true or false says how the generator writes them. */
    private static String words(Arguments given, String otherwise) {
        var words = new ArrayList<>(given.values()
                .subList(Math.min(1, given.values().size()), given.values().size()));
        if (!words.isEmpty() && Set.of("true", "false").contains(words.getLast())) {
            words.removeLast();
        }
        return words.isEmpty() ? otherwise : String.join(" ", words);
    }

    /** A title of a note as its author wrote it, else the name of its kind. */
    private static String title(Arguments given) {
        var words = new ArrayList<>(given.values()
                .subList(Math.min(1, given.values().size()), given.values().size()));
        words.remove("no-icon");
        return words.isEmpty() ? Snippets.words(given.at(0)) : Entities.escape(String.join(" ", words));
    }

    /** The words {@code [classes] file [width] [height] [title [alternative]]}. */
    private @Nullable Piece image(Tag tag, boolean isAsset) {
        var given = tag.arguments();
        int file = 0;
        while (file < given.values().size() && !given.at(file).matches("(?:https?:/)?/.*|.*\\.\\w{2,5}(?:[?#].*)?")) {
            file++;
        }
        if (file == given.values().size()) {
            return null;
        }
        List<String> rest =
                new ArrayList<>(given.values().subList(file + 1, given.values().size()));
        String width = size(rest);
        String height = size(rest);
        // One quoted text may hold the title and the alternative text, each in quotes.
        boolean isQuoted = tag.text().indexOf('"') >= 0 || tag.text().indexOf('\'') >= 0;
        var words = isQuoted ? rest : List.of(String.join(" ", rest));
        var texts = rest.size() == 1 && isQuoted ? Arguments.of(rest.getFirst()).values() : words;
        String title = texts.isEmpty() ? "" : texts.getFirst();
        String alternative = texts.size() > 1 ? texts.get(1) : title;
        String source = isAsset ? site.asset().apply(given.at(file)) : given.at(file);
        String image = Snippets.image(source, alternative, title, width, height);
        return new Piece("<p>" + image + "</p>\n", image);
    }

    private static String size(List<String> rest) {
        return !rest.isEmpty() && rest.getFirst().matches("\\d{1,5}(?:px|%)?") ? rest.removeFirst() : "";
    }

    /** The source of a quotation from {@code author[, source] [address] [title]}, in HTML. */
    private static String source(String text, Arguments given) {
        int link = address(given);
        String address = link < 0 ? "" : given.at(link);
        String before = link < 0 ? text : text.substring(0, text.indexOf(address));
        String title = link < 0 ? "" : given.from(link + 1);
        int comma = title.isEmpty() ? before.indexOf(',') : -1; // the title is the work's
        String author = (comma < 0 ? before : before.substring(0, comma)).strip();
        String work = comma < 0 ? title : before.substring(comma + 1).strip();
        String cited = address.isEmpty() ? Entities.escape(work) : Snippets.anchor(address, work);
        return ((author.isEmpty() ? "" : "<strong>" + Entities.escape(author) + "</strong>")
                        + (cited.isEmpty() ? "" : " <cite>" + cited + "</cite>"))
                .strip();
    }
}
