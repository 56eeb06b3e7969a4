package org.feedwright.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.feedwright.access.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
        try (var started = start(application, settings)) {
            return started == null ? Commands.NOT_DONE : work.applyAsInt(started.getBean(Tokens.class));
        }
    }

    /** Starts the application without a server, and without a look at the folder; null if it cannot start. */
    private static @Nullable ConfigurableApplicationContext start(Class<?> application, List<String> settings) {
        System.setProperty("spring.aot.enabled", "false");
        try {
            return new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .properties("feedwright.authoring.watch=false")
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException _) {
            return null; // the log has said why
        }
    }
}
