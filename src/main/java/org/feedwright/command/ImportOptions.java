package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Locale;
import org.feedwright.article.FeedName;
import org.feedwright.imports.Import;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportTarget;
import org.feedwright.imports.ImportedMedia;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that all kinds of imports have. */
final class ImportOptions {
    private static final int TOLD = 500; // articles

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "${env:FEEDWRIGHT_FOLDER:-feeds}",
            description = "the folder of feeds; default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("feeds");

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description = "the feed that takes the articles: lower-case letters, digits and '-'; default: a name made of"
                    + " the title there")
    private @Nullable String feed;

    @Option(names = "--dry-run", description = "write nothing, and tell what would be")
    private boolean isDryRun;

    /** Imports, prints the report, and gives the exit code. */
    int run(ImportSource source, CommandSpec spec, InstantSource clock) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        var target = new ImportTarget(folder, name(source, spec), isDryRun);
        var report = Import.run(source, target, ImportedMedia.left(), clock.instant(), articles -> {
            if (articles % TOLD == 0) {
                err.println(articles + " articles read");
                err.flush();
            }
        });
        print(report, target, out);
        return report.problems().isEmpty() ? Commands.DONE : Commands.PROBLEMS_FOUND;
    }

    private static void print(ImportReport report, ImportTarget target, PrintWriter out) {
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
