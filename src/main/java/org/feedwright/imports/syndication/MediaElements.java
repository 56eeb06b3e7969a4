package org.feedwright.imports.syndication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.imports.ImportedArticle.File;
import org.jspecify.annotations.Nullable;

/** Reads the pictures and files of entries: Media RSS, and the elements of podcasts. */
final class MediaElements {
    private MediaElements() {}

    /** The lead image; null if there is none. */
    static @Nullable String image(XmlNode entry, @Nullable String base) {
        var pictures = media(entry, "media:content").filter(MediaElements::isPicture).map(each -> each.attribute("url"));
        var thumbnails = media(entry, "media:thumbnail").map(each -> each.attribute("url"));
        var podcasts = entry.all("itunes:image").map(each -> each.attribute("href"));
        return Stream.of(pictures, thumbnails, podcasts)
                .flatMap(each -> each)
                .flatMap(each -> Optional.ofNullable(Addresses.whole(each, base)).stream())
                .findFirst()
                .orElse(null);
    }

    private static Stream<XmlNode> media(XmlNode entry, String name) {
        return Stream.concat(
                Stream.concat(entry.all(name), entry.all("media:group").flatMap(group -> group.all(name))),
                name.equals("media:thumbnail")
                        ? media(entry, "media:content").flatMap(content -> content.all(name))
                        : Stream.empty());
    }

    private static boolean isPicture(XmlNode content) {
        String name = content.attribute("url").replaceFirst("[?#].*", "");
        return content.attribute("medium").equals("image")
                || content.attribute("type").startsWith("image/")
                || (content.attribute("medium").isEmpty()
                        && content.attribute("type").isEmpty()
                        && name.matches("(?i).*\\.(?:jpe?g|png|gif|webp|avif)"));
    }

    /** Recordings and documents that are not enclosures by the format's own element. */
    static Stream<File> files(XmlNode entry, @Nullable String base) {
        return media(entry, "media:content")
                .filter(each -> !isPicture(each) && each.attribute("type").contains("/"))
                .flatMap(each -> file(
                        Addresses.whole(each.attribute("url"), base),
                        each.attribute("type"),
                        each.attribute("fileSize"),
                        each.textOf("media:title"),
                        each.attribute("duration"))
                        .stream());
    }

    static Optional<File> file(
            @Nullable String address,
            String type,
            String length,
            @Nullable String title,
            @Nullable String duration) {
        String media = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        boolean isKnown = length.matches("\\d{1,18}") && !length.matches("0+");
        return address == null
                ? Optional.empty()
                : Optional.of(new File(
                        address,
                        media.contains("/") ? media : null,
                        isKnown ? Long.valueOf(length) : null,
                        title == null || title.isBlank() ? null : title,
                        duration(duration)));
    }

    /** How long something plays, in whole seconds or as hours, minutes and seconds. */
    private static @Nullable String duration(@Nullable String text) {
        String plain = text == null ? "" : text.strip().replaceFirst("\\.\\d+$", "");
        return plain.matches("\\d{1,6}|(?:\\d{1,3}:)?\\d{1,3}:\\d{2}") && !plain.matches("[0:]+") ? plain : null;
    }

    /** Each file once, whoever names it. */
    static List<File> once(Stream<File> files) {
        var byAddress = new LinkedHashMap<String, File>();
        files.forEach(file -> byAddress.putIfAbsent(file.address(), file));
        return List.copyOf(byAddress.values());
    }

    /** Plain text as HTML: an empty line parts paragraphs. */
    static String paragraphs(String text) {
        return text.isBlank()
                ? ""
                : Stream.of(text.strip().split("\\R\\s*\\R", -1))
                        .map(each -> "<p>" + XhtmlText.escaped(each.strip()).replaceAll("\\R", "<br>") + "</p>")
                        .collect(Collectors.joining("\n"));
    }
}
