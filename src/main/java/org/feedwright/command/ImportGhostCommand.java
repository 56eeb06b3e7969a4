package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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
import picocli.CommandLine.TypeConversionException;

/** {@code import ghost}: imports what Ghost exports. */
@Command(
        name = "ghost",
        description = {
            "Imports a file that Ghost has made by Settings > Import/Export: posts with their ids, dates, authors, tags,"
                    + " excerpts and feature images. What is for members only, for paying members or for e-mail only"
                    + " becomes a draft, and internal tags are left out.",
            "The addresses that posts had become aliases, which lead to the articles."
        })
final class ImportGhostCommand extends ImportKind {
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

    @Override
    int run(CommandSpec spec, InstantSource clock) throws IOException {
        if (!Files.isRegularFile(export)) {
            throw new IOException(export + " is not a file; in Ghost, Settings > Import/Export makes one");
        }
        var source = new GhostExport(export, new GhostOptions(home, takesPages, hasMail));
        return options.run(source, spec, clock);
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
