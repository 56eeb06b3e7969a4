package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.testing.Requests;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many poll while articles are published, revised and withdrawn. */
class ConcurrentPollsTest extends PollingTest {
    private static final int READERS = 64;
    private static final int CHANGES = 150;
    private static final Pattern ENTRY = Pattern.compile("Title of (a\\d+)<.*?Version (\\d+)", Pattern.DOTALL);

    /** What the feed showed after each change, from the first; the next one's is added before it begins. */
    private final List<String> states = new CopyOnWriteArrayList<>();

    private final AtomicInteger polls = new AtomicInteger();
    private volatile int acknowledged;
    private volatile boolean isOver;

    @ExtendWith(Seeded.class)
    @RepeatedTest(2)
    void everyAnswerIsAStateThatWasPublishedAndNoneIsOlderThanWhatWasAcknowledged(RandomGenerator random)
            throws Exception {
        states.clear();
        isOver = false;
        var feed = publisher.open();
        states.add("{}");
        acknowledged = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(reader(feed, List.of("atom", "rss").get(i % 2), i % 3 == 0)));
            }
            try {
                change(feed, random);
            } finally {
                isOver = true;
            }
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private void change(FeedName feed, RandomGenerator random) {
        Instant published = clock.instant().minusSeconds(10_000);
        var living = new ArrayList<Article>();
        var shown = new TreeMap<String, Integer>();
        for (int i = 0; i < CHANGES; i++) {
            int what = living.isEmpty() ? 0 : living.size() < 8 ? random.nextInt(3) : 1 + random.nextInt(2);
            var article = what == 0 ? null : living.get(random.nextInt(living.size()));
            String slug = article == null ? "a" + i : article.slug().value();
            if (what == 2) {
                shown.remove(slug);
            } else {
                shown.put(slug, i);
            }
            states.add(shown.toString());
            if (article == null) {
                living.add(publisher.publish(feed, slug, published.plusSeconds(i), "Version " + i));
            } else if (what == 1) {
                publisher.revise(article, "Version " + i);
            } else {
                living.remove(article);
                publisher.withdraw(article.id());
            }
            acknowledged = i + 1;
            awaitSomePolls();
        }
    }

    /** Publishers are slower than readers in life, too. */
    private void awaitSomePolls() {
        int before = polls.get();
        while (polls.get() < before + 10 && !isOver) {
            LockSupport.parkNanos(100_000);
        }
    }

    private Callable<Integer> reader(FeedName feed, String extension, boolean conditionally) {
        return () -> {
            var http = new Requests(port);
            int seen = 0;
            String state = "";
            String tag = "\"none\"";
            while (!isOver) {
                int earliest = Math.max(seen, acknowledged);
                var answer = conditionally
                        ? http.get("/feeds/" + feed + "." + extension, "If-None-Match", tag)
                        : http.get("/feeds/" + feed + "." + extension);
                var known = List.copyOf(states);
                if (answer.statusCode() == 200) {
                    state = state(new String(answer.body(), StandardCharsets.UTF_8));
                    tag = answer.headers().firstValue("ETag").orElseThrow();
                } else {
                    assertThat(answer.statusCode()).isEqualTo(304);
                }
                int found = earliest + known.subList(earliest, known.size()).indexOf(state);
                if (found < earliest) {
                    isOver = true;
                }
                assertThat(found)
                        .as("%s among %s", state, known.subList(earliest, known.size()))
                        .isGreaterThanOrEqualTo(earliest);
                seen = found;
                polls.incrementAndGet();
            }
            return seen;
        };
    }

    private static String state(String document) {
        var shown = new TreeMap<String, Integer>();
        ENTRY.matcher(document).results().forEach(entry -> shown.put(entry.group(1), Integer.valueOf(entry.group(2))));
        return shown.toString();
    }
}
