package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.imports.Import;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportTarget;
import org.feedwright.imports.ImportedMedia;
import org.feedwright.imports.network.Downloads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that all kinds of imports have. */
final class ImportOptions {
    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "${env:FEEDWRIGHT_FOLDER:-feeds}",
            description = "the folder of feeds; default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("feeds");

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description =
                    "the feed that takes the articles: lower-case letters, digits and '-'; default: a name made of"
                            + " the title there")
    private @Nullable String feed;

    @Option(names = "--dry-run", description = "write nothing, and tell what would be")
    private boolean isDryRun;

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
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        var target = new ImportTarget(folder, name(source, spec), isDryRun);
        try (var downloads = downloads()) {
            var media = new ImportedMedia(
                    fetchesMedia ? downloads : null, lowerCase(mediaHosts), told(err, 20, "files fetched"));
            var report = Import.run(source, target, media, clock.instant(), told(err, 500, "articles read"));
            print(report, target, out);
            return report.problems().isEmpty() ? Commands.DONE : Commands.PROBLEMS_FOUND;
        }
    }

    /** What is said of a failure: the system's own words name no more than the file. */
    static String reason(IOException e) {
        return e instanceof FileSystemException system
                ? system.getFile() + " cannot be read or written ("
                        + e.getClass().getSimpleName() + (system.getReason() == null ? "" : ": " + system.getReason())
                        + ")"
                : String.valueOf(e.getMessage());
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

    static void print(ImportReport report, ImportTarget target, PrintWriter out) {
        out.println(
                target.isDryRun()
                        ? "Nothing was written. The import into " + target.directory() + " would be:"
                        : "Imported into " + target.directory() + ":");
        report.lines().forEach(line -> out.println("  " + line));
        out.flush();
    }

    private FeedName name(ImportSource source, CommandSpec spec) {
        String name = feed == null ? named(source.feed().title()) : feed;
        if (!FeedName.isValid(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + name + "' cannot be a feed's name; say --feed with lower-case letters, digits and '-'");
        }
        return new FeedName(name);
    }

    private static String named(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String name = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), 60)).replaceAll("^-+|-+$", "");
    }
}
