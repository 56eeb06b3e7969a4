package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.feedwright.imports.pasted.PastedTexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code import text}: imports texts that were pasted from pages. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description = {
            "Imports texts that were copied from pages: finds title, date, authors, highlights and disclaimer, and leaves"
                    + " buttons, notices and comments out. Characters that a wrong decoding has damaged are repaired"
                    + " where nothing was lost, and guessed where something was; the report has each guess, and numbers"
                    + " are never guessed."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all is done",
            "1:something could not be taken, or would be held back; the report names it",
            "2:the command was not understood",
            "3:a file cannot be read, or the folder not written"
        })
final class ImportTextCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the texts")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(names = "--title", paramLabel = "TITLE", description = "the title, where one text is imported")
    private @Nullable String title;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            converter = Date.class,
            description = "when the texts appeared, such as 2026-01-26 or 2026-01-26T09:30:00Z; a text that states its"
                    + " date needs none")
    private @Nullable OffsetDateTime published;

    @ParentCommand
    private @Nullable ImportCommand parent;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        if (title != null && files.size() > 1) {
            err.println("--title is the title of one text, and these are " + files.size());
            return Commands.WRONG_USE;
        }
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                err.println(file + " is not a file");
                return Commands.NOT_DONE;
            }
        }
        try {
            return options.run(
                    new PastedTexts(files, title, published), spec, Objects.requireNonNull(parent).clock());
        } catch (IOException e) {
            err.println(ImportOptions.reason(e));
            return Commands.NOT_DONE;
        }
    }

    private static final class Date implements ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String date) {
            try {
                return date.contains("T")
                        ? OffsetDateTime.parse(date)
                        : LocalDate.parse(date).atStartOfDay().atOffset(ZoneOffset.UTC);
            } catch (DateTimeException _) {
                throw new TypeConversionException(
                        "'" + date + "' is no date; write one such as 2026-01-26 or 2026-01-26T09:30:00Z");
            }
        }
    }
}
