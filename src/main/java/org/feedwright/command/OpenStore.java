package org.feedwright.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.BeanFactory;

/** Opens the store for a command, by the settings of the service, which may be running beside it. */
final class OpenStore {
    private OpenStore() {}

    /** Does something with the application's parts, and returns its exit code. */
    static int with(Class<?> application, List<String> settings, PrintWriter err, ToIntFunction<BeanFactory> work) {
        var wrong = ServeArguments.wrong(settings);
        if (wrong.isPresent()) {
            err.println(wrong.get());
            return Commands.WRONG_USE;
        }
        try (var started = CommandApplication.start(application, settings)) {
            return started == null ? Commands.NOT_DONE : work.applyAsInt(started);
        }
    }
}
