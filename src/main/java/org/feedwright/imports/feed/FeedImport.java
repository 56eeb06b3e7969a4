package org.feedwright.imports.feed;

import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportedArticle;
import org.feedwright.imports.ImportedFeed;
import org.feedwright.text.HttpAddress;
import org.jspecify.annotations.Nullable;

/** A feed, as its documents have it: the one that readers subscribe to, and older ones. */
public final class FeedImport implements ImportSource {
    private final FeedOptions options;
    private final Map<FeedSource, FeedPage> pages = new LinkedHashMap<>();
    private final FeedPage first;

    /**
     * @param sources the newest document first
     * @throws IOException if one of them cannot be had, or is no feed
     */
    public FeedImport(List<FeedSource> sources, FeedOptions options) throws IOException {
        this.options = options;
        for (var source : sources) {
            pages.put(source, source.read());
        }
        this.first = Objects.requireNonNull(pages.get(sources.getFirst()));
    }

    @Override
    public ImportedFeed feed() {
        var author = first.author();
        boolean isTitle = author != null && author.name().equals(first.title()); // what stands for nobody here
        return new ImportedFeed(
                first.title(),
                first.subtitle(),
                webOrNull(first.home()),
                language(first.language()),
                author == null || isTitle ? null : EntryReading.person(author, options.hasMail()),
                first.rights(),
                null,
                formerAddresses(),
                new ImportedFeed.Look(webOrNull(first.icon()), webOrNull(first.logo())),
                first.kind().extension());
    }

    /** The address of the feed on its host, unless a service like this one has it itself. */
    private List<String> formerAddresses() {
        var source = pages.keySet().iterator().next();
        String address = source.isOnTheWeb() ? source.place() : first.self();
        String path = address == null ? null : path(address);
        return path == null || path.startsWith("/feeds/") ? List.of() : List.of(path);
    }

    static @Nullable String path(String address) {
        try {
            var uri = URI.create(address);
            String path = Objects.requireNonNullElse(uri.getRawPath(), "");
            String whole = path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return whole.isEmpty() || whole.equals("/") || !path.startsWith("/") ? null : whole;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    static @Nullable String webOrNull(@Nullable String address) {
        try {
            return address == null ? null : HttpAddress.of(address).uri();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    static @Nullable String language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String name = tag.replace('_', '-');
        String language = name.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
        return List.of(Locale.getISOLanguages()).contains(language) ? name : null;
    }

    @Override
    public void articles(Consumer<ImportedArticle> sink, ImportReport report) {
        var seen = new HashSet<String>();
        var reading = new EntryReading(options, first);
        if (first.isPodcast()) {
            report.note("the feed is that of a podcast; what it says of that (itunes:…, podcast:…) is not taken:"
                    + " write it into feed.yaml and the files of the episodes");
        }
        pages.forEach((source, page) -> new FeedHistory(source, options, report).follow(page, entries -> {
            var latest = new HashMap<String, FeedEntry>();
            entries.forEach(entry -> latest.merge(reading.key(entry), entry, FeedImport::later));
            for (var entry : entries) {
                String key = reading.key(entry);
                var meant = Objects.requireNonNull(latest.get(key));
                if (isAnother(meant, entry)) {
                    report.problem("'" + entry.title() + "' has the id of '" + meant.title() + "', " + key
                            + ", and is not taken; give it one of its own there, and import again");
                } else if (entry.equals(meant) && seen.add(key)) {
                    sink.accept(reading.article(key, entry));
                } else {
                    report.skip("entries that came before, as newer versions");
                }
            }
        }));
    }

    /** Of two versions of one entry the one that was changed last, else the first (RFC 4287 §4.1.1). */
    private static FeedEntry later(FeedEntry one, FeedEntry other) {
        var before = changed(one);
        var after = changed(other);
        boolean isLater = before != null && after != null && after.isAfter(before);
        return isLater && !isAnother(one, other) ? other : one;
    }

    private static @Nullable OffsetDateTime changed(FeedEntry entry) {
        return entry.updated() == null ? entry.published() : entry.updated();
    }

    /** Whether two entries of one document have the same id by mistake, and are no versions of one entry. */
    private static boolean isAnother(FeedEntry one, FeedEntry other) {
        return !Objects.equals(one.published(), other.published())
                && !(Objects.equals(one.title(), other.title()) && Objects.equals(one.link(), other.link()));
    }
}
