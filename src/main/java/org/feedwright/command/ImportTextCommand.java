package org.feedwright.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.authoring.FeedFile;
import org.feedwright.imports.ImportedMedia;
import org.feedwright.imports.pasted.TextOptions;
import org.feedwright.imports.pasted.TextReports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code import text}: imports reports that were pasted into text files. */
@Command(
        name = "text",
        description = {
            "Imports reports that were pasted into text files, one in each: finds title, date, authors, highlights and"
                    + " disclaimer, leaves out what is around a report on its page, and repairs characters that a wrong"
                    + " encoding has damaged.",
            "It tells each line that it leaves out and each character that it guesses. A text that states no date"
                    + " becomes a draft, unless --published says one."
        })
final class ImportTextCommand extends ImportKind {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the text files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ImportPlace place = new ImportPlace();

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

    @Override
    int run(CommandSpec spec, InstantSource clock) throws IOException {
        if (title != null && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--title is for a single file; import them one by one");
        }
        var target = place.target(spec, folder -> onlyFeed(folder, spec));
        var source = new TextReports(files, target.directory(), new TextOptions(charset, published, title));
        return ImportPlace.run(source, target, ImportedMedia.left(), spec, clock, _ -> {});
    }

    private static String onlyFeed(Path folder, CommandSpec spec) throws IOException {
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
