package org.feedwright.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.IntConsumer;
import org.feedwright.article.FeedName;
import org.feedwright.imports.Import;
import org.feedwright.imports.ImportSource;
import org.feedwright.imports.ImportTarget;
import org.feedwright.imports.ImportedMedia;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where an import writes. */
class ImportPlace {
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
                            + " the title there, or, for texts, the only feed in the folder, else 'reports'")
    private @Nullable String feed;

    @Option(names = "--dry-run", description = "write nothing, and tell what would be")
    private boolean isDryRun;

    /** Gives the name of a feed that was not stated. */
    interface Naming {
        String name(Path folder) throws IOException;
    }

    ImportTarget target(CommandSpec spec, Naming otherwise) throws IOException {
        String name = feed == null ? otherwise.name(folder) : feed;
        if (!FeedName.isValid(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + name + "' cannot be a feed's name; say --feed with lower-case letters, digits and '-'");
        }
        return new ImportTarget(folder, new FeedName(name), isDryRun);
    }

    /** Imports, prints the report, and gives the exit code. */
    static int run(
            ImportSource source,
            ImportTarget target,
            ImportedMedia media,
            CommandSpec spec,
            InstantSource clock,
            IntConsumer progress)
            throws IOException {
        var report = Import.run(source, target, media, clock.instant(), progress);
        var out = spec.commandLine().getOut();
        out.println(
                target.isDryRun()
                        ? "Nothing was written. The import into " + target.directory() + " would be:"
                        : "Imported into " + target.directory() + ":");
        report.lines().forEach(line -> out.println("  " + line));
        out.flush();
        return report.problems().isEmpty() ? Commands.DONE : Commands.PROBLEMS_FOUND;
    }

    /** What is said of a failure: the system's own words name no more than the file. */
    static String reason(IOException e) {
        return e instanceof FileSystemException system
                ? system.getFile() + " cannot be read or written ("
                        + e.getClass().getSimpleName() + (system.getReason() == null ? "" : ": " + system.getReason())
                        + ")"
                : String.valueOf(e.getMessage());
    }
}
