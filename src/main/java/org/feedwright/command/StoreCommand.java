package org.feedwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.feedwright.backup.BackupProgress;
import org.feedwright.backup.BackupRefused;
import org.feedwright.backup.Installation;
import org.feedwright.store.JdbcFailure;
import org.feedwright.store.StoreRefused;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import tools.jackson.core.JacksonException;

/** What the commands have in common that read or fill a store: they take the service's settings, and say what fails. */
abstract class StoreCommand implements Callable<Integer> {
    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Does what the command is for, and gives its exit code. */
    abstract int run() throws IOException, InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        var wrong = ServeArguments.wrong(settings);
        if (wrong.isPresent()) {
            err().println(wrong.get());
            return Commands.WRONG_USE;
        }
        return attempt(this::run);
    }

    /** Work that may fail in one of the ways that are explained here. */
    interface Work {
        int run() throws IOException, InterruptedException;
    }

    /** Does work, and says in a sentence why it failed. */
    int attempt(Work work) throws InterruptedException {
        try {
            return work.run();
        } catch (BackupRefused e) {
            say(e.getMessage() + ".");
        } catch (StoreRefused e) {
            say(e.getMessage() + "; " + e.remedy() + ".");
        } catch (IOException e) {
            say(ImportPlace.reason(e) + ".");
        } catch (UncheckedIOException e) {
            say(ImportPlace.reason(Objects.requireNonNull(e.getCause())) + ".");
        } catch (JacksonException e) {
            say(e.getOriginalMessage() + ".");
        } catch (RuntimeException e) {
            if (!JdbcFailure.isOfTheStore(e) && !JdbcFailure.isOfItsTables(e)) {
                throw e;
            }
            say(JdbcFailure.reason(e));
        }
        return Commands.NOT_DONE;
    }

    /** Work with an application that is only prepared. */
    interface WithInstallation {
        int run(Installation installation) throws IOException, InterruptedException;
    }

    int with(List<String> settings, WithInstallation work) throws IOException, InterruptedException {
        Installation installation;
        try {
            installation = DormantApplication.of(commands().application(), settings);
        } catch (RuntimeException e) {
            return Serving.status(e); // the log has said why
        }
        try (var _ = installation.application()) {
            return work.run(installation);
        }
    }

    /** Work with the parts of an application. */
    interface WithParts {
        int run(BeanFactory parts) throws IOException, InterruptedException;
    }

    /** Does work with the application, which is started without a server; the service may be running beside it. */
    int withParts(WithParts work) throws IOException, InterruptedException {
        ConfigurableApplicationContext application;
        try {
            application = CommandApplication.start(commands().application(), settings);
        } catch (RuntimeException e) {
            return Serving.status(e); // the log has said why
        }
        try (application) {
            return work.run(application);
        }
    }

    List<String> settings() {
        return settings;
    }

    Commands commands() {
        return (Commands) spec.root().userObject();
    }

    BackupProgress progress() {
        return new BackupProgress(commands().clock(), this::say);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    void say(String line) {
        err().println(line);
        err().flush();
    }
}
