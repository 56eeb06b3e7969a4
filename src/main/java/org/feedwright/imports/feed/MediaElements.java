package org.feedwright.imports.feed;

import static org.feedwright.imports.feed.FeedXml.attribute;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Picture;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads Media RSS (<a href="https://www.rssboard.org/media-rss">specification</a>) and iTunes' pictures. */
final class MediaElements {
    private MediaElements() {}

    /** The lead image: what is called one, else a picture among the files. */
    static @Nullable Picture image(Element entry, BiFunction<Element, @Nullable String, @Nullable String> resolved) {
        return Stream.of(
                        Stream.concat(FeedXml.children(entry, "media:thumbnail"), inGroups(entry, "media:thumbnail")),
                        FeedXml.children(entry, "itunes:image"),
                        contents(entry).filter(MediaElements::isPicture))
                .flatMap(elements -> elements)
                .map(element -> {
                    String address = attribute(element, element.hasAttr("href") ? "href" : "url");
                    return resolved.apply(element, address);
                })
                .filter(Objects::nonNull)
                .findFirst()
                .map(address -> new Picture(address, null))
                .orElse(null);
    }

    /** The files beside the enclosure, for which RSS has no room. */
    static List<File> files(Element entry, BiFunction<Element, @Nullable String, @Nullable String> resolved) {
        return contents(entry)
                .filter(content -> content.hasAttr("url") && content.hasAttr("type") && !isLead(content))
                .map(content -> new File(
                        Objects.requireNonNull(resolved.apply(content, content.attr("url"))),
                        attribute(content, "type"),
                        FeedXml.size(attribute(content, "fileSize")),
                        FeedXml.line(content, "media:title"),
                        duration(attribute(content, "duration"))))
                .toList();
    }

    /** Seconds, or hours, minutes and seconds; null if the text is neither, or says nothing. */
    static @Nullable String duration(@Nullable String text) {
        String plain = text == null ? "" : text.strip().replaceFirst("\\.\\d+$", "");
        boolean isDuration = plain.matches("\\d{1,6}|(?:\\d{1,2}:)?\\d{1,3}:[0-5]\\d") && !plain.matches("[0:]+");
        return isDuration ? plain : null;
    }

    private static Stream<Element> contents(Element entry) {
        return Stream.concat(FeedXml.children(entry, "media:content"), inGroups(entry, "media:content"));
    }

    private static Stream<Element> inGroups(Element entry, String name) {
        return FeedXml.children(entry, "media:group").flatMap(group -> FeedXml.children(group, name));
    }

    private static boolean isPicture(Element content) {
        return content.attr("medium").equals("image") || content.attr("type").startsWith("image/");
    }

    /** A picture without a size is shown, not offered for download. */
    private static boolean isLead(Element content) {
        return isPicture(content) && !content.hasAttr("fileSize");
    }
}
