package org.feedwright.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.feedwright.access.Tokens;

/** Opens the store of tokens for a command, by the settings of the service. */
final class TokenStore {
    private TokenStore() {}

    /** Does something with the tokens, and returns its exit code. */
    static int open(Class<?> application, List<String> settings, PrintWriter err, ToIntFunction<Tokens> work) {
        var wrong = ServeArguments.wrong(settings);
        if (wrong.isPresent()) {
            err.println(wrong.get());
            return Commands.WRONG_USE;
        }
        try (var started = CommandApplication.start(application, settings)) {
            return started == null ? Commands.NOT_DONE : work.applyAsInt(started.getBean(Tokens.class));
        }
    }
}
