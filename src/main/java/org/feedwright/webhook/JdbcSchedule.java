package org.feedwright.webhook;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.feedwright.article.ArticleId;

/**
 * The work that waits for its time, kept by db-scheduler in the store: what is scheduled in a transaction is there exactly
 * if the transaction is, and of several nodes one does it. What a node was doing when it was killed is done again.
 */
final class JdbcSchedule {
    private static final int THREADS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final int MISSED_BEATS = 4; // the fewest that db-scheduler takes: after them, a node is dead
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final CustomTask<Void> delivery;
    private final CustomTask<Void> appearance;
    private volatile BiConsumer<ArticleId, Instant> appear = (_, _) -> {
        throw new IllegalStateException("nothing runs before the start");
    };

    /**
     * Makes it; nothing runs before {@link #start}.
     *
     * @param deliver makes an attempt of a delivery, and gives the time of the next; empty if there is none
     */
    JdbcSchedule(DataSource connections, InstantSource clock, Function<String, Optional<Instant>> deliver) {
        delivery = task("webhook-delivery", deliver);
        appearance = task("webhook-appearance", this::appear);
        scheduler = Scheduler.create(connections, delivery, appearance)
                .tableName("scheduled_task")
                .jdbcCustomization(new JdbcSchedulerDialect())
                .commitWhenAutocommitDisabled(true)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(PAUSE)
                .heartbeatInterval(BEAT)
                .missedHeartbeatsLimit(MISSED_BEATS)
                .shutdownMaxWait(LAST_WAIT)
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    private static CustomTask<Void> task(String name, Function<String, Optional<Instant>> work) {
        return Tasks.custom(name, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, _) -> again(work.apply(instance.getId())));
    }

    private static CompletionHandler<Void> again(Optional<Instant> next) {
        return (done, work) -> next.ifPresentOrElse(time -> work.reschedule(done, time), work::stop);
    }

    private Optional<Instant> appear(String instance) {
        int gap = instance.lastIndexOf(' ');
        appear.accept(
                new ArticleId(instance.substring(0, gap)),
                Instant.ofEpochMilli(Long.parseLong(instance.substring(gap + 1))));
        return Optional.empty();
    }

    /** @param appear is called with an article, and its time, when it appears */
    void start(BiConsumer<ArticleId, Instant> appear) {
        this.appear = appear;
        scheduler.start();
    }

    void stop() {
        scheduler.stop();
    }

    /** Schedules new deliveries, within the transaction that stores them. */
    void deliveries(List<String> ids, Instant time) {
        scheduler.scheduleBatch(
                ids.stream().<TaskInstance<?>>map(delivery::instance).toList(), time);
    }

    /** Schedules what is to be done when an article appears. What was scheduled for another time comes to nothing. */
    void appearance(ArticleId article, Instant appears) {
        scheduler.scheduleIfNotExists(appearance.instance(article.value() + " " + appears.toEpochMilli()), appears);
    }

    /** Has it looked now for what is due, and not only when the pause is over. */
    void lookNow() {
        scheduler.triggerCheckForDueExecutions();
    }
}
