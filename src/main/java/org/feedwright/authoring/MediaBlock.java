package org.feedwright.authoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Episode;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.text.AddressKind;
import org.jspecify.annotations.Nullable;

/**
 * The files that an article's front matter brings with it. Of a file in the feed's folder the type and the
 * length are found; of others they are stated.
 *
 * @param hasLink whether the article has an address elsewhere, where a file that is not here may be
 * @param isEpisode whether directories of podcasts demand a length
 */
record MediaBlock(Yaml front, boolean hasLink, boolean isEpisode, Attachments files) {
    private static final List<String> KEYS = List.of("duration", "length", "title", "type", "url");
    private static final Map<String, String> MEANINGS = Map.of(
            "href", "url",
            "src", "url",
            "file", "url",
            "size", "length",
            "bytes", "length",
            "mime", "type",
            "mimetype", "type",
            "contenttype", "type",
            "name", "title");

    /** In clean HTML: an attribute that holds a relative address, or several addresses. */
    private static final Pattern RELATIVE = Pattern.compile(
            "=\"(?:(?<=srcset=\")|(?<=(?:src|href|poster|data|cite)=\")(?![A-Za-z][A-Za-z0-9+.-]*:|[/#\"]))");

    /** Whether clean HTML has an address that may name a file. */
    static boolean hasRelative(String html) {
        var relative = RELATIVE.matcher(html).useTransparentBounds(true);
        for (int value = html.indexOf("=\""); value >= 0; value = html.indexOf("=\"", value + 2)) {
            if (relative.region(value, html.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    List<Enclosure> enclosures() {
        return front.mappings("enclosures", "url").stream()
                .flatMap(enclosure -> enclosure(enclosure).stream())
                .toList();
    }

    private Optional<Enclosure> enclosure(Yaml yaml) {
        UnknownKeys.warn(yaml, "enclosures", KEYS, MEANINGS);
        String url = yaml.text("url").orElse("");
        if (url.isBlank()) {
            front.problem("enclosures", "an enclosure has no url", "write {url: …, type: …, length: …}");
            return Optional.empty();
        }
        if (refuseUnsafe("enclosures", url, AddressKind.ENCLOSURE)) {
            return Optional.empty();
        }
        var statedType = yaml.text("type");
        var file = files.find(url, statedType.orElse(""));
        String type = statedType
                .or(() -> file.flatMap(each -> MediaTypes.ofName(each.path())))
                .or(() -> MediaTypes.of(url))
                .orElse("");
        if (!type.matches(MediaTypes.FORM)) {
            front.problem(
                    "enclosures",
                    "the enclosure '" + url + "' has no media type",
                    "add 'type: audio/mpeg' or the like");
            return Optional.empty();
        }
        var stated = yaml.value("length", MediaBlock::length, "write the size in bytes as a whole number");
        if (file.isEmpty() && stated.isEmpty()) {
            refuseUnknown("enclosures", url, "the enclosure");
        } else if (file.isEmpty()) {
            files.find(url); // of which it is told that it is not there
        }
        return Optional.of(new Enclosure(
                url,
                type,
                file.map(MediaFile::length).or(() -> stated).orElse(0L),
                yaml.text("title").orElse(null),
                yaml.value("duration", EpisodeBlock::duration, EpisodeBlock.DURATION)
                        .orElse((Duration) null)));
    }

    private static long length(String text) {
        long length = Long.parseLong(text);
        if (length < 0) {
            throw new IllegalArgumentException("negative");
        }
        return length;
    }

    Optional<Episode> episode() {
        if (!isEpisode) {
            if (front.has("podcast") && !front.isBlank("podcast")) {
                front.warn(
                        "podcast",
                        "'podcast' is not used, for the feed is no podcast",
                        "add the block 'podcast' to its feed.yaml, or take it out if no other program reads it");
            }
            return Optional.empty();
        }
        var episode = EpisodeBlock.read(front, files);
        episode.ifPresent(this::refuseUnsafe);
        episode.stream()
                .flatMap(each -> each.transcripts().stream())
                .filter(each -> files.find(each.url(), each.type()).isEmpty())
                .forEach(each -> refuseOrTell(each.url()));
        return episode;
    }

    private void refuseOrTell(String transcript) {
        if (isMissing(transcript)) {
            refuseMissing("podcast", transcript, "the transcript");
        } else {
            files.find(transcript); // of which it is told that it is not there
        }
    }

    private void refuseUnsafe(Episode episode) {
        refuseUnsafe("podcast", episode.image(), AddressKind.MEDIA);
        refuseUnsafe("podcast", episode.chapters(), AddressKind.MEDIA);
        episode.transcripts().forEach(each -> refuseUnsafe("podcast", each.url(), AddressKind.MEDIA));
        episode.people().forEach(each -> refuseUnsafe("podcast", each.image(), AddressKind.MEDIA));
    }

    /** Takes care that the lead image is there if it is a file, and may be published. */
    void lookFor(Optional<LeadImage> image) {
        image.map(LeadImage::address).ifPresent(address -> {
            files.find(address);
            refuseUnsafe("image", address, AddressKind.MEDIA);
        });
    }

    /** Adds a problem for an address that must not be published, such as one that runs. */
    boolean refuseUnsafe(String key, @Nullable String address, AddressKind kind) {
        if (address == null || kind.allows(address)) {
            return false;
        }
        front.problem(
                key,
                "an address in '" + key + "' begins with '" + AddressKind.scheme(address)
                        + ":', and nobody can load that",
                "write one that begins with https://, or the name of a file in the feed's folder");
        return true;
    }

    private void refuseUnknown(String key, String url, String what) {
        if (isMissing(url)) {
            refuseMissing(key, url, what);
        } else if (isEpisode) {
            front.problem(
                    key,
                    "the length of " + what + " '" + url + "' is not known, and podcast directories demand it",
                    "add 'length: …' with its size in bytes");
        }
    }

    /** Whether an address can only mean a file that is not there: nothing will ever be at the article's page. */
    private boolean isMissing(String url) {
        return !hasLink && !files.placesInFeed(url).isEmpty();
    }

    /** The article waits for its file, which may still be on its way: readers look at an entry only once. */
    private void refuseMissing(String key, String url, String what) {
        if (files.areSent()) {
            front.problem(
                    key,
                    what + " '" + url + "' has not been uploaded",
                    "send the file, and then the article again; or write its whole address, https://…");
            return;
        }
        var places = files.placesInFeed(url);
        boolean wouldBeArticle = places.stream().noneMatch(MediaBlock::isNested)
                && places.stream().anyMatch(ArticleName::isArticle);
        front.problem(
                key,
                what + " '" + url + "' is not in the feed's folder",
                wouldBeArticle
                        ? "put it into a folder within the feed's, such as files/, for beside the articles it is one"
                        : "put the file there, and it is published; or write its whole address, https://…");
    }

    private static boolean isNested(String path) {
        return path.indexOf('/') >= 0;
    }
}
