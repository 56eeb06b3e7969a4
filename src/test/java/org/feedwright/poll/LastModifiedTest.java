package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.feedwright.article.ArticleId;
import org.feedwright.http.HttpDate;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;

/** The date of a document: no two states share one, and none is later than the answer that says it. */
@DirtiesContext // its clock goes on by months
class LastModifiedTest extends PublishedFeedTest {
    private final Map<String, Map<String, String>> tags = new HashMap<>();
    private final Map<String, Instant> latest = new HashMap<>();

    @ExtendWith(Seeded.class)
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsEveryTwoStatesApart(boolean isClockSetBack, RandomGenerator random) {
        var ids = new ArrayList<ArticleId>();
        for (int step = 0; step < 100; step++) {
            clock.advance(Duration.ofMillis(random.nextInt(900)));
            if (isClockSetBack && random.nextInt(20) == 0) {
                clock.advance(Duration.ofMillis(-random.nextInt(8_000)));
            }
            if (random.nextInt(3) > 0) {
                change(random, ids, step, isClockSetBack ? 0 : 3_000);
            }
            look(isClockSetBack);
            clock.advance(Duration.ofMillis(random.nextInt(1_200)));
            look(isClockSetBack);
        }
        // Where a clock goes back, every date may lie ahead for long, and none is told.
        assertThat(tags.get(atom)).hasSizeGreaterThan(isClockSetBack ? 0 : 3);
    }

    @Test
    void isTheFullSecondAfterAChangeAndSaidASecondLater() {
        clock.set(Instant.parse("2027-01-01T00:00:00.500Z"));
        publisher.publish(feed, "second", clock.instant());
        clock.set(Instant.parse("2027-01-01T00:00:01.999Z"));
        assertThat(http.get(atom).headers().firstValue("Last-Modified")).isEmpty();

        clock.set(Instant.parse("2027-01-01T00:00:02Z"));
        assertThat(field(http.get(atom), "Last-Modified")).isEqualTo("Fri, 01 Jan 2027 00:00:01 GMT");
        assertThat(field(http.send("HEAD", atom), "Last-Modified")).isEqualTo("Fri, 01 Jan 2027 00:00:01 GMT");
        clock.advance(Duration.ofDays(1));
        assertThat(field(http.get(atom), "Last-Modified")).isEqualTo("Fri, 01 Jan 2027 00:00:01 GMT");
    }

    /** @param ahead by how much articles may be scheduled: they disappear with their dates when a clock is set back */
    private void change(RandomGenerator random, List<ArticleId> ids, int step, int ahead) {
        var time = clock.instant().plusMillis(random.nextInt(-30_000, ahead == 0 ? -10_000 : ahead));
        switch (ids.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> ids.add(publisher.publish(feed, "a-" + step, time).id());
            case 1 -> ids.add(publisher.file(feed, "b-" + step, time, "Zinc").id());
            case 2 -> publisher.revise(ids.get(random.nextInt(ids.size())), "Body " + step);
            default -> publisher.withdraw(ids.remove(random.nextInt(ids.size())));
        }
    }

    /** The places of a category know no clock but their own: of its documents, only an honest one tells. */
    private void look(boolean isClockSetBack) {
        for (String path : List.of(
                atom,
                atom.replace("feed", "f%65ed").replace("/f%65eds/", "/feeds/"),
                "/feeds/" + feed + ".json",
                "/feeds/" + feed + "/categories/zinc.atom",
                "/feeds/all.rss")) {
            var answer = http.get(path);
            if (!isClockSetBack || !path.contains("/categories/")) {
                answer.headers().firstValue("Last-Modified").ifPresent(date -> check(path, date, answer));
            }
        }
    }

    private void check(String path, String date, HttpResponse<byte[]> answer) {
        String document = path.replace("%65", "e");
        String before = tags.computeIfAbsent(document, _ -> new HashMap<>()).putIfAbsent(date, field(answer, "ETag"));
        var modified = HttpDate.parse(date).orElseThrow();

        assertThat(before).as("%s, %s", path, date).isIn(null, field(answer, "ETag"));
        assertThat(modified)
                .isBeforeOrEqualTo(HttpDate.parse(field(answer, "Date")).orElseThrow());
        assertThat(modified).isAfterOrEqualTo(latest.getOrDefault(document, Instant.MIN));
        latest.put(document, modified);
    }
}
