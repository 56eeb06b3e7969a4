package org.feedwright.micropub;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.feedwright.access.Scopes;
import org.feedwright.api.KnownFeeds;
import org.feedwright.api.media.FileType;
import org.feedwright.api.media.KeptFiles;
import org.feedwright.api.media.SentFiles;
import org.feedwright.api.media.SentFiles.SentFile;
import org.feedwright.api.media.UploadRefusals;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.MediaTypes;
import org.feedwright.text.RandomLetters;
import org.feedwright.upload.Receiving.Kept;
import org.feedwright.upload.UploadName;
import org.feedwright.upload.UploadRefused;
import org.feedwright.upload.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the files that apps send. Each gets a name of its own: phones call every picture the same, and none must take
 * another's place.
 */
@Component
class PostFiles {
    /** What apps send without an ending, or with one that tells nothing. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/avif", "avif"),
            Map.entry("image/heic", "heic"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/wav", "wav"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("video/webm", "webm"));

    private static final int RANDOM = 8; // letters
    private static final int LONGEST = 60; // characters

    private final SentFiles sent;
    private final KeptFiles files;
    private final KnownFeeds feeds;
    private final SecureRandom random = new SecureRandom();

    PostFiles(SentFiles sent, KeptFiles files, KnownFeeds feeds) {
        this.sent = sent;
        this.files = files;
        this.feeds = feeds;
    }

    /** Keeps files, all of them or none. */
    List<UploadedFile> keep(Scopes scopes, FeedName feed, List<Part> parts) throws IOException {
        if (parts.isEmpty()) {
            return List.of();
        }
        feeds.findOpen(feed);
        try {
            var received = sent.receive(
                    feed,
                    parts.stream().map(part -> new SentFile(name(part), part)).toList());
            return files.keep(scopes, received, _ -> {}).stream()
                    .map(Kept::file)
                    .toList();
        } catch (UploadRefused e) {
            throw UploadRefusals.of(e);
        }
    }

    /** Removes files again, because the post that they came with is not taken. */
    void takeBack(List<UploadedFile> kept) {
        kept.forEach(files::removeUnused);
    }

    private String name(Part part) {
        String suggested = UploadName.last(Objects.requireNonNullElse(part.getSubmittedFileName(), ""))
                .strip();
        int dot = suggested.lastIndexOf('.');
        String stem = plain(dot > 0 ? suggested.substring(0, dot) : suggested);
        return (stem.isEmpty() ? "file" : stem) + "-" + RandomLetters.next(random, RANDOM)
                + ending(suggested, part.getContentType());
    }

    /** Without what no article could write, or would have to escape. */
    private static String plain(String stem) {
        String plain = stem.replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    }

    private static String ending(String suggested, @Nullable String stated) {
        int dot = suggested.lastIndexOf('.');
        boolean isTold = dot > 0 && MediaTypes.ofName(suggested).isPresent();
        String known = ENDINGS.get(FileType.plain(stated));
        if (isTold || known == null) {
            return dot > 0 ? "." + plain(suggested.substring(dot + 1)) : "";
        }
        return "." + known;
    }
}
