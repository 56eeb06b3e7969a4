package org.feedwright.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.Editions;
import org.feedwright.folder.report.Backlog;
import org.feedwright.folder.report.FolderReport;
import org.feedwright.store.Recent;
import org.feedwright.store.StoreReport;
import org.feedwright.timeline.Publications;
import org.feedwright.timeline.Publishing;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Feedwright's own meters, but for those of polls. They read what is counted elsewhere, when they are asked. */
@Lazy
@Component
final class Meters implements MeterBinder {
    /** Several meters of one scrape tell of one report. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Editions editions;
    private final Publishing publishing;
    private final FolderReport folder;
    private final Backlog backlog;
    private final WellBeing wellBeing;
    private final Recent<StoreReport> store;

    Meters(
            Editions editions,
            Publishing publishing,
            FolderReport folder,
            Backlog backlog,
            StoreReport.Reporter store,
            WellBeing wellBeing) {
        this.editions = editions;
        this.publishing = publishing;
        this.folder = folder;
        this.backlog = backlog;
        this.wellBeing = wellBeing;
        this.store = new Recent<>(store::report, FRESH);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("feedwright.info", () -> 1)
                .description("Which version this is")
                .tags("version", Versions.feedwright(), "java", Versions.java())
                .register(registry);
        wellBeing
                .parts()
                .forEach(part -> Gauge.builder("feedwright.health", wellBeing, well -> well.isUp(part) ? 1 : 0)
                        .description("Whether a part of the service is up, as health says")
                        .tag("part", part)
                        .register(registry));
        documents(registry);
        publications(registry);
        folder(registry);
        store(registry);
    }

    private void documents(MeterRegistry registry) {
        var renderings = editions.renderings();
        for (var format : FeedFormat.values()) {
            FunctionTimer.builder(
                            "feedwright.renderings",
                            renderings,
                            made -> made.count(format),
                            made -> made.seconds(format),
                            TimeUnit.SECONDS)
                    .description("Documents that were made, with the time of reading the store")
                    .tag("format", format.extension())
                    .register(registry);
        }
        gauge(registry, "feedwright.renderings.under.way", "Documents that are being made", renderings::underWay);
        Gauge.builder("feedwright.documents", editions, Editions::size)
                .baseUnit("bytes")
                .description("The memory that documents take, outside the heap")
                .register(registry);
    }

    private void publications(MeterRegistry registry) {
        for (var kind : Publications.Kind.values()) {
            FunctionCounter.builder("feedwright.publications", publishing.publications(), done -> done.count(kind))
                    .description("What this process has published, revised, withdrawn or scheduled")
                    .tag("event", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private void folder(MeterRegistry registry) {
        gauge(
                registry,
                "feedwright.problems",
                "Problems for which files are held back",
                () -> folder.problems().size());
        gauge(
                registry,
                "feedwright.warnings",
                "Warnings of files that are published",
                () -> folder.warnings().size());
        gauge(registry, "feedwright.files.waiting", "Files that are still to be read", backlog::waiting);
    }

    private void store(MeterRegistry registry) {
        Gauge.builder("feedwright.store.up", store, now -> now.get().answer() == null ? 0 : 1)
                .description("Whether the store has answered just now")
                .register(registry);
        TimeGauge.builder(
                        "feedwright.store.latency",
                        store,
                        TimeUnit.NANOSECONDS,
                        answered(answer -> answer.latency().toNanos()))
                .description("How long the store took for a short statement just now")
                .register(registry);
        Gauge.builder("feedwright.store.size", store, answered(StoreReport.Answer::bytes))
                .baseUnit("bytes")
                .description("What the store takes on its disk")
                .register(registry);
        gauge(
                registry,
                "feedwright.store.writers.waiting",
                "Writers that wait for their turn",
                () -> store.get().waiting());
    }

    private static ToDoubleFunction<Recent<StoreReport>> answered(ToDoubleFunction<StoreReport.Answer> value) {
        return store -> {
            var answer = store.get().answer();
            return answer == null ? Double.NaN : value.applyAsDouble(answer);
        };
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
