package org.feedwright.api;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.Attachments;
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
}
