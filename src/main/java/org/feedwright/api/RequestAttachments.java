package org.feedwright.api;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.LinkedArticle;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.Attachments;
import org.feedwright.authoring.NamedAddress;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.entry.LocalMedia;

/** Nothing comes with an article in a request. Whoever names a file as if it lay beside the article is told. */
final class RequestAttachments implements Attachments {
    /** So many are told: each is looked for in the text. */
    private static final int TOLD = 50;

    private final Set<String> named = new LinkedHashSet<>();

    @Override
    public Optional<MediaFile> find(String address) {
        if (LocalMedia.isRelative(address)) {
            named.add(address.strip());
        }
        return Optional.empty();
    }

    @Override
    public Optional<MediaFile> find(String address, String type) {
        return find(address);
    }

    @Override
    public void look(NamedAddress address) {
        find(address.address());
    }

    @Override
    public Optional<Path> path(MediaFile file) {
        return Optional.empty();
    }

    @Override
    public List<MediaFile> found() {
        return List.of();
    }

    @Override
    public List<LinkedArticle> linked(boolean hasLink) {
        return List.of();
    }

    /** An article with an address elsewhere may have its files there. */
    @Override
    public void tell(boolean hasLink, String text, Problems problems) {
        if (!hasLink) {
            named.stream()
                    .limit(TOLD)
                    .forEach(address -> problems.warn(
                            line(text, address),
                            "it names a file that readers may not have: " + address,
                            "write its whole address, https://…"));
        }
    }

    private static int line(String text, String address) {
        int at = text.indexOf(address);
        return at < 0
                ? 0
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    @Override
    public void refuseCopy(String path, String text, Problems problems) {}
}
