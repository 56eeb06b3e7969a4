package org.feedwright;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.feedwright.authoring.FolderLook;
import org.feedwright.export.Export;
import org.feedwright.export.ExportDirectory;
import org.feedwright.export.ExportRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

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
        exitCodeList = {"0:all is written", "1:not all could be written", "2:the command was not understood"})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the directory to fill; empty, not there yet, or an earlier export")
    private Path directory = Path.of(".");

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        for (String setting : settings) {
            if (!Feedwright.isSetting(setting)) {
                err.println("'" + setting + "' is no setting; write --name=value");
                return 2;
            }
        }
        try (var taken = ExportDirectory.open(directory);
                var application = start()) {
            return application == null ? 1 : export(taken, application, err);
        } catch (ExportRefused e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The export was broken off (" + e + "); the next one goes on");
        }
        return 1;
    }

    private int export(ExportDirectory taken, ConfigurableApplicationContext application, PrintWriter err)
            throws IOException, InterruptedException {
        var look = application.getBean(FolderLook.class);
        look.look();
        var outcome = application.getBean(Export.class).run(taken, Commands.Version.text(), line -> {
            err.println("Exporting: " + line);
            err.flush();
        });
        err.println("Exported to %s: %,d written, %,d unchanged, %,d removed"
                .formatted(directory, outcome.written(), outcome.kept(), outcome.removed()));
        return 0;
    }

    /** What serves, without a server. The beans' generated code is that of a service, and is of no use here. Null if it cannot start. */
    private @Nullable ConfigurableApplicationContext start() {
        System.setProperty("spring.aot.enabled", "false");
        try {
            return new SpringApplicationBuilder(Feedwright.class)
                    .web(WebApplicationType.NONE)
                    .properties("feedwright.authoring.watch=false")
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException _) {
            return null; // the log has said why
        }
    }
}
