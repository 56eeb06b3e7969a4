package org.feedwright;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * The last to say why the service does not start: where nobody knows better, in the words of the innermost cause. The
 * whole stack is for {@code --debug}.
 */
final class StartFailure implements SpringBootExceptionReporter {
    private final @Nullable ConfigurableApplicationContext context;

    StartFailure(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation(StartFailure.class.getClassLoader())
                        .load(
                                SpringBootExceptionReporter.class,
                                ArgumentResolver.from(
                                        type -> type == ConfigurableApplicationContext.class ? context : null),
                                FailureHandler.throwing())
                        .stream()
                        .filter(other -> !(other instanceof StartFailure))
                        .anyMatch(other -> other.reportException(failure))
                || report(failure);
    }

    private static boolean report(Throwable failure) {
        var cause = innermost(failure);
        new LoggingFailureAnalysisReporter()
                .report(new FailureAnalysis(
                        "Feedwright cannot start: " + described(cause),
                        "Please see whether the settings are right. With --debug more is said.",
                        failure));
        return true;
    }

    private static Throwable innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Its message, and what it is where that alone says nothing. */
    private static String described(Throwable cause) {
        String message = cause.getMessage();
        if (message != null && message.contains(" ")) {
            return message;
        }
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
