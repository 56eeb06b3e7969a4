package org.feedwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Real readers that subscribe to the file of a static site are led to the feed that has come in its place, and see
 * nothing new there but what is new.
 */
@EnabledIf("readersAreToBeThere")
class MovedReadersTest {
    private static final String ENTRY_OF_ATOM = """
            <entry><title>%1$s</title><id>https://blog.example/2026/01/26/%2$s/</id>
            <link href="https://blog.example/2026/01/26/%2$s/"/><published>2026-01-26T00:00:00Z</published>
            <updated>2026-01-26T00:00:00Z</updated><content type="html">&lt;p&gt;The body.&lt;/p&gt;</content></entry>
            """;
    private static final String ENTRY_OF_RSS = """
            <item><title>%1$s</title><guid>https://blog.example/2026/01/26/%2$s/</guid>
            <link>https://blog.example/2026/01/26/%2$s/</link><pubDate>Mon, 26 Jan 2026 00:00:00 GMT</pubDate>
            <description>The body.</description></item>
            """;

    @TempDir
    private Path directory;

    private Path feed;

    /** Where everything must be proved, a missing reader is a failure and no reason to skip. */
    static boolean readersAreToBeThere() throws IOException, InterruptedException {
        return "true".equals(System.getenv("CI"))
                || new ProcessBuilder("which", "newsboat", "r2e").start().waitFor() == 0;
    }

    @BeforeEach
    void aSiteHasPosts() throws IOException {
        feed = Files.createDirectories(directory.resolve("feeds/blog"));
        Files.writeString(feed.resolve("feed.yaml"), """
                title: The blog
                home: https://blog.example/
                author: Ann
                permalink: pretty
                ids: link
                formerly-at: [/feed.xml, /index.xml]
                """);
        post("first", "First");
        post("second", "Second");
    }

    private void post(String slug, String title) throws IOException {
        Files.writeString(
                feed.resolve("2026-01-26-" + slug + ".md"),
                "---\ntitle: " + title + "\npublished: 2026-01-26\n---\nThe body.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.xml", "/index.xml"})
    void showNothingNewInNewsboat(String path) throws Exception {
        var reader = new Newsboat(Files.createDirectory(directory.resolve("reader")));
        int port = readTheSite(path, address -> reader.reload(address, ""));
        assertThat(unread(reader)).hasSize(2);
        reader.markAllRead();
        try (var service = start(port)) {
            new Site(service).await("/feeds/blog.atom", "Second");
            reader.reload("http://localhost:" + port + path, "");
            assertThat(unread(reader)).containsOnly(Map.entry("First", false), Map.entry("Second", false));

            post("third", "Third");
            new Site(service).await("/feeds/blog.atom", "Third");
            reader.reload("http://localhost:" + port + path, "");
            assertThat(unread(reader))
                    .containsOnly(Map.entry("First", false), Map.entry("Second", false), Map.entry("Third", true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.xml", "/index.xml"})
    void mailNothingAgainInRss2email(String path) throws Exception {
        var reader = Rss2email.in(directory);
        int port = readTheSite(path, address -> {
            reader.run("add", "blog", address);
            reader.run("run");
        });
        assertThat(reader.subjects()).containsExactlyInAnyOrder("First", "Second");
        try (var service = start(port)) {
            new Site(service).await("/feeds/blog.atom", "Second");
            reader.run("run");
            assertThat(reader.subjects()).containsExactlyInAnyOrder("First", "Second");

            post("third", "Third");
            new Site(service).await("/feeds/blog.atom", "Third");
            reader.run("run");
            assertThat(reader.subjects()).containsExactlyInAnyOrder("First", "Second", "Third");
        }
    }

    private interface Reading {
        void read(String address) throws Exception;
    }

    /** Has the feed of the static site read, and returns the port on which that was. */
    private static int readTheSite(String path, Reading reader) throws Exception {
        String file = path.equals("/feed.xml")
                ? "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The blog</title><id>https://blog.example/</id>"
                        + "<updated>2026-01-26T00:00:00Z</updated><author><name>Ann</name></author>"
                        + ENTRY_OF_ATOM.formatted("Second", "second")
                        + ENTRY_OF_ATOM.formatted("First", "first") + "</feed>"
                : "<rss version=\"2.0\"><channel><title>The blog</title><link>https://blog.example/</link>"
                        + "<description>A blog</description>"
                        + ENTRY_OF_RSS.formatted("Second", "second")
                        + ENTRY_OF_RSS.formatted("First", "first") + "</channel></rss>";
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(path, exchange -> {
            byte[] bytes = file.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
        int port = site.getAddress().getPort();
        try {
            reader.read("http://localhost:" + port + path);
        } finally {
            site.stop(0);
        }
        return port;
    }

    private ConfigurableApplicationContext start(int port) {
        return Site.start(directory, "http://localhost:" + port, port);
    }

    /** Which articles it shows, and whether each is unread. */
    private static Map<String, Boolean> unread(Newsboat reader) throws SQLException {
        var items = new TreeMap<String, Boolean>();
        for (var item : reader.items()) {
            assertThat(items.put(item.title(), item.unread())).isNull();
        }
        return items;
    }
}
