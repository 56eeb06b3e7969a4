package org.feedwright.command;

import org.feedwright.store.SettingRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.yaml.snakeyaml.error.YAMLException;

/** {@code feedwright [serve]}: the service, from the command line to its first request. */
public final class Serving {
    private Serving() {}

    /** @param application the class by which Spring starts the service */
    public static void start(Class<?> application, String... arguments) {
        var settings = ServeArguments.settings(arguments);
        ServeArguments.wrong(settings).ifPresent(wrong -> {
            System.err.println(wrong + "; 'feedwright serve --help' tells more");
            System.exit(Commands.WRONG_USE);
        });
        try {
            SpringApplication.run(application, settings.toArray(String[]::new));
        } catch (SpringApplication.AbandonedRunException e) {
            throw e; // the build makes the beans' code, and goes no further
        } catch (RuntimeException e) {
            System.exit(status(e)); // the log has said why
        }
    }

    /** What is set wrongly is wrong use; the rest could not be done. */
    private static int status(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingRefused || cause instanceof BindException || cause instanceof YAMLException) {
                return Commands.WRONG_USE;
            }
        }
        return Commands.NOT_DONE;
    }
}
