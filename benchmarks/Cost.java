import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.feedwright.folder.FolderCheck;
import org.springframework.util.unit.DataSize;

/**
 * Reads texts that are made to be slow, in doubling sizes, as {@code feedwright check} does, and prints a table in
 * Markdown: the processor time of the threads that read, by how much each doubling multiplied it, and how much was
 * allocated for the largest. What grows linearly doubles.
 *
 * <p>{@code Cost.java DIR [WORD]}: only the texts whose name contains the word.
 */
public final class Cost {
    private static final int[] SIZES = {60_000, 120_000, 240_000, 480_000, 960_000, 1_900_000};
    private static final String FRONT = "---\ntitle: T\npublished: 2026-01-26\n";

    /** Beyond what an empty file takes; less than this is noise. */
    private static final double TELLING = 10; // ms

    /** Of a doubling. What is sorted or looked up takes a little more than twice the time. */
    private static final double LINEAR = 2.5;

    /** The least of so many readings counts: others use the processors too. */
    private static final int TIMES = 2;

    /** What an empty file takes, in milliseconds. */
    private static double empty;

    private Cost() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        Files.createDirectories(folder.resolve("news"));
        Files.writeString(folder.resolve("news/feed.yaml"), "title: News\n");
        System.out.println("| text | "
                + IntStream.of(SIZES).mapToObj(size -> size / 1000 + " kB").collect(Collectors.joining(" | "))
                + " | each doubling | MB allocated | reported |");
        System.out.println("|---|" + "---:|".repeat(SIZES.length + 2) + "---|");
        for (int warm = 0; warm < 20; warm++) {
            empty = least(folder, "empty", FRONT + "---\n").milliseconds;
        }
        for (var text : texts().entrySet()) {
            if (arguments.length < 2 || text.getKey().contains(arguments[1])) {
                row(folder, text.getKey(), text.getValue());
            }
        }
        System.exit(0); // threads of files that were given up still read
    }

    private static void row(Path folder, String name, IntFunction<String> text) throws IOException {
        for (int warm = 0; warm < 3; warm++) {
            read(folder, name, text.apply(SIZES[0] / 2));
        }
        var reads = new ArrayList<Read>();
        for (int size : SIZES) {
            reads.add(least(folder, name, text.apply(size)));
        }
        String row = reads.stream()
                .map(Read::time)
                .collect(Collectors.joining(" | "));
        System.out.printf(
                "| %s | %s | %s | %d | %s |%n",
                name, row, growth(reads), reads.getLast().megabytes, reads.getLast().shown());
    }

    private static Read least(Path folder, String name, String text) throws IOException {
        var least = read(folder, name, text);
        for (int i = 1; i < TIMES && !least.isGivenUp(); i++) {
            var next = read(folder, name, text);
            least = next.milliseconds < least.milliseconds ? next : least;
        }
        return least;
    }

    /** The mean of the doublings between the first time that tells something and the last of a file that was read. */
    private static String growth(List<Read> all) {
        var reads = all.stream()
                .takeWhile(read -> !read.isGivenUp() && !read.isRefused())
                .filter(read -> read.milliseconds - empty >= TELLING)
                .toList();
        if (reads.size() < 2) {
            return "";
        }
        double times = (reads.getLast().milliseconds - empty) / (reads.getFirst().milliseconds - empty);
        double factor = Math.pow(times, 1.0 / (reads.size() - 1));
        return (factor > LINEAR ? "**×%.1f**" : "×%.1f").formatted(factor);
    }

    private record Read(double milliseconds, long megabytes, String reported) {
        boolean isGivenUp() {
            return reported.contains("of processor time to read");
        }

        /** Before it was read to its end, as it is too much of something. */
        boolean isRefused() {
            return reported.startsWith("it has more than") || reported.startsWith("it becomes more than");
        }

        String time() {
            return isGivenUp() ? "given up" : (isRefused() ? "(%.0f ms)" : "%.0f ms").formatted(milliseconds);
        }

        String shown() {
            return reported.length() > 70 ? reported.substring(0, 70) + "…" : reported;
        }
    }

    private static Read read(Path folder, String name, String text) throws IOException {
        var file = folder.resolve("news").resolve("a" + (name.startsWith("plain text") ? ".txt" : ".md"));
        Files.writeString(file, text);
        System.gc();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getTotalThreadAllocatedBytes();
        var before = LongStream.of(threads.getAllThreadIds()).boxed().collect(Collectors.toSet());
        long begun = threads.getCurrentThreadCpuTime();
        var found = FolderCheck.look(folder, DataSize.ofMegabytes(2), Instant.parse("2026-12-01T00:00:00Z"), _ -> {});
        double milliseconds = (threads.getCurrentThreadCpuTime() - begun + processorTime(threads, before)) / 1e6;
        long megabytes = (threads.getTotalThreadAllocatedBytes() - allocated) / 1_000_000;
        Files.delete(file);
        return new Read(milliseconds, megabytes, found.isEmpty() ? "" : found.getFirst().problem().wrong());
    }

    /** Of the threads that were begun since; an older one may still read a file that was given up. */
    private static long processorTime(ThreadMXBean threads, Set<Long> before) {
        return LongStream.of(threads.getAllThreadIds())
                .filter(id -> !before.contains(id))
                .map(threads::getThreadCpuTime)
                .filter(time -> time > 0)
                .sum();
    }

    private static Map<String, IntFunction<String>> texts() {
        var texts = new LinkedHashMap<String, IntFunction<String>>();
        // What people write, to compare with.
        body(texts, "ordinary paragraphs", size -> times("Some *words* of a [report](https://example.org/) on ores.\n\n", size));
        body(texts, "one long line", size -> times("words of a report ", size));
        body(texts, "plain text, wrapped", size -> times("some words of a line that was wrapped by hand, and so is rather short\n", size));
        body(texts, "plain text, a line for a paragraph", size -> times("Some words of a line that is a paragraph.\n\n", size));
        // Front matter.
        front(texts, "a long text by aliases", size -> "rights: &a " + "x".repeat(size / 2) + "\ncategories: [" + times("*a,", size / 2) + "]\n");
        front(texts, "a word by aliases", size -> "rights: &a x\ncategories: [" + times("*a,", size) + "]\n");
        front(texts, "aliases of a list", size -> "rights: &a [x]\ncategories: [" + times("*a,", size) + "]\n");
        front(texts, "a long word", size -> "rights: " + "x".repeat(size) + "\n");
        front(texts, "many keys", size -> numbered("key%d: x\n", size));
        front(texts, "many categories", size -> "categories: [" + numbered("c%d, ", size) + "]\n");
        front(texts, "many authors", size -> "authors: [" + numbered("{name: n%d}, ", size) + "]\n");
        front(texts, "many authors with unknown keys", size -> "authors: [" + numbered("{nam: n%d}, ", size) + "]\n");
        front(texts, "items that are none", size -> "categories: [" + times("{a: b}, ", size) + "]\n");
        front(texts, "nested lists", size -> "categories: " + "[".repeat(size) + "\n");
        // HTML.
        body(texts, "commas in srcset", size -> "<img src=\"a.png\" srcset=\"a.png" + ",".repeat(size) + "\">");
        body(texts, "candidates in srcset", size -> "<img src=\"a.png\" srcset=\"" + times("a.png 1x, ", size) + "\">");
        body(texts, "unclosed elements", size -> times("<b>x", size));
        body(texts, "misnested elements", size -> times("<b><i>x</b></i>", size));
        body(texts, "unclosed blocks", size -> times("<div>\n", size));
        body(texts, "unclosed tags", size -> times("<a href=\"", size));
        body(texts, "unclosed comments", size -> times("<!-- ", size));
        body(texts, "tables in tables", size -> times("<table><tr><td>", size));
        body(texts, "references", size -> times("&amp;&#x41;&nosuch;", size));
        // Markdown.
        body(texts, "one definition, many uses", size -> "[a]: https://example.org/" + "x".repeat(size / 20) + "\n\n" + times("[a] ", size));
        body(texts, "one footnote, many uses", size -> "[^a]: Text " + "x".repeat(size / 20) + "\n\n" + times("[^a] ", size));
        body(texts, "many footnotes", size -> numbered("x[^%1$d]\n\n[^%1$d]: Note\n\n", size));
        body(texts, "footnotes that are not defined", size -> numbered("x[^%d] ", size));
        body(texts, "footnotes that are escaped", size -> numbered("x\\[^%d] ", size));
        body(texts, "footnotes that do not end", size -> times("[^", size));
        body(texts, "`[a]: <b`", size -> times("[a]: <b\n", size));
        body(texts, "blank-separated paragraphs", size -> times("a\n\n", size));
        body(texts, "emphasis", size -> times("*a **b _c __d ", size));
        body(texts, "stars", size -> times("**", size));
        body(texts, "tildes", size -> times("~a ~~b ", size));
        body(texts, "brackets", size -> times("[", size));
        body(texts, "links in links", size -> times("[a](", size));
        body(texts, "images", size -> times("![", size));
        body(texts, "backticks", size -> IntStream.iterate(1, i -> i + 1).limit((long) Math.sqrt(2.0 * size)).mapToObj(i -> "`".repeat(i) + " ").collect(Collectors.joining()));
        body(texts, "quotations", size -> times("> ", size));
        body(texts, "quotations, line by line", size -> times("> a\n", size));
        body(texts, "nested lists of Markdown", size -> IntStream.iterate(0, i -> i + 1).limit((long) Math.sqrt(size)).mapToObj(i -> " ".repeat(2 * i) + "- a\n").collect(Collectors.joining()));
        body(texts, "a list", size -> times("- a\n", size));
        body(texts, "cells of a table", size -> "|" + times("a|", size / 3) + "\n|" + times("-|", size / 3) + "\n|" + times("b|", size / 3));
        body(texts, "rows of a table", size -> "|a|b|\n|-|-|\n" + times("|c|d|\n", size));
        body(texts, "a wide table's empty rows", size -> "|" + times("a|", size / 4) + "\n|" + times("-|", size / 4) + "\n" + times("|\n", size / 2));
        body(texts, "headings", size -> times("# a\n", size));
        body(texts, "underlines", size -> times("a\n===\n", size));
        body(texts, "addresses", size -> times("https://example.org/a ", size));
        body(texts, "nearly addresses", size -> times("http://", size));
        body(texts, "nearly mail", size -> times("a@", size));
        body(texts, "dots", size -> times("www.", size));
        body(texts, "highlights", size -> "## Highlights\n\n" + times("- a\n", size));
        body(texts, "disclaimers", size -> times("Disclaimer: a\n\n", size));
        // What generators add.
        body(texts, "attributes", size -> times("[a](b){: .c #d} ", size));
        body(texts, "lines of attributes", size -> times("a\n{: .c #d}\n", size));
        body(texts, "open attributes", size -> times("{: a=\"", size));
        body(texts, "notes that are not closed", size -> times(":::note\n", size));
        body(texts, "notes", size -> times("> [!NOTE]\n> a\n\n", size));
        body(texts, "indented notes", size -> times("!!! note\n    a\n\n", size));
        body(texts, "marks of a summary", size -> times("a\n\n<!--more-->\n\n", size));
        body(texts, "template tags", size -> times("{{< a >}} {% b %} {{ c.d }} ", size));
        body(texts, "open template tags", size -> times("{{< {% {{ ", size));
        body(texts, "template tags of one end", size -> times("{{ a ", size) + "}} %} >}}");
        body(texts, "plain text of blank lines", size -> "a" + "\n \n".repeat(size / 3) + "b");
        body(texts, "plain text of spaces", size -> "a" + " ".repeat(size) + "\nb");
        body(texts, "plain text of addresses", size -> times("https://).", size));
        return texts;
    }

    private static void body(Map<String, IntFunction<String>> texts, String name, IntFunction<String> body) {
        texts.put(name, size -> FRONT + "---\n" + body.apply(size));
    }

    private static void front(Map<String, IntFunction<String>> texts, String name, IntFunction<String> front) {
        texts.put(name, size -> FRONT + front.apply(size) + "---\n");
    }

    private static String times(String text, int size) {
        return text.repeat(Math.max(1, size / text.length()));
    }

    private static String numbered(String format, int size) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append(format.formatted(i));
        }
        return text.toString();
    }
}
