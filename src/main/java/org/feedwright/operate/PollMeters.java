package org.feedwright.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashSet;
import java.util.Set;
import org.feedwright.poll.PollCount;
import org.feedwright.poll.PollCounts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The meters of polls. Each kind of poll gets its own when it has come for the first time. */
@Lazy
@Component
final class PollMeters {
    private final PollCounts counts;
    private final Set<PollCount.Kind> known = new HashSet<>(); // guarded by this

    PollMeters(PollCounts counts) {
        this.counts = counts;
    }

    /** Adds the kinds that have come since. A poll must not wait for this, so whoever reads the meters asks for it. */
    synchronized void bindNew(MeterRegistry registry) {
        for (var count : counts.all()) {
            if (known.add(count.kind())) {
                bind(count, registry);
            }
        }
    }

    private static void bind(PollCount count, MeterRegistry registry) {
        var kind = count.kind();
        var tags = Tags.of(
                "feed", kind.feed(),
                "format", kind.format().extension(),
                "status", String.valueOf(kind.status()),
                "coding", kind.coding().token());
        FunctionCounter.builder("feedwright.polls", count, PollCount::polls)
                .description("Polls that were answered")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("feedwright.polls.sent", count, PollCount::sent)
                .baseUnit("bytes")
                .description("The bytes of the bodies of answers to polls")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("feedwright.polls.saved", count, PollCount::saved)
                .baseUnit("bytes")
                .description("How many bytes fewer that is than whole documents without compression")
                .tags(tags)
                .register(registry);
    }
}
