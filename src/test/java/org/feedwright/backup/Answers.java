package org.feedwright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.feedwright.testing.Requests;
import org.feedwright.text.Digest;

/** What a service answers at each of its addresses: the status, the fields that do not tell the time, and all bytes. */
final class Answers {
    static final String BASE = "http://feeds.example";

    private static final Pattern ADDRESS =
            Pattern.compile("(?:" + Pattern.quote(BASE) + "|href=\")(/[^\"<>\\s\\\\#]*)");
    private static final List<String> FIELDS =
            List.of("content-type", "etag", "last-modified", "link", "location", "cache-control");

    private Answers() {}

    /** Follows everything that a service tells, from where everyone begins and from further addresses. */
    static Map<String, String> of(Requests service, Collection<String> further) {
        var known = new LinkedHashSet<String>(
                List.of("/", "/feeds.opml", "/robots.txt", "/sitemap.xml", "/feeds/all.atom", "/feeds/all.rss"));
        known.addAll(further);
        var open = new ArrayDeque<>(known);
        var answers = new TreeMap<String, String>();
        while (!open.isEmpty()) {
            String address = open.remove();
            var answer = answer(service, address);
            answers.put(address, line(answer));
            if (answer.statusCode() == 200 && !address.startsWith("/assets/") && !address.startsWith("/media/")) {
                ADDRESS.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> {
                            String each = found.group(1).replace("&amp;", "&");
                            if (known.add(each)) {
                                open.add(each);
                            }
                        });
            }
        }
        assertThat(answers).hasSizeGreaterThan(150);
        return answers;
    }

    /** The addresses at which two services answer differently, with both answers. */
    static List<String> differences(Map<String, String> before, Map<String, String> after) {
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(address -> !Objects.equals(before.get(address), after.get(address)))
                .map(address -> address + "\n  was " + before.get(address) + "\n  is " + after.get(address))
                .toList();
    }

    /** A service that has just started says 503 where it cannot know yet, and when to ask again. */
    private static HttpResponse<byte[]> answer(Requests service, String address) {
        return Awaitility.await(address)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> service.get(address), answer -> answer.statusCode() != 503);
    }

    private static String line(HttpResponse<byte[]> answer) {
        var line = new StringBuilder(String.valueOf(answer.statusCode()));
        FIELDS.forEach(field -> line.append(' ').append(answer.headers().allValues(field)));
        return line.append(' ').append(Digest.hex(answer.body())).toString();
    }
}
