package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.feedwright.imports.ghost.GhostExport;
import org.feedwright.imports.ghost.GhostOptions;
import org.feedwright.text.HttpAddress;
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

/** {@code import ghost}: imports what Ghost exports. */
@Command(
        name = "ghost",
        mixinStandardHelpOptions = true,
        description = {
            "Imports a file that Ghost has made by Settings > Import/Export: posts with their ids, dates, authors, tags,"
                    + " excerpts and feature images. What is for members only, for paying members or for e-mail only"
                    + " becomes a draft, and internal tags are left out.",
            "The addresses that posts had become aliases, which lead to the articles."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all is done",
            "1:something could not be taken, or would be held back; the report names it",
            "2:the command was not understood",
            "3:the export cannot be read, or the folder not written"
        })
final class ImportGhostCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXPORT", description = "the file, which ends in .json")
    private Path export = Path.of("export.json");

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(
            names = "--home",
            paramLabel = "ADDRESS",
            converter = Address.class,
            description = "the site's address, such as https://example.org/; the export does not have it, and writes"
                    + " __GHOST_URL__ for it")
    private @Nullable String home;

    @Option(names = "--pages", description = "take pages, too")
    private boolean takesPages;

    @Option(names = "--emails", description = "take the e-mail addresses of authors; feeds show them to everyone")
    private boolean hasMail;

    @ParentCommand
    private @Nullable ImportCommand parent;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(export)) {
            err.println(export + " is not a file; in Ghost, Settings > Import/Export makes one");
            return Commands.NOT_DONE;
        }
        try {
            var source = new GhostExport(export, new GhostOptions(home, takesPages, hasMail));
            return options.run(source, spec, Objects.requireNonNull(parent).clock());
        } catch (IOException e) {
            err.println(ImportOptions.reason(e));
            return Commands.NOT_DONE;
        }
    }

    private static final class Address implements ITypeConverter<String> {
        @Override
        public String convert(String address) {
            try {
                return HttpAddress.of(address).uri();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + address + "' is no address (" + e.getMessage()
                        + "); write one such as https://example.org/");
            }
        }
    }
}
