package org.feedwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.export.Export;
import org.feedwright.export.ExportDirectory;
import org.feedwright.export.ExportRefused;
import org.feedwright.folder.FolderLook;
import org.feedwright.poll.StaticServing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: reads the folder once, writes everything that the service would serve as files, and ends. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everything that is served as files, for nginx, Caddy or any web server: only what has changed since"
                    + " the last export there.",
            "Takes the service's settings as --name=value; --feedwright.base-url is the address at which the files"
                    + " will be."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:all is written", "2:the command was not understood", "3:not all could be written"})
final class ExportCommand extends StoreCommand {
    @Parameters(paramLabel = "DIR", description = "the directory to fill; empty, not there yet, or an earlier export")
    private Path directory = Path.of(".");

    @Option(
            names = "--codings",
            paramLabel = "LIST",
            description = "the compressed files to put beside each file: gzip,br (all that this machine can make, which"
                    + " is what is done unless told otherwise), one of them, or none, where the server compresses")
    private @Nullable String codings;

    @Override
    int run() throws InterruptedException {
        var endings = endings();
        if (endings == null) {
            say("'" + codings + "' are no codings; write gzip, br, gzip,br or none");
            return Commands.WRONG_USE;
        }
        try (var taken = ExportDirectory.open(directory)) {
            return withParts(parts -> export(taken, endings, parts));
        } catch (ExportRefused e) {
            say(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            say("The export was broken off (" + e + "); the next one goes on");
        }
        return Commands.NOT_DONE;
    }

    /** The endings of the wanted compressed files; null if the option cannot be understood. */
    private @Nullable Set<String> endings() {
        if (codings == null) {
            return StaticServing.endings();
        }
        var endings = new TreeSet<String>();
        for (String coding : codings.split(",", -1)) {
            switch (coding.strip()) {
                case "gzip" -> endings.add(".gz");
                case "br" -> endings.add(".br");
                case "none" -> {}
                default -> {
                    return null;
                }
            }
        }
        endings.retainAll(StaticServing.endings());
        return endings;
    }

    private int export(ExportDirectory taken, Set<String> endings, BeanFactory parts)
            throws IOException, InterruptedException {
        var look = parts.getBean(FolderLook.class);
        look.look();
        var outcome = parts.getBean(Export.class)
                .run(taken, endings, Commands.Version.text(), line -> say("Exporting: " + line));
        say(String.format(
                Locale.ROOT,
                "Exported to %s: %,d written, %,d unchanged, %,d removed",
                directory,
                outcome.written(),
                outcome.kept(),
                outcome.removed()));
        return Commands.DONE;
    }
}
