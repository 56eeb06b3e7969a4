package org.feedwright.authoring.template;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.feed.Conventions.Templates;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The tags of Jekyll and Eleventy, and of the themes that most of their sites have. */
final class LiquidTags extends Dialect {
    private static final int MOST_FILTERS = 10;
    private static final Pattern TEXT = Pattern.compile("(?:\"([^\"]*+)\"|'([^']*+)')(.*)", Pattern.DOTALL);
    /** What keeps the generator from reading highlighted code is no part of it. */
    private static final Pattern RAW = Pattern.compile("\\{%-?\\s*(?:end)?(?:raw|verbatim)\\s*-?%}");

    private static final Pattern PICTURE = Pattern.compile(".*(?:figure|image|img|picture|photo).*");

    LiquidTags(Site site) {
        super(site, Set.of("highlight", "raw", "verbatim", "comment", "capture"));
    }

    @Override
    Piece verbatim(Tag tag, String text) {
        return switch (tag.name()) {
            case "highlight" ->
                Snippets.code(RAW.matcher(text).replaceAll(""), tag.arguments().at(0));
            case "raw", "verbatim" -> Piece.of(text);
            default -> Piece.NOTHING;
        };
    }

    @Override
    @Nullable
    Piece piece(Tag tag) {
        var given = tag.arguments();
        return switch (tag.name().toLowerCase(Locale.ROOT)) {
            case "post_url" -> Piece.of(Snippets.article(given.at(0)));
            case "link" -> Piece.of(linked(tag.text().strip()));
            case "include", "include_relative", "include_cached" -> included(given);
            case "gist" -> gist(given);
            case "image", "figure", "img" -> picture(given.either("src", 0), given);
            case "youtube" -> film("youtube", given.either("id", 0), given.named("title"));
            case "vimeo" -> film("vimeo", given.either("id", 0), given.named("title"));
            default -> null;
        };
    }

    private String linked(String path) {
        boolean isArticle = path.startsWith("_") && path.matches("(?i).+\\.(?:md|markdown|html)");
        return isArticle ? Snippets.article(path) : Snippets.address(site.base() + "/" + path.replaceFirst("^/", ""));
    }

    private @Nullable Piece included(Arguments given) {
        String file = given.at(0).toLowerCase(Locale.ROOT);
        String id = given.named("id", "video_id", "videoid", "video");
        if (file.contains("youtube") || given.named("provider").equals("youtube")) {
            return film("youtube", id, given.named("title"));
        }
        if (file.contains("vimeo") || given.named("provider").equals("vimeo")) {
            return film("vimeo", id, given.named("title"));
        }
        String source = given.named("src", "url", "path", "image_path", "image", "file", "name", "filename");
        return PICTURE.matcher(file).matches() ? picture(source, given) : null;
    }

    private @Nullable Piece picture(String source, Arguments given) {
        if (source.isEmpty()) {
            return null;
        }
        String caption = given.named("caption", "description");
        String alternative = given.either("alt", 1);
        String image =
                Snippets.image(source, alternative, given.named("title"), given.named("width"), given.named("height"));
        return caption.isEmpty()
                ? new Piece("<p>" + image + "</p>\n", image)
                : Snippets.figure(image, given.named("link", "href"), caption(caption));
    }

    private static @Nullable Piece gist(Arguments given) {
        return given.at(0).matches("[\\w/-]+")
                ? Snippets.link("https://gist.github.com/" + given.at(0), given.at(1))
                : null;
    }

    @Override
    @Nullable
    String value(String expression) {
        var text = TEXT.matcher(expression);
        if (text.matches()) {
            return filtered(
                    text.group(1) == null ? text.group(2) : text.group(1),
                    text.group(3).strip());
        }
        return switch (expression) {
            case "site.baseurl" -> site.base();
            case "site.url", "site.github.url" -> site.origin();
            case "page.title" -> site.title().isEmpty() ? null : Entities.escape(site.title());
            case "title" ->
                site.language() == Templates.ELEVENTY && !site.title().isEmpty() ? Entities.escape(site.title()) : null;
            default -> null;
        };
    }

    private @Nullable String filtered(String text, String filters) {
        String value = text;
        var all = filters.isEmpty() ? new String[0] : filters.substring(1).split("\\|", -1);
        if (all.length > MOST_FILTERS) {
            return null;
        }
        for (String filter : all) {
            String path = value.startsWith("/") ? value : "/" + value;
            switch (filter.strip()) {
                case "relative_url", "absolute_url", "url", "prepend: site.baseurl" ->
                    value = Snippets.address(site.base() + path);
                case "prepend: site.url" -> value = site.origin() + path;
                case "escape", "strip", "uri_escape", "safe" -> {}
                default -> {
                    return null;
                }
            }
        }
        return filters.isEmpty() || filters.startsWith("|") ? value : null;
    }
}
