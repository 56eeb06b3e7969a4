import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

// What a benchmark sees from outside, printed as plain numbers.
//
//   java Client.java start LOG PORT ADDRESS COMMAND…       milliseconds to the first byte of ADDRESS, the process id,
//                                                          and the processor time until then; the process goes on
//   java Client.java publish PORT FOLDER FEED SPARE COUNT  milliseconds (median, p99, longest) from a file's arrival
//                                                          in the folder to the first poll that shows it
//   java Client.java publish PORT FOLDER FEED SPARE COUNT WITHIN   the same, into a folder within the feed's
//   java Client.java day PORT FOLDER FEED SPARE            bytes for a day's polls: with br and deltas, with gzip

static final int PATIENCE = 300; // seconds

static void start(File log, int port, String address, List<String> command) throws Exception {
    isThere(port, address);
    // By the clock, for nothing tells when a compiler has come to its end.
    Thread.sleep(1000); // what was compiled to get here no longer takes processor time from what is measured
    long begin = System.nanoTime();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    while (!isThere(port, address)) {
        if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE)) {
            process.destroy();
            throw new IOException("no " + address + "; see " + log);
        }
        Thread.sleep(5); // often enough to be exact, and seldom enough not to be in the way
    }
    long took = (System.nanoTime() - begin) / 1_000_000;
    System.out.println(took + " " + process.pid() + " " + busy(process.pid()));
}

/** The user and system time of a process, in milliseconds, to a hundredth of a second. */
static long busy(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
}

static boolean isThere(int port, String address) {
    try (var http = new Http(port)) {
        return http.get(address, "Accept-Encoding: gzip").status() == 200;
    } catch (IOException _) {
        return false;
    }
}

/** The names of the spare files that are left, in the order in which they were made. */
static List<Path> spares(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
        return files.sorted((a, b) -> Long.compare(number(a), number(b))).toList();
    }
}

static long number(Path spare) {
    return Long.parseLong(spare.getFileName().toString().replaceAll("\\D", ""));
}

/** Moves a file into the feed and polls, as readers do, until the feed shows it. */
static long publish(Http http, String address, Path spare, Path feed) throws IOException {
    String mark = "https://example.org/articles/" + (1_000_000_000L + number(spare)) + "\"";
    String tag = http.get(address).tag();
    long begin = System.nanoTime();
    Files.move(spare, feed.resolve(spare.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(PATIENCE)) {
        var answer = http.get(address, "If-None-Match: " + tag);
        if (answer.status() == 200 && answer.has(mark)) {
            return System.nanoTime() - begin;
        }
    }
    throw new IOException(spare + " did not appear at " + address);
}

static void publish(int port, Path feed, Path into, Path spare, int count) throws Exception {
    var random = new Random(1);
    long[] times = new long[count];
    try (var http = new Http(port)) {
        var spares = spares(spare);
        for (int i = 0; i < count; i++) {
            Thread.sleep(300 + random.nextInt(400)); // as editors do: each by itself, and at no beat of the folder
            times[i] = publish(http, "/feeds/" + feed.getFileName() + ".atom", spares.get(i), into);
        }
    }
    System.out.println(Latencies.of(times));
}

static void day(int port, Path feed, Path spare) throws Exception {
    String address = "/feeds/" + feed.getFileName() + ".atom";
    var changes = List.of(3, 8, 11, 15, 20);
    var spares = spares(spare).iterator();
    long full = 0;
    long small = 0;
    try (var reader = new Http(port);
            var other = new Http(port)) {
        String tag = reader.get(address, "Accept-Encoding: br").tag();
        reader.received();
        for (int hour = 0; hour < 24; hour++) {
            if (changes.contains(hour)) {
                publish(other, address, spares.next(), feed);
                other.received();
            }
            other.get(address, "Accept-Encoding: gzip");
            full += other.received();
            var answer = reader.get(address, "Accept-Encoding: br", "User-Agent: newsboat/2.21.0", "A-IM: feed", "If-None-Match: " + tag);
            small += reader.received();
            tag = answer.tag();
            System.err.println(hour + ":00 " + answer.status() + ", " + answer.body().length + " bytes");
        }
    }
    System.out.println(small + " " + full);
}

void main(String[] arguments) throws Exception {
    var a = List.of(arguments);
    switch (a.getFirst()) {
        case "start" -> start(new File(a.get(1)), Integer.parseInt(a.get(2)), a.get(3), a.subList(4, a.size()));
        case "publish" -> publish(
                Integer.parseInt(a.get(1)),
                Path.of(a.get(2), a.get(3)),
                Path.of(a.get(2), a.get(3), a.size() > 6 ? a.get(6) : ""),
                Path.of(a.get(4)),
                Integer.parseInt(a.get(5)));
        case "day" -> day(Integer.parseInt(a.get(1)), Path.of(a.get(2), a.get(3)), Path.of(a.get(4)));
        default -> throw new IllegalArgumentException(Arrays.toString(arguments));
    }
}
