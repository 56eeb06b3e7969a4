package org.feedwright.imports.feed;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.network.Downloads;
import org.jspecify.annotations.Nullable;

/**
 * Goes from the newest document of a feed to its older ones, one after another: by {@code prev-archive} and
 * {@code next} (RFC 5005), {@code next_url} (JSON Feed), or {@code ?paged=2} (WordPress).
 *
 * @param newest where the newest document was found
 */
record FeedHistory(FeedSource newest, FeedOptions options, ImportReport report) {
    private static final int MOST = 2_000; // documents

    /** @param entries takes each document's entries, newest first */
    void follow(FeedPage first, Consumer<List<FeedEntry>> entries) {
        var ids = new HashSet<@Nullable String>();
        var visited = new HashSet<String>(Set.of(newest.place()));
        var page = first;
        for (int number = 1; ; number++) {
            tell(page, number == 1 ? newest.place() : String.valueOf(page.self()));
            boolean isNew =
                    page.entries().stream().map(FeedEntry::id).filter(ids::add).count() > 0;
            entries.accept(page.entries());
            String older = older(page, number);
            if (older == null || (isPaged(first) && !isNew) || !visited.add(older)) {
                return;
            }
            if (number == MOST) {
                report.problem("only the newest " + MOST + " documents of the feed were read; import the others from "
                        + older);
                return;
            }
            var next = page(older, isPaged(first));
            if (next == null) {
                return;
            }
            page = next;
        }
    }

    private void tell(FeedPage page, String place) {
        if (!page.isWhole()) {
            report.problem(place + " breaks off before its end; what it has was taken, and more may be missing");
        }
        page.others().forEach(report::skip);
    }

    /** The address of the next older document; null if there is none, or nobody may ask. */
    private @Nullable String older(FeedPage page, int number) {
        String stated = page.older();
        if (options.isFirstOnly()) {
            return null;
        }
        if (stated != null && !newest.isOnTheWeb()) {
            report.note("the file names an older document, " + stated
                    + ", which is not read; import from the address, or name the older files too");
            return null;
        }
        if (stated != null) {
            return stated.matches("(?i)https?://.*") ? stated : null;
        }
        return newest.isOnTheWeb() && isPaged(page)
                ? newest.place() + (newest.place().contains("?") ? "&" : "?") + "paged=" + (number + 1)
                : null;
    }

    private boolean isPaged(FeedPage page) {
        return page.older() == null && (options.isPaged() || page.generator().contains("wordpress.org"));
    }

    private @Nullable FeedPage page(String address, boolean isTried) {
        try {
            return new FeedSource(address, newest.downloads()).read();
        } catch (Downloads.Answered e) {
            if (!isTried || !e.isNothing()) {
                report.problem(address + ", where older entries are, cannot be read: " + e.getMessage());
            }
        } catch (IOException e) {
            report.problem("older entries cannot be read: " + e.getMessage());
        }
        return null;
    }
}
