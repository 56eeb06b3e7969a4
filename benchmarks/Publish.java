import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

// Programs that publish through the API, and measure.
//
//   java Publish.java latency PORT TOKEN FEED COUNT                       milliseconds (median, p99, longest) from sending
//                                                                         an article to its answer, and to the end of a
//                                                                         poll that shows it
//   java Publish.java batches PORT TOKEN FEEDS CLIENTS SIZE SECONDS RATE  articles a second; RATE is what is sent a second
//                                                                         at most, 0 for as many as are taken
//   java Publish.java trickle PORT TOKEN FEED SECONDS TAGFILE             an article a second, and the feed's new tag in a
//                                                                         file

static final String WORDS = "The committee met on Monday and heard what had been found since the spring. ".repeat(20);

/** A short article, or a long one of about 1.5 kB. */
static String article(String title, boolean isLong) {
    return "\"title\": \"" + title + "\", \"highlights\": [\"One thing\", \"Another thing\"], \"body\": {\"markdown\": \""
            + (isLong ? WORDS : WORDS.substring(0, 300)) + "\"}";
}

record Publisher(Http http, String token) {
    Http.Answer send(String method, String address, String content) throws IOException {
        var answer = http.send(
                method, address, content, "Authorization: Bearer " + token, "Content-Type: application/json");
        if (answer.status() >= 300) {
            throw new IOException(method + " " + address + " was answered with " + answer.status() + ": "
                    + new String(answer.body()));
        }
        return answer;
    }

    Http.Answer put(String feed, String slug, String title) throws IOException {
        return send("PUT", "/api/v1/feeds/" + feed + "/articles/" + slug, "{" + article(title, true) + "}");
    }
}

static void latency(int port, String token, String feed, int count) throws Exception {
    String address = "/feeds/" + feed + ".atom";
    var random = new Random(1);
    long[] answered = new long[count];
    long[] polled = new long[count];
    try (var one = new Http(port);
            var reader = new Http(port)) {
        var publisher = new Publisher(one, token);
        for (int i = -count; i < count; i++) { // as many again before, to warm up
            Thread.sleep(20 + random.nextInt(30)); // each by itself, and at no beat of the service
            String title = "Measured " + System.nanoTime();
            String tag = reader.get(address, "Accept-Encoding: identity").tag();
            long begin = System.nanoTime();
            publisher.put(feed, "measured-" + System.nanoTime(), title);
            long end = System.nanoTime();
            if (!reader.get(address, "If-None-Match: " + tag).has(title)) {
                throw new IOException("the next poll does not show what was acknowledged");
            }
            answered[Math.max(i, 0)] = end - begin;
            polled[Math.max(i, 0)] = System.nanoTime() - begin;
        }
    }
    System.out.println(Latencies.of(answered) + " " + Latencies.of(polled));
}

static void batches(int port, String token, List<String> feeds, int clients, int size, int seconds, int rate)
        throws Exception {
    try (var threads = Executors.newFixedThreadPool(clients)) {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        long pause = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) * clients * size / rate;
        var counts = threads.invokeAll(IntStream.range(0, clients)
                .<Callable<Integer>>mapToObj(client -> () -> {
                    int sent = 0;
                    try (var http = new Http(port)) {
                        var publisher = new Publisher(http, token);
                        long next = begin + pause * client / clients;
                        while (System.nanoTime() < end) {
                            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
                            next += pause;
                            publisher.send(
                                    "POST",
                                    "/api/v1/feeds/" + feeds.get(client % feeds.size()) + "/articles",
                                    batch(client, size));
                            sent += size;
                        }
                    }
                    return sent;
                })
                .toList());
        long all = 0;
        for (var count : counts) {
            all += count.get();
        }
        System.out.printf("%.0f%n", all * 1e9 / (System.nanoTime() - begin));
    }
}

static String batch(int client, int size) {
    long number = System.nanoTime();
    return IntStream.range(0, size)
            .mapToObj(i -> "{\"slug\": \"b-" + client + "-" + number + "-" + i + "\", " + article("Batch " + i, true) + "}")
            .collect(Collectors.joining(", ", "{\"articles\": [", "]}"));
}

static void trickle(int port, String token, String feed, int seconds, Path tagFile) throws Exception {
    try (var http = new Http(port);
            var reader = new Http(port)) {
        var publisher = new Publisher(http, token);
        for (int i = 0; i < seconds; i++) {
            Thread.sleep(1000);
            publisher.put(feed, "trickle-" + System.nanoTime(), "Trickle " + i);
            var beside = Path.of(tagFile + ".new");
            Files.writeString(beside, reader.get("/feeds/" + feed + ".atom", "Accept-Encoding: gzip").tag() + "\n");
            Files.move(beside, tagFile, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}

void main(String[] arguments) throws Exception {
    var a = List.of(arguments);
    int port = Integer.parseInt(a.get(1));
    switch (a.getFirst()) {
        case "latency" -> latency(port, a.get(2), a.get(3), Integer.parseInt(a.get(4)));
        case "batches" -> batches(
                port,
                a.get(2),
                List.of(a.get(3).split(",")),
                Integer.parseInt(a.get(4)),
                Integer.parseInt(a.get(5)),
                Integer.parseInt(a.get(6)),
                Integer.parseInt(a.get(7)));
        case "trickle" -> trickle(port, a.get(2), a.get(3), Integer.parseInt(a.get(4)), Path.of(a.get(5)));
        default -> throw new IllegalArgumentException(Arrays.toString(arguments));
    }
}
