import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.authoring.FolderCheck;
import org.springframework.util.unit.DataSize;

/**
 * Reads texts that are made to be slow, in doubling sizes, as {@code feedwright check} does, and prints a table in
 * Markdown: the time of each, by how much the last doubling multiplied it, and how much was allocated for the largest.
 * What grows linearly doubles.
 */
public final class Cost {
    private static final int[] SIZES = {60_000, 120_000, 240_000, 480_000, 960_000, 1_900_000};
    private static final String FRONT = "---\ntitle: T\npublished: 2026-01-26\n";

    private Cost() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        Files.createDirectories(folder.resolve("news"));
        Files.writeString(folder.resolve("news/feed.yaml"), "title: News\n");
        System.out.println("| text | " + IntStream.of(SIZES).mapToObj(size -> size / 1000 + " kB").collect(Collectors.joining(" | "))
                + " | last doubling | MB allocated | what is said of it |");
        System.out.println("|---|" + "---:|".repeat(SIZES.length + 2) + "---|");
        for (var text : texts().entrySet()) {
            for (int warm = 0; warm < 3; warm++) {
                read(folder, text.getKey(), text.getValue().apply(SIZES[0]));
            }
            row(folder, text.getKey(), text.getValue());
        }
    }

    private static void row(Path folder, String name, IntFunction<String> text) throws IOException {
        var row = new ArrayList<String>();
        double before = 0;
        Read read = null;
        double growth = 0;
        for (int size : SIZES) {
            read = read(folder, name, text.apply(size));
            growth = before == 0 ? 0 : read.milliseconds / before;
            before = read.milliseconds;
            row.add("%.0f ms".formatted(read.milliseconds));
        }
        System.out.printf("| %s | %s | ×%.1f | %d | %s |%n", name, String.join(" | ", row), growth, read.megabytes, read.said);
    }

    private record Read(double milliseconds, long megabytes, String said) {}

    private static Read read(Path folder, String name, String text) throws IOException {
        var file = folder.resolve("news").resolve("a" + (name.startsWith("plain text") ? ".txt" : ".md"));
        Files.writeString(file, text);
        System.gc();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getTotalThreadAllocatedBytes();
        long begun = System.nanoTime();
        var problems = FolderCheck.look(folder, DataSize.ofMegabytes(2), Instant.parse("2026-12-01T00:00:00Z"), _ -> {});
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        long megabytes = (threads.getTotalThreadAllocatedBytes() - allocated) / 1_000_000;
        Files.delete(file);
        String said = problems.isEmpty() ? "" : problems.getFirst().problem().wrong();
        return new Read(milliseconds, megabytes, said.length() > 70 ? said.substring(0, 70) + "…" : said);
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
