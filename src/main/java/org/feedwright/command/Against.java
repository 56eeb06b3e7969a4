package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FormerDocument;
import org.feedwright.imports.feed.FeedComparison;
import org.feedwright.imports.feed.FeedComparison.Difference;
import org.feedwright.imports.feed.FeedPage;
import org.feedwright.imports.feed.FeedSource;
import org.feedwright.imports.network.Downloads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code check --against}, which compares a feed of the folder with the one that readers know. */
final class Against {
    @Option(
            names = "--against",
            paramLabel = "FEED",
            required = true,
            description = "the feed that readers know: its address, or a file that has it. What is here is compared in"
                    + " the same format")
    private String old = "";

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description = "the feed of the folder that takes its place; by default the only one, or the one that has"
                    + " its address in 'formerly-at', or has the same home")
    private @Nullable String name;

    @Option(
            names = "--base-url",
            paramLabel = "ADDRESS",
            defaultValue = "${env:FEEDWRIGHT_BASE_URL:-http://localhost:8080}",
            description = "the address at which readers will have it, which links to pages here begin with; default:"
                    + " ${DEFAULT-VALUE}")
    private String baseUrl = "http://localhost:8080";

    @Option(names = "--allow-private", description = "ask at private addresses, too, such as this machine's")
    private boolean allowsPrivate;

    /** Compares, prints the differences and a sentence, and gives the exit code. */
    int compare(Path folder, @Nullable Commands commands, CommandSpec spec) throws InterruptedException {
        var line = spec.commandLine();
        try (var downloads = new Downloads(allowsPrivate)) {
            var known = new FeedSource(old, downloads).read();
            FreshFeed started;
            try {
                started = FreshFeed.of(Objects.requireNonNull(commands).application(), folder, baseUrl);
            } catch (RuntimeException e) {
                return Serving.status(e); // the log has said why
            }
            try (var fresh = started) {
                fresh.look();
                return compare(fresh, known, spec);
            }
        } catch (IOException e) {
            line.getErr().println(ImportPlace.reason(e));
            return Commands.NOT_DONE;
        }
    }

    private int compare(FreshFeed fresh, FeedPage known, CommandSpec spec) throws IOException {
        var line = spec.commandLine();
        var feed = chosen(fresh, known, spec);
        var differences =
                new FeedComparison(known).with(fresh.newest(feed, known.kind()), fresh.archived(feed, known.kind()));
        differences.forEach(difference -> line.getOut().println(line(difference)));
        line.getOut().flush();
        line.getErr().println(sentence(feed, known, differences));
        return differences.isEmpty() ? Commands.DONE : Commands.PROBLEMS_FOUND;
    }

    private Feed chosen(FreshFeed fresh, FeedPage known, CommandSpec spec) {
        String names = fresh.feeds().stream().map(feed -> feed.name().value()).collect(Collectors.joining(", "));
        String stated = name;
        if (stated != null) {
            return (FeedName.isValid(stated) ? fresh.feed(new FeedName(stated)) : Optional.<Feed>empty())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "there is no feed '" + stated + "' here; there are: " + names));
        }
        return only(fresh.feeds(), _ -> true)
                .or(() -> only(fresh.feeds(), feed -> hasBeenAt(feed, known)))
                .or(() -> only(fresh.feeds(), feed -> isOfHome(feed, known)))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "which feed is to be compared? Say --feed with one of: " + names));
    }

    private static Optional<Feed> only(List<Feed> feeds, Predicate<Feed> isWanted) {
        var wanted = feeds.stream().filter(isWanted).toList();
        return wanted.size() == 1 ? Optional.of(wanted.getFirst()) : Optional.empty();
    }

    private boolean hasBeenAt(Feed feed, FeedPage known) {
        return feed.definition().identity().formerlyAt().stream()
                .map(FormerDocument::address)
                .anyMatch(address -> isAt(old, address) || isAt(known.self(), address));
    }

    private static boolean isAt(@Nullable String whole, String address) {
        return whole != null
                && (whole.equals(address) || address.equals(whole.replaceFirst("(?i)^https?://[^/]*", "")));
    }

    private static boolean isOfHome(Feed feed, FeedPage known) {
        String home = feed.definition().description().home();
        return home != null && known.home() != null && plain(home).equals(plain(known.home()));
    }

    private static String plain(String address) {
        return address.replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
    }

    private static String line(Difference difference) {
        return difference.kind().word() + ": '" + difference.title() + "' (" + difference.id() + "): "
                + difference.what();
    }

    private String sentence(Feed feed, FeedPage known, List<Difference> differences) {
        String whose = "the readers of " + old + " would notice ";
        if (differences.isEmpty()) {
            return "If " + feed.name() + " took its place, " + whose + "nothing; all "
                    + known.entries().size() + " entries are the same";
        }
        String counts = differences.stream()
                .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey().word())
                .collect(Collectors.joining(", "));
        return "If " + feed.name() + " took its place, " + whose + counts + " of "
                + known.entries().size() + " entries that they know";
    }
}
