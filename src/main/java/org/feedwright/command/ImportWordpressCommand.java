package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.feedwright.imports.wordpress.WordpressExport;
import org.feedwright.imports.wordpress.WordpressOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code import wordpress}: imports what WordPress exports. */
@Command(
        name = "wordpress",
        description = {
            "Imports a file that WordPress has made by Tools > Export: posts with their ids, dates, authors' names,"
                    + " categories, tags, excerpts, lead images and enclosures. Private, pending and password-protected"
                    + " posts become drafts.",
            "The addresses that posts had become aliases, which lead to the articles."
        })
final class ImportWordpressCommand extends ImportKind {
    @Parameters(paramLabel = "EXPORT", description = "the file, which ends in .xml")
    private Path export = Path.of("export.xml");

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(names = "--pages", description = "take pages, too")
    private boolean takesPages;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "take items of this type, too, such as a theme's 'news'; may be given several times")
    private Set<String> types = new LinkedHashSet<>();

    @Option(
            names = "--keep-links",
            description = "the site stays where it is: articles link to it, and have no aliases here")
    private boolean keepsLinks;

    @Option(names = "--emails", description = "take the e-mail addresses of authors; feeds show them to everyone")
    private boolean hasMail;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "the zone of dates that the export has without one, such as Europe/Berlin; default: UTC")
    private @Nullable ZoneId zone;

    @Override
    int run(CommandSpec spec, InstantSource clock) throws IOException {
        if (!Files.isRegularFile(export)) {
            throw new IOException(export + " is not a file; in WordPress, Tools > Export makes one");
        }
        var taken = new LinkedHashSet<>(types);
        taken.add("post");
        if (takesPages) {
            taken.add("page");
        }
        var source = new WordpressExport(export, new WordpressOptions(taken, keepsLinks, hasMail, zone));
        return options.run(source, spec, clock);
    }

    private static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String zone) {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException _) {
                throw new TypeConversionException(
                        "'" + zone + "' is no zone; write one such as Europe/Berlin or +08:00");
            }
        }
    }
}
