package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportedMedia;
import org.feedwright.imports.network.Downloads;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of imports whose articles name files elsewhere. */
final class ImportOptions extends ImportPlace {
    @Option(
            names = "--media",
            description = "fetch the pictures, recordings and films that are on the site itself into files/ in the"
                    + " feed's folder; else they stay where they are, and are counted")
    private boolean fetchesMedia;

    @Option(
            names = "--media-host",
            paramLabel = "HOST",
            description = "with --media, fetch from this host, too; may be given several times")
    private Set<String> mediaHosts = new LinkedHashSet<>();

    @Option(
            names = "--allow-private",
            description = "fetch from private addresses, too, such as this machine's and those of its network")
    private boolean allowsPrivate;

    /** What fetches, for whoever has to; it never asks private addresses unless that was allowed. */
    Downloads downloads() {
        return new Downloads(allowsPrivate);
    }

    /** Imports, prints the report, and gives the exit code. */
    int run(ImportSource source, CommandSpec spec, InstantSource clock) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        var target = target(
                spec,
                _ -> FeedName.ofTitle(source.feed().title())
                        .map(FeedName::value)
                        .orElse(""));
        try (var downloads = downloads()) {
            var media = new ImportedMedia(
                    fetchesMedia ? downloads : null, lowerCase(mediaHosts), told(err, 20, "files fetched"));
            return run(source, target, media, spec, clock, told(err, 500, "articles read"));
        }
    }

    private static IntConsumer told(PrintWriter err, int every, String what) {
        return number -> {
            if (number % every == 0) {
                err.println(number + " " + what);
                err.flush();
            }
        };
    }

    private static Set<String> lowerCase(Set<String> hosts) {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
