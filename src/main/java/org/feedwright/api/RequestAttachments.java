package org.feedwright.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.FeedName;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.Attachments;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.entry.LocalMedia;
import org.feedwright.upload.UploadedFile;
import org.feedwright.upload.Uploads;

/**
 * The files that were uploaded to an article's feed: an article in a request names them as if they lay beside it. Whoever
 * names one that has not come is told.
 */
final class RequestAttachments implements Attachments {
    /** So many are told: each is looked for in the text. */
    private static final int TOLD = 50;

    /** So many names are looked for: each asks the store. */
    private static final int LOOKED_FOR = 1_000;

    private final Uploads uploads;
    private final FeedName feed;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Map<String, Optional<UploadedFile>> known = new LinkedHashMap<>();
    private final Map<String, MediaFile> found = new LinkedHashMap<>();

    RequestAttachments(Uploads uploads, FeedName feed) {
        this.uploads = uploads;
        this.feed = feed;
    }

    @Override
    public Optional<MediaFile> find(String address) {
        var file = find(address, "");
        if (file.isEmpty() && LocalMedia.isRelative(address)) {
            missing.add(address.strip());
        }
        return file;
    }

    @Override
    public Optional<MediaFile> find(String address, String type) {
        for (String name : LocalMedia.paths(address)) {
            var file = file(name);
            if (file.isPresent()) {
                return file.map(
                        each -> found.merge(name, each.beside(type), (before, now) -> type.isEmpty() ? before : now));
            }
        }
        return Optional.empty();
    }

    private Optional<UploadedFile> file(String name) {
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        var file = known.size() < LOOKED_FOR ? uploads.find(feed, name) : Optional.<UploadedFile>empty();
        known.put(name, file);
        return file;
    }

    @Override
    public List<MediaFile> found() {
        return new ArrayList<>(found.values());
    }

    @Override
    public boolean areSent() {
        return true;
    }

    /** An article with an address elsewhere may have its files there. */
    @Override
    public void tell(boolean hasLink, String text, Problems problems) {
        if (!hasLink) {
            missing.stream()
                    .limit(TOLD)
                    .forEach(address -> problems.warn(
                            line(text, address),
                            "it names a file that has not been uploaded: " + address,
                            "send the file, and then the article again; or write its whole address, https://…"));
        }
    }

    private static int line(String text, String address) {
        int at = text.indexOf(address);
        return at < 0
                ? 0
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
