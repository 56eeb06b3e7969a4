package org.feedwright.command;

import org.feedwright.store.SettingRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.yaml.snakeyaml.error.YAMLException;

/** {@code feedwright [serve]}: starts the service. */
public final class Serving {
    private Serving() {}

    /**
     * Starts the service, and ends the process with an exit code if it cannot start.
     *
     * @param application the class by which Spring starts the service
     */
    public static void start(Class<?> application, String... arguments) {
        var settings = ServeArguments.settings(arguments);
        ServeArguments.wrong(settings).ifPresent(wrong -> {
            System.err.println(wrong + "; 'feedwright serve --help' tells more");
            System.exit(Commands.WRONG_USE);
        });
        try {
            SpringApplication.run(application, settings.toArray(String[]::new));
            ReadyNotice.give(System.getenv("NOTIFY_SOCKET"));
        } catch (SpringApplication.AbandonedRunException e) {
            throw e; // the build only generates the beans' code
        } catch (RuntimeException e) {
            System.exit(status(e)); // the log has said why
        }
    }

    /** The exit code of a failed start: wrong use where a setting is wrong, else "could not be done". */
    static int status(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingRefused || cause instanceof BindException || cause instanceof YAMLException) {
                return Commands.WRONG_USE;
            }
        }
        return Commands.NOT_DONE;
    }
}
