package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.imports.Import;
import org.feedwright.imports.ImportTarget;
import org.feedwright.imports.ImportedMedia;
import org.feedwright.imports.pasted.TextOptions;
import org.feedwright.imports.pasted.TextReports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code import text}: imports reports that were pasted into text files. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = {
            "Imports reports that were pasted into text files, one in each: finds title, date, authors, highlights and"
                    + " disclaimer, leaves out what is around a report on its page, and repairs characters that a wrong"
                    + " encoding has damaged.",
            "It tells each line that it leaves out and each character that it guesses. A text that states no date"
                    + " becomes a draft, unless --published says one."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all is done",
            "1:something could not be taken, or would be held back; the report names it",
            "2:the command was not understood",
            "3:the folder cannot be read or written"
        })
final class ImportTextCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the text files")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "${env:FEEDWRIGHT_FOLDER:-feeds}",
            description = "the folder of feeds; default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("feeds");

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description = "the feed that takes the articles: lower-case letters, digits and '-'; default: the only feed"
                    + " in the folder, or 'reports' where there is none")
    private @Nullable String feed;

    @Option(names = "--dry-run", description = "write nothing, and tell what would be")
    private boolean isDryRun;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "the day on which reports were published that do not say it, such as 2026-01-26")
    private @Nullable LocalDate published;

    @Option(names = "--title", paramLabel = "TITLE", description = "the title of a single report that has none")
    private @Nullable String title;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "the encoding of files that are not in UTF-8, such as windows-1252")
    private @Nullable Charset charset;

    @ParentCommand
    private @Nullable ImportCommand parent;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (title != null && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--title is for a single file; import them one by one");
        }
        try {
            var target = new ImportTarget(folder, feed(), isDryRun);
            var source = new TextReports(files, target.directory(), new TextOptions(charset, published, title));
            var now = Objects.requireNonNull(parent).clock().instant();
            var report = Import.run(source, target, ImportedMedia.left(), now, _ -> {});
            ImportOptions.print(report, target, spec.commandLine().getOut());
            return report.problems().isEmpty() ? Commands.DONE : Commands.PROBLEMS_FOUND;
        } catch (IOException e) {
            err.println(ImportOptions.reason(e));
            return Commands.NOT_DONE;
        }
    }

    private FeedName feed() throws IOException {
        String name = feed == null ? onlyFeed() : feed;
        if (!FeedName.isValid(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + name + "' cannot be a feed's name; say --feed with lower-case letters, digits and '-'");
        }
        return new FeedName(name);
    }

    private String onlyFeed() throws IOException {
        if (!Files.isDirectory(folder)) {
            return "reports";
        }
        try (var within = Files.list(folder)) {
            var names = within.filter(directory -> Files.exists(directory.resolve(FeedFile.NAME)))
                    .map(directory -> String.valueOf(directory.getFileName()))
                    .sorted()
                    .toList();
            if (names.size() > 1) {
                throw new ParameterException(
                        spec.commandLine(), "Say which feed takes the articles: --feed " + String.join(", or ", names));
            }
            return names.isEmpty() ? "reports" : names.getFirst();
        }
    }
}
