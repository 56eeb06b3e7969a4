package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;

/** Asks a server over HTTP, and compares its answers. */
final class Asking {
    private static final Pattern LINK = Pattern.compile(Pattern.quote(ExportedSite.BASE) + "(/[^\"<>\\s\\\\]*)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Asking() {}

    static HttpResponse<byte[]> ask(String address, String... fields) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    static HttpResponse<String> send(int port, String method, String address, String... fields) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (fields.length > 0) {
            request.headers(fields);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String field(HttpResponse<byte[]> answer, String name) {
        String value = String.join(", ", answer.headers().allValues(name));
        return name.equals("Content-Type") ? value.toLowerCase(Locale.ROOT).replace(" ", "") : value;
    }

    static void assertSame(
            SoftAssertions all,
            String address,
            HttpResponse<byte[]> expected,
            HttpResponse<byte[]> answer,
            String... names) {
        for (String name : names) {
            all.assertThat(field(answer, name)).as(name + " of " + address).isEqualTo(field(expected, name));
        }
    }

    /** Every address that a program finds by following what the service tells. */
    static Set<String> addresses(String service) throws Exception {
        var known = new LinkedHashSet<String>(
                List.of("/", "/feeds.opml", "/robots.txt", "/sitemap.xml", "/feeds/all.atom"));
        var open = new ArrayDeque<>(known);
        while (!open.isEmpty()) {
            String address = open.remove();
            var answer = ask(service + address);
            if (Set.of(301, 410).contains(answer.statusCode())) {
                known.remove(address); // pages of articles lead to their feed also when it has ended or moved
                continue;
            }
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            var found = new LinkedHashSet<String>();
            if (field(answer, "Content-Type").startsWith("text/html")) {
                Jsoup.parse(text)
                        .select("[href]")
                        .forEach(link -> found.add(link.attr("href").replace(ExportedSite.BASE, "")));
            } else if (!address.startsWith("/assets/")) {
                LINK.matcher(text).results().forEach(link -> found.add(link.group(1)));
            }
            for (String each : found) {
                String path = each.replaceFirst("#.*", "");
                if (path.startsWith("/") && known.add(path)) {
                    open.add(path);
                }
            }
        }
        return known;
    }
}
