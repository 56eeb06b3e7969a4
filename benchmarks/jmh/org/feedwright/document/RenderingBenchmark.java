package org.feedwright.document;

import java.util.concurrent.TimeUnit;
import org.feedwright.BenchmarkService;
import org.feedwright.entry.Selection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a publication costs until its document is there: choosing the articles, and making bytes of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class RenderingBenchmark {
    private Selection selection;

    @Setup
    public void select(BenchmarkService service) {
        selection = service.selection();
    }

    @Benchmark
    public Selection selecting(BenchmarkService service) {
        return service.selection();
    }

    @Benchmark
    public FeedDocument atom() {
        return Documents.render(selection, FeedFormat.ATOM);
    }

    @Benchmark
    public FeedDocument rss() {
        return Documents.render(selection, FeedFormat.RSS);
    }

    @Benchmark
    public FeedDocument json() {
        return Documents.render(selection, FeedFormat.JSON);
    }
}
