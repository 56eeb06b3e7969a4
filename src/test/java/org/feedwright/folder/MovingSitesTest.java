package org.feedwright.folder;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.Test;

/** The commands and files in the pages that tell how to move from a program with an export. */
class MovingSitesTest extends EditingTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ feedwright (?<arguments>import .+)$");
    private static final Pattern PROOF = Pattern.compile("(?m)^\\$ (?<line>(?:ids\\(\\)|comm) .+)$");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(?<text>.+?)^```$");
    private static final Pattern COUNTED = Pattern.compile("(?m)^  (?<label>[a-z ]+): \\d");

    private static String page(String program) throws IOException {
        return Files.readString(Path.of("docs/how-to/move-from-" + program + ".md"));
    }

    private static List<String> found(Pattern pattern, String group, String page) {
        return pattern.matcher(page).results().map(each -> each.group(group)).toList();
    }

    /** Runs the import of a page, on an export of the name that the page has; returns what it prints. */
    private String run(String page, String export, String... without) throws IOException {
        String command = found(COMMAND, "arguments", page).getFirst();
        for (String option : without) {
            command = command.replace(" " + option, "");
        }
        String[] arguments = command.replace("--feed blog", "--feed " + feed).split(" ");
        Path file = temporary.resolve(arguments[2]);
        Files.writeString(file, export);
        arguments[2] = file + "";
        var out = new StringWriter();
        int status = Feedwright.commands()
                .setOut(new PrintWriter(out))
                .execute((String.join(" ", arguments) + " --folder " + temporary.resolve("feeds")).split(" "));
        assertThat(status).isZero();
        return out.toString();
    }

    private static Set<String> labels(String text) {
        return Set.copyOf(found(COUNTED, "label", text));
    }

    private void removeDefinition() throws IOException {
        Files.delete(directory.resolve("feed.yaml"));
    }

    /** What the commands print by which a page compares the ids, when the readers' feed had these. */
    private String compared(String page, String before) throws IOException, InterruptedException {
        Path own = Files.createDirectories(temporary.resolve("compared-" + feed));
        Files.writeString(own.resolve("before.xml"), before);
        Files.writeString(
                own.resolve("now.xml"), service.get("/feeds/" + feed + ".rss").body());
        var script = "curl() { cat now.xml; }\n" + String.join("\n", found(PROOF, "line", page));
        var process = new ProcessBuilder("bash", "-c", script)
                .directory(own.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static String rss(String... ids) {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Before</title>\n");
        for (String id : ids) {
            rss.append("<item><guid isPermaLink=\"false\">").append(id).append("</guid></item>\n");
        }
        return rss.append("</channel></rss>").toString();
    }

    private void assertLeads(String from, String to) {
        var answer = service.get(from);
        assertThat(answer.statusCode()).as(from).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location").orElse("")).as(from).endsWith(to);
    }

    @Test
    void movesFromWordpressAsItsPageSays() throws IOException, InterruptedException {
        String page = page("wordpress");
        String export = """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel><title>Blog</title><link>https://example.org</link><language>en</language>
                <wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://example.org</wp:base_blog_url>
                <wp:author><wp:author_login>ann</wp:author_login>
                  <wp:author_display_name>Ann O'Hara</wp:author_display_name></wp:author>
                <item><title>Spring tide</title><link>https://example.org/2020/03/spring-tide/</link>
                <dc:creator>ann</dc:creator><guid isPermaLink="false">http://example.org/?p=101</guid>
                <content:encoded><![CDATA[The bridge was low.]]></content:encoded>
                <wp:post_id>101</wp:post_id><wp:post_date>2020-03-11 00:30:00</wp:post_date>
                <wp:post_date_gmt>2020-03-10 22:30:00</wp:post_date_gmt>
                <wp:post_modified>2020-04-01 10:00:00</wp:post_modified>
                <wp:post_modified_gmt>2020-04-01 08:00:00</wp:post_modified_gmt>
                <wp:post_name>spring-tide</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
                <category domain="category" nicename="tides">Tides</category></item>
                <item><title>Bridge</title><wp:post_type>attachment</wp:post_type><wp:post_id>102</wp:post_id></item>
                </channel></rss>
                """;
        removeDefinition();
        assertThat(run(page, export)).startsWith("Nothing was written.");
        assertThat(directory.resolve("feed.yaml")).doesNotExist();

        String report = run(page, export, "--dry-run");

        assertThat(labels(page)).containsAll(labels(report));
        assertThat(directory.resolve("2020-03-11-spring-tide.html"))
                .hasContent(found(YAML, "text", page).getFirst());
        assertThat(Files.readString(directory.resolve("feed.yaml")))
                .contains(found(YAML, "text", page).getLast());
        soon(() -> assertThat(service.titles(feed)).containsExactly("Spring tide"));
        assertThat(compared(page, rss("http://example.org/?p=101"))).isEmpty();
        assertThat(compared(page, rss("http://example.org/?p=101", "http://example.org/?p=9")))
                .isEqualTo("http://example.org/?p=9\n");
        soon(() -> assertLeads("/feed/", "/feeds/" + feed + ".rss"));
        assertLeads("/2020/03/spring-tide/", "/articles/" + feed + "/spring-tide");
        assertLeads("/?p=101", "/articles/" + feed + "/spring-tide");
    }

    @Test
    void movesFromGhostAsItsPageSays() throws IOException, InterruptedException {
        String page = page("ghost");
        String export = """
                {"db": [{"meta": {"version": "5.80.0"}, "data": {
                  "posts": [
                    {"id": "65be0001", "title": "Slack water", "slug": "slack-water", "html": "<p>Nothing moves.</p>",
                     "type": "post", "status": "published", "visibility": "public",
                     "published_at": "2024-02-03T09:30:00.000Z"},
                    {"id": "65be0002", "title": "The long version", "slug": "the-long-version", "html": "<p>Secret</p>",
                     "type": "post", "status": "published", "visibility": "paid",
                     "published_at": "2024-02-05T09:30:00.000Z"}],
                  "settings": [{"key": "title", "value": "Still waters"}]}}]}
                """;
        removeDefinition();
        String dry = run(page, export);
        assertThat(dry)
                .startsWith("Nothing was written.")
                .contains("drafts, because they are for paying members only:\n    2024-02-05-the-long-version.html");
        assertThat(directory.resolve("feed.yaml")).doesNotExist();

        String report = run(page, export, "--dry-run");

        assertThat(labels(page)).containsAll(labels(report));
        assertThat(directory.resolve("2024-02-03-slack-water.html")).exists();
        assertThat(Files.readString(directory.resolve("feed.yaml")))
                .contains(found(YAML, "text", page).getLast());
        soon(() -> assertThat(service.titles(feed)).containsExactly("Slack water"));
        assertThat(compared(page, rss("65be0001", "65be0002"))).isEqualTo("65be0002\n");
        soon(() -> assertLeads("/rss/", "/feeds/" + feed + ".rss"));
        assertLeads("/slack-water/", "/articles/" + feed + "/slack-water");
    }

    /** Each kind of command stands in both pages, so that the tests above run something. */
    @Test
    void findsWhatItRuns() throws IOException {
        for (String program : Set.of("wordpress", "ghost")) {
            assertThat(found(COMMAND, "arguments", page(program)).stream().collect(toSet()))
                    .hasSize(1);
            assertThat(found(PROOF, "line", page(program))).hasSize(2);
        }
    }
}
