package org.feedwright.folder.reading;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.reading.TimedReading.Pace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which files are read, as many as there are processors, and the time that each file may take there. A
 * file that takes long gives its place to others and is asked for again at the next look; one that takes too long is
 * given up, and is not read again until it changes.
 */
public final class ReadingThreads {
    private static final Logger log = LoggerFactory.getLogger(ReadingThreads.class);
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** Threads left to files that take long. Beyond these, others wait until one of them ends. */
    private static final int MOST_LEFT = 8;

    /** Unless a setting says otherwise. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(2);

    private final Duration limit;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ThreadPoolExecutor threads;

    /** The readings that were late and have not been asked for since, or were given up. */
    private final Map<FolderPath, TimedReading<?>> slow = new HashMap<>();

    /** The readings to which a thread was left. */
    private final Set<TimedReading<?>> left = new HashSet<>();

    /** @param limit the processor time that one file may take */
    public ReadingThreads(Duration limit) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                processors,
                processors,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("folder-reader-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins to read a file; what is still being read, or was given up, is not begun again.
     *
     * @param version of the file, and of whatever else it is read by
     * @param failure what comes of it if the reader fails
     */
    @SuppressWarnings("unchecked") // a path is always read by the same kind of reader
    <T> TimedReading<T> begin(FolderPath path, Object version, Supplier<T> reader, Function<Throwable, T> failure) {
        var before = slow(path);
        if (before != null && before.isOf(version)) {
            return (TimedReading<T>) before;
        }
        var reading = new TimedReading<>(path, version, reader, failure);
        threads.execute(() -> {
            reading.read();
            takeBack(reading);
        });
        return reading;
    }

    private synchronized @Nullable TimedReading<?> slow(FolderPath path) {
        return slow.get(path);
    }

    /** Waits until it is done, given up, or late. */
    <T> T await(TimedReading<T> reading, Function<Problem, T> tooLong, Supplier<T> late) {
        while (!reading.await(MOMENT)) {
            switch (reading.pace(limit)) {
                case ON_TIME -> {}
                case TOO_LONG -> giveUp(reading, tooLong);
                case LATE -> {
                    if (leaveThread(reading)) {
                        log.warn(
                                "Reading {} takes long; others are not kept waiting",
                                Problem.visible(reading.path().toString()));
                    }
                    return late.get();
                }
                case STUCK -> {
                    return tooLong.apply(stuck(reading));
                }
            }
        }
        return result(reading);
    }

    /** Waits until it is done or given up. */
    <T> T await(TimedReading<T> reading, Function<Problem, T> tooLong) {
        while (!reading.await(MOMENT)) {
            var pace = reading.pace(limit);
            if (pace == Pace.TOO_LONG) {
                giveUp(reading, tooLong);
            } else if (pace == Pace.STUCK) {
                return tooLong.apply(stuck(reading));
            }
        }
        return result(reading);
    }

    /** Reads a file and waits for it; whatever fails or takes too long is a problem. */
    public <T> Optional<T> read(FolderPath path, Problems problems, Function<Problems, Optional<T>> reader) {
        return begin(path, problems, reader).get();
    }

    /**
     * Begins to read a file. Who asks for the result waits for it, and whatever failed or took too long is then added to
     * the problems.
     */
    public <T> Supplier<Optional<T>> begin(FolderPath path, Problems problems, Function<Problems, Optional<T>> reader) {
        var reading = begin(
                path,
                new Object(),
                () -> {
                    var own = new Problems(path.toString());
                    return new Outcome<>(reader.apply(own), own);
                },
                failure -> Outcome.<T>of(failed(path, "read", failure)));
        return () -> {
            var outcome = await(reading, Outcome::<T>of);
            problems.addAll(outcome.problems());
            return outcome.result();
        };
    }

    private record Outcome<T>(Optional<T> result, Problems problems) {
        static <T> Outcome<T> of(Problem problem) {
            var problems = new Problems(problem.source());
            problems.addAll(List.of(problem));
            return new Outcome<>(Optional.empty(), problems);
        }
    }

    /** That the program is at fault. */
    static Problem failed(FolderPath path, String done, Throwable failure) {
        String wrong = "it could not be " + done + ", by a fault of the program (" + failure + ")";
        return new Problem(path.toString(), 0, wrong, "report it, with the file");
    }

    private synchronized <T> T result(TimedReading<T> reading) {
        if (!reading.isGivenUp()) {
            slow.remove(reading.path(), reading);
        }
        return reading.result();
    }

    private synchronized <T> void giveUp(TimedReading<T> reading, Function<Problem, T> tooLong) {
        reading.giveUp(tooLong.apply(new Problem(
                reading.path().toString(),
                0,
                "it took more than " + limit.toMillis() / 1000.0 + " s of processor time to read",
                "make it simpler, or take it apart; whatever an editor writes by hand takes less than a tenth of it")));
        leaveThread(reading);
    }

    private static Problem stuck(TimedReading<?> reading) {
        return new Problem(
                reading.path().toString(),
                0,
                "it cannot be read, for the disk does not answer",
                "see whether the disk or the mount is well");
    }

    /** Lets others be read on another thread meanwhile; returns whether it is the first time. */
    private synchronized boolean leaveThread(TimedReading<?> reading) {
        boolean isFirst = slow.put(reading.path(), reading) != reading;
        if (!reading.hasEnded() && left.size() < MOST_LEFT && left.add(reading)) {
            threads.setMaximumPoolSize(processors + left.size());
            threads.setCorePoolSize(processors + left.size());
        }
        return isFirst;
    }

    private synchronized void takeBack(TimedReading<?> reading) {
        if (left.remove(reading)) {
            threads.setCorePoolSize(processors + left.size());
            threads.setMaximumPoolSize(processors + left.size());
        }
    }
}
