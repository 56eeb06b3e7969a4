package org.feedwright.imports.wordpress;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.wordpress.Library.Attachment;
import org.feedwright.text.HtmlLine;
import org.jsoup.nodes.Entities;

/** The HTML that stands for WordPress' own tags. Each is one block without empty lines. */
record ShortcodeHtml(Library library, WxrItem item, ImportReport report) {
    /** A picture, with or without a link around it, and what stands behind it. */
    private static final Pattern PICTURE = Pattern.compile(
            "\\s*((?:<a\\b[^>]*>\\s*)?<img\\b[^>]*>(?:\\s*</a>)?)(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final String[] SOUNDS = {"src", "mp3", "m4a", "ogg", "wav", "wma", "flac"};
    private static final String[] FILMS = {"src", "mp4", "m4v", "webm", "ogv", "mov", "wmv", "flv"};

    private static final Pattern SOUND = files("mp3|m4a|m4b|ogg|oga|opus|wav|wma|flac|aac");
    private static final Pattern FILM = files("mp4|m4v|webm|ogv|mov|wmv|flv|mkv|avi");
    private static final Pattern IMAGE = files("jpe?g|jpe|png|gif|webp|avif|svg|bmp|ico|heic|tiff?");

    private static Pattern files(String endings) {
        return Pattern.compile("[^?#]*\\.(?:" + endings + ")(?:[?#].*)?", Pattern.CASE_INSENSITIVE);
    }

    /** The HTML of a tag; empty if the tag is not known, or says too little. */
    Optional<String> of(Shortcode tag) {
        return switch (tag.name()) {
            case "caption", "wp_caption" -> caption(tag);
            case "gallery", "playlist" -> Optional.of(gallery(tag));
            case "embed" -> address(tag.content().strip()).or(() -> address(tag.firstOf("src", "url")));
            case "audio" -> player("audio", tag, SOUNDS);
            case "video" -> player("video", tag, FILMS);
            case "youtube" -> film(tag, "https://www.youtube.com/watch?v=");
            case "vimeo" -> film(tag, "https://vimeo.com/");
            case "soundcloud", "spotify", "tweet", "twitter", "instagram" ->
                address(tag.value()).or(() -> address(tag.firstOf("url", "src", "link")));
            case "code", "sourcecode" -> code(tag);
            default -> Optional.empty();
        };
    }

    private static Optional<String> caption(Shortcode tag) {
        var parts = PICTURE.matcher(tag.content());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String text =
                parts.group(2).isBlank() ? tag.named("caption") : parts.group(2).strip();
        return Optional.of("\n<figure>" + parts.group(1) + figcaption(text) + "</figure>\n");
    }

    private static String figcaption(String html) {
        return html.isBlank() ? "" : "<figcaption>" + html.strip().replaceAll("\\s*\\n\\s*", " ") + "</figcaption>";
    }

    private String gallery(Shortcode tag) {
        String ids = tag.firstOf("ids", "include");
        List<Optional<Attachment>> all = ids.isEmpty()
                ? uploaded(tag).map(Optional::of).toList()
                : Arrays.stream(ids.split(",", -1)).map(library::attachment).toList();
        long missing = all.stream().filter(Optional::isEmpty).count();
        if (missing > 0 || all.isEmpty()) {
            report.note("galleries of which the export lacks pictures", item.title());
        }
        return all.stream()
                .flatMap(Optional::stream)
                .map(ShortcodeHtml::figure)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** What was uploaded with the item and is of the tag's kind. */
    private Stream<Attachment> uploaded(Shortcode tag) {
        var kind = tag.name().equals("gallery") ? IMAGE : tag.named("type").equals("video") ? FILM : SOUND;
        var excluded = Arrays.stream(tag.named("exclude").split(",", -1))
                .flatMap(id -> library.attachment(id).stream())
                .toList();
        return library.attachmentsOf(item.id()).stream()
                .filter(file -> kind.matcher(file.address()).matches() && !excluded.contains(file));
    }

    private static String figure(Attachment file) {
        String address = Entities.escape(file.address());
        String alternative = Entities.escape(HtmlLine.of(file.alternative()));
        String media = SOUND.matcher(file.address()).matches()
                ? "<audio controls src=\"" + address + "\"></audio>"
                : FILM.matcher(file.address()).matches()
                        ? "<video controls src=\"" + address + "\"></video>"
                        : IMAGE.matcher(file.address()).matches()
                                ? "<img src=\"" + address + "\" alt=\"" + alternative + "\">"
                                : "<a href=\"" + address + "\">" + address + "</a>";
        return "<figure>" + media + figcaption(file.caption()) + "</figure>";
    }

    private static Optional<String> player(String element, Shortcode tag, String... keys) {
        String address = tag.firstOf(keys);
        if (!address.matches("(?i)https?://\\S+|/\\S+")) {
            return Optional.empty();
        }
        String poster = tag.named("poster");
        return Optional.of("\n<figure><" + element + " controls src=\"" + Entities.escape(address) + "\""
                + (poster.isEmpty() ? "" : " poster=\"" + Entities.escape(poster) + "\"") + "></" + element
                + "></figure>\n");
    }

    private static Optional<String> film(Shortcode tag, String site) {
        String stated = tag.value().isEmpty() ? tag.firstOf("id", "url", "v", "video") : tag.value();
        return stated.matches("[\\w-]+") ? address(site + stated) : address(stated);
    }

    private static Optional<String> address(String address) {
        String plain = address.replace("&amp;", "&");
        return plain.matches("(?i)https?://[^\\s<>\"]+") ? Optional.of("\n" + link(plain) + "\n") : Optional.empty();
    }

    /** A paragraph with an address that leads there. */
    static String link(String address) {
        String escaped = Entities.escape(address.replace("&amp;", "&"));
        return "<p><a href=\"" + escaped + "\">" + escaped + "</a></p>";
    }

    private static Optional<String> code(Shortcode tag) {
        if (tag.content().isBlank()) {
            return Optional.empty();
        }
        String language = tag.firstOf("language", "lang").replaceAll("[^\\w+#-]", "");
        String code = tag.content().replaceAll("^\\s*\\n|\\s+$", "");
        String escaped = code.contains("<") ? Entities.escape(code) : code; // some editors escape it themselves
        return Optional.of("\n<pre><code" + (language.isEmpty() ? "" : " class=\"language-" + language + "\"") + ">"
                + escaped + "</code></pre>\n");
    }
}
