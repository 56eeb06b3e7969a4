package org.feedwright.operate;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The lines of the log by level, since the meters were first read. Micrometer's own meters of Logback put a filter before
 * each question whether a line would be written, of which Jetty asks dozens in a request: a poll took a tenth longer.
 */
@Lazy
@Component
final class LogMeters extends AppenderBase<ILoggingEvent> implements MeterBinder, AutoCloseable {
    private final Map<Level, LongAdder> lines = Stream.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE)
            .collect(Collectors.toMap(Function.identity(), _ -> new LongAdder()));

    @Override
    public void bindTo(MeterRegistry registry) {
        lines.forEach((level, count) -> FunctionCounter.builder("logback.events", count, LongAdder::sum)
                .baseUnit("events")
                .description("Lines of the log")
                .tag("level", level.toString().toLowerCase(Locale.ROOT))
                .register(registry));
        start();
        root().addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent line) {
        requireNonNull(lines.get(line.getLevel())).increment();
    }

    @Override
    public void close() {
        root().detachAppender(this);
        stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
