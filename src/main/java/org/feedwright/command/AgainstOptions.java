package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Feed;
import org.feedwright.imports.feed.FeedComparison;
import org.feedwright.imports.feed.FeedComparison.Difference;
import org.feedwright.imports.feed.FeedComparison.Kind;
import org.feedwright.imports.feed.FeedSource;
import org.feedwright.imports.feed.KnownFeed;
import org.feedwright.imports.network.Downloads;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code check} that compare what the folder would publish with a feed that readers know. */
final class AgainstOptions {
    @Option(
            names = "--against",
            paramLabel = "OLD-FEED",
            description = "compare with the feed that readers know, a file or an address: publish the folder from a"
                    + " fresh store, and list every entry that would appear new, changed or lost")
    private @Nullable String against;

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description = "with --against: the feed that takes its place. Default: the only one, or the one whose"
                    + " 'formerly-at' or 'home' the old feed has")
    private @Nullable String feed;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "with --against: the address at which the service will be. Default: its setting")
    private @Nullable String baseUrl;

    @Option(names = "--allow-private", description = "with --against: fetch from private addresses, too")
    private boolean allowsPrivate;

    /** Whether the folder is to be compared with a feed. */
    boolean isAsked() {
        return against != null;
    }

    /** Compares, prints each difference and a sentence at the end, and gives the exit code. */
    int run(Path folder, DataSize maxFileSize, Class<?> application, CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        try (var downloads = new Downloads(allowsPrivate)) {
            var known = KnownFeed.read(new FeedSource(String.valueOf(against), downloads));
            known.problems().forEach(err::println);
            try (var published = PublishedFolder.of(application, folder, settings(maxFileSize))) {
                return compare(known, published, spec);
            }
        } catch (IOException e) {
            err.println(ImportOptions.reason(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Commands.NOT_DONE;
    }

    private List<String> settings(DataSize maxFileSize) {
        var settings = new ArrayList<String>();
        settings.add("--feedwright.authoring.max-file-size=" + maxFileSize.toBytes() + "B");
        if (baseUrl != null) {
            settings.add("--feedwright.base-url=" + baseUrl);
        }
        return settings;
    }

    private int compare(KnownFeed known, PublishedFolder published, CommandSpec spec) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var taking = feed(known, published.feeds(), spec);
        var format = FeedFormat.ofExtension(known.newest().kind().extension()).orElseThrow();
        var shown = published.shown(taking, format);
        var differences = FeedComparison.of(known.entries(), shown, published.archived(taking, format));
        differences.forEach(each -> out.println(line(each)));
        out.println(sentence(taking, known, differences));
        outOfWindow(known, differences).ifPresent(out::println);
        out.flush();
        return differences.isEmpty() ? Commands.DONE : Commands.PROBLEMS_FOUND;
    }

    private Feed feed(KnownFeed known, List<Feed> feeds, CommandSpec spec) {
        if (feed != null) {
            return only(feeds, each -> each.name().value().equals(feed))
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "There is no feed '" + feed + "'; there is " + names(feeds)));
        }
        if (feeds.size() == 1) {
            return feeds.getFirst();
        }
        return only(feeds, each -> each.definition().identity().formerlyAt().stream()
                        .anyMatch(former -> isAt(known, former.address())))
                .or(() -> only(feeds, each -> isAt(known, "/feeds/" + each.name() + "." + known.newest().kind().extension())))
                .or(() -> only(feeds, each -> isHome(known, each)))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Nothing tells which feed takes the place of " + against + "; say --feed and one of "
                                + names(feeds)));
    }

    /** The one feed that is meant; empty if there is none, or more. */
    private static Optional<Feed> only(List<Feed> feeds, Predicate<Feed> isMeant) {
        var meant = feeds.stream().filter(isMeant).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private boolean isAt(KnownFeed known, String address) {
        String wanted = path(address);
        return Stream.of(Optional.ofNullable(known.newest().self()), Optional.ofNullable(against))
                .flatMap(Optional::stream)
                .anyMatch(each -> each.matches("(?i)https?://.*") && path(each).equals(wanted));
    }

    private static boolean isHome(KnownFeed known, Feed feed) {
        String home = feed.definition().description().home();
        String old = known.newest().home();
        return home != null && old != null && bare(home).equals(bare(old));
    }

    private static String bare(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/+$", "");
    }

    /** An address's path and query, without a slash at the end. */
    private static String path(String address) {
        try {
            var uri = URI.create(address);
            return ("/" + uri.getRawPath()).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "")
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private static String names(List<Feed> feeds) {
        return feeds.isEmpty()
                ? "none"
                : feeds.stream().map(each -> "'" + each.name() + "'").collect(Collectors.joining(", "));
    }

    private static String line(Difference difference) {
        String title = "'" + difference.entry().title() + "' (" + difference.id() + ")";
        return switch (difference.kind()) {
            case NEW -> "new: " + title + ": readers do not know this id";
            case CHANGED -> "changed: " + title + ": " + String.join(", ", difference.parts());
            case LOST -> "lost: " + title + ": nothing in the folder has this id";
        };
    }

    private static String sentence(Feed feed, KnownFeed known, List<Difference> differences) {
        if (differences.isEmpty()) {
            return "Readers would notice nothing: '" + feed.name() + "' has all "
                    + counted(known.entries().stream().map(each -> String.valueOf(each.id())).distinct().count())
                    + " of the old feed, unchanged, and no other that they would see";
        }
        return "Readers would notice that '" + feed.name() + "' takes its place: " + count(differences, Kind.NEW)
                + " new, " + count(differences, Kind.CHANGED) + " changed, " + count(differences, Kind.LOST) + " lost";
    }

    private static String counted(long count) {
        return count == 1 ? "1 entry" : String.format(Locale.ROOT, "%,d entries", count);
    }

    private static long count(List<Difference> differences, Kind kind) {
        return differences.stream().filter(each -> each.kind() == kind).count();
    }

    /** Entries that are older than the old feed's last one are in it no more, and a smaller window leaves them out. */
    private static Optional<String> outOfWindow(KnownFeed known, List<Difference> differences) {
        var oldest = known.entries().stream()
                .flatMap(each -> Optional.ofNullable(each.published()).stream())
                .map(each -> each.toInstant())
                .min((one, other) -> one.compareTo(other));
        long older = differences.stream()
                .filter(each -> each.kind() == Kind.NEW)
                .flatMap(each -> Optional.ofNullable(each.entry().published()).stream())
                .filter(each -> oldest.isPresent() && each.toInstant().isBefore(oldest.get()))
                .count();
        return older == 0
                ? Optional.empty()
                : Optional.of("Of the new ones, " + older + (older == 1 ? " is" : " are")
                        + " older than all in the old feed; 'window: " + known.newest().entries().size()
                        + "' in feed.yaml shows as many entries as it did");
    }
}
