package org.feedwright.poll;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.feedwright.BenchmarkService;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.LogicalFeed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What deciding a poll costs, from its header fields to the decision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class DecidingBenchmark {
    private static final DeltaReaders READERS = new DeltaReaders(List.of("Newsboat"));

    private Found found;
    private Map<String, String> first;
    private Map<String, String> again;

    @Setup
    public void find(BenchmarkService service) {
        var address = new DocumentAddress(LogicalFeed.of(BenchmarkService.FEED), 0, FeedFormat.ATOM, true);
        found = service.part(Editions.class).find(address);
        if (!(found instanceof Edition edition)) {
            throw new IllegalStateException("There is no edition but " + found);
        }
        String tag = "\"" + edition.tag(ContentCoding.GZIP) + "\"";
        first = Map.of("Accept-Encoding", "gzip, deflate, br", "User-Agent", "A reader");
        again = Map.of("Accept-Encoding", "gzip, deflate, br", "User-Agent", "A reader", "If-None-Match", tag);
    }

    @Benchmark
    public Object firstPoll() {
        return PollDecision.of(Poll.of(first::get, READERS), found);
    }

    @Benchmark
    public Object nothingNew() {
        return PollDecision.of(Poll.of(again::get, READERS), found);
    }
}
