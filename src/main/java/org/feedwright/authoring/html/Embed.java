package org.feedwright.authoring.html;

import java.util.Optional;
import java.util.Set;
import org.feedwright.text.AddressKind;
import org.jsoup.nodes.Element;

/**
 * Content of another site within an article, such as a frame with a film. Feeds have no frames, so a link to its
 * address takes its place.
 *
 * @param kind the element that replaces it: a link, or a picture or recording that readers show by themselves
 * @param words the title, or else the address
 */
record Embed(String kind, String address, String words) {
    private static final Set<String> FRAMES = Set.of("embed", "frame", "iframe", "portal");
    private static final String FALLBACKS = "a[href], audio, embed, iframe, img, object, picture, video";

    /** Recognizes an embed; empty for any other element, and for one without an address that may be published. */
    static Optional<Embed> of(Element element) {
        String address = address(element).strip();
        if (address.isEmpty() || isUnseen(element) || !AddressKind.MEDIA.allows(address)) {
            return Optional.empty();
        }
        String title = element.hasAttr("title") ? element.attr("title") : element.attr("aria-label");
        String words = title.isBlank() ? inner(element) : title.strip();
        return Optional.of(new Embed(kind(element), address, words.isBlank() ? address : words));
    }

    private static String address(Element element) {
        String name = element.normalName();
        if (FRAMES.contains(name)) {
            return LazyImage.source(element);
        }
        if (name.equals("object")) {
            return hasFallback(element) ? "" : element.attr("data");
        }
        if (name.equals("area")) {
            return element.attr("href");
        }
        return name.indexOf('-') > 0 ? custom(element, name) : "";
    }

    private static boolean hasFallback(Element element) {
        return element.children().stream().anyMatch(child -> child.selectFirst(FALLBACKS) != null);
    }

    /**
     * The film of a custom element. The element shows nothing without its script, but film elements name their film in
     * common ways.
     */
    private static String custom(Element element, String name) {
        String film = element.hasAttr("videoid") ? element.attr("videoid") : element.attr("data-videoid");
        if (film.matches("[\\w-]+")) {
            if (name.contains("youtube")) {
                return "https://www.youtube.com/watch?v=" + film;
            }
            if (name.contains("vimeo")) {
                return "https://vimeo.com/" + film;
            }
            if (name.contains("dailymotion")) {
                return "https://www.dailymotion.com/video/" + film;
            }
        }
        String source = LazyImage.source(element);
        String address = source.isBlank() ? element.attr("href") : source;
        boolean isEmpty = element.childrenSize() == 0 && element.ownText().isBlank();
        return isEmpty || name.startsWith("amp-") ? address : "";
    }

    private static String kind(Element element) {
        return switch (element.normalName()) {
            case "amp-img", "amp-anim" -> "img";
            case "amp-video" -> "video";
            case "amp-audio" -> "audio";
            case "embed", "object" -> element.attr("type").startsWith("image/") ? "img" : "a";
            default -> "a";
        };
    }

    private static String inner(Element element) {
        return element.nameIs("iframe") ? "" : (element.hasAttr("alt") ? element.attr("alt") : element.text()).strip();
    }

    /** Whether the frame is a pixel wide or high, as frames that count readers are. */
    private static boolean isUnseen(Element element) {
        return element.attr("width").strip().matches("[01](?:px)?")
                || element.attr("height").strip().matches("[01](?:px)?");
    }
}
