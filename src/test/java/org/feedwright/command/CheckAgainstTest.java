package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAgainstTest {
    private static final String OLD = """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>Tides</title><link>https://tides.example/</link>
            <description>Tides</description>
            <item><title>Spring tide</title><link>https://tides.example/spring/</link>
              <guid isPermaLink="false">tide-1</guid><pubDate>Tue, 10 Mar 2020 22:30:00 GMT</pubDate>
              <description>&lt;p&gt;The bridge was low.&lt;/p&gt;</description></item>
            <item><title>Neap tide</title><link>https://tides.example/neap/</link>
              <guid>https://tides.example/?p=2</guid><pubDate>Mon, 2 Mar 2020 08:00:00 +0100</pubDate>
              <description>&lt;p&gt;Nothing happened.&lt;/p&gt;</description></item>
            </channel></rss>
            """;

    @TempDir
    private Path temporary;

    private Path tides;

    @BeforeEach
    void makeFolder() throws IOException {
        tides = Files.createDirectories(temporary.resolve("feeds/tides"));
        Files.writeString(tides.resolve("feed.yaml"), "title: Tides\nhome: https://tides.example/\n");
        Files.writeString(temporary.resolve("old.xml"), OLD);
        write("spring", "Spring tide", "2020-03-10T22:30:00Z", "tide-1", "The bridge was low.");
        write("neap", "Neap tide", "2020-03-02T07:00:00Z", "https://tides.example/?p=2", "Nothing happened.");
    }

    private void write(String name, String title, String date, String id, String body) throws IOException {
        Files.writeString(
                tides.resolve(name + ".md"),
                "---\ntitle: %s\npublished: %s\nid: %s\nlink: https://tides.example/%s/\n---\n%s\n"
                        .formatted(title, date, id, name, body));
    }

    private record Outcome(int status, String out, String err) {}

    private Outcome run(String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new ArrayList<>(List.of(
                "check",
                temporary.resolve("feeds").toString(),
                "--against",
                temporary.resolve("old.xml").toString()));
        arguments.addAll(List.of(more));
        int status = Feedwright.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void saysThatReadersWouldNoticeNothing() {
        var outcome = run();

        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("would notice nothing; all 2 entries are the same");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void listsWhatWouldBeNewChangedOrLost() throws IOException {
        write("spring", "Spring tide!", "2020-03-10T22:30:00Z", "tide-1", "The bridge was very low.");
        write("neap", "Neap tide", "2020-03-02T07:00:00Z", "another", "Nothing happened.");
        write("older", "Older", "2020-01-01", "older", "Older.");

        var outcome = run();

        assertThat(outcome.out().lines())
                .containsExactlyInAnyOrder(
                        "new: 'Neap tide' (another): readers know it as https://tides.example/?p=2; write that as its 'id'",
                        "new: 'Older' (older): it is older than all that the old feed has; 'window: 2' in feed.yaml keeps it out"
                                + " of the document that readers have",
                        "changed: 'Spring tide' (tide-1): title: 'Spring tide' would be 'Spring tide!'; text: 'low.' would be"
                                + " 'very low.'",
                        "lost: 'Neap tide' (https://tides.example/?p=2): no article here has this id; its page was"
                                + " https://tides.example/neap/");
        assertThat(outcome.err()).contains("would notice 2 new, 1 changed, 1 lost of 2 entries");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void endsWithOneForAProblemAlsoWhereReadersWouldNoticeNothing() throws IOException {
        Files.writeString(tides.resolve("broken.md"), "---\ntitle: Broken\npublished: yesterday\n---\nText.\n");

        var outcome = run();

        assertThat(outcome.err()).contains("1 problem found", "would notice nothing");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void countsNothingAsLostThatIsInTheArchives() throws IOException {
        Files.writeString(tides.resolve("feed.yaml"), "title: Tides\nhome: https://tides.example/\nwindow: 1\n");

        assertThat(run().status()).isZero();
    }

    @Test
    void asksWhichFeedIsMeantWhereSeveralMayBe() throws IOException {
        var other = Files.createDirectories(temporary.resolve("feeds/other"));
        Files.writeString(other.resolve("feed.yaml"), "title: Other\nhome: https://tides.example/\n");
        Files.writeString(other.resolve("one.md"), "---\ntitle: One\npublished: 2026-01-01\n---\nBody.\n");

        assertThat(run().err()).contains("Say --feed with one of: other, tides");
        assertThat(run().status()).isEqualTo(2);
        assertThat(run("--feed", "tides").status()).isZero();
        assertThat(run("--feed", "none").status()).isEqualTo(2);

        Files.writeString(other.resolve("feed.yaml"), "title: Other\nhome: https://other.example/\n");
        Files.writeString(tides.resolve("feed.yaml"), "title: Tides\nhome: http://tides.example\n");
        assertThat(run().err()).as("of the same home").contains("If tides took its place");
    }

    @Test
    void takesTheFeedThatHasBeenAtTheAddress() throws IOException {
        var other = Files.createDirectories(temporary.resolve("feeds/other"));
        Files.writeString(other.resolve("feed.yaml"), "title: Other\nhome: https://tides.example/\n");
        Files.writeString(other.resolve("one.md"), "---\ntitle: One\npublished: 2026-01-01\n---\nBody.\n");
        Files.writeString(
                tides.resolve("feed.yaml"), "title: Tides\nhome: https://tides.example/\nformerly-at: [/feed.xml]\n");
        Files.writeString(
                temporary.resolve("old.xml"),
                OLD.replace(
                        "<description>Tides</description>",
                        "<description>Tides</description><atom:link xmlns:atom='http://www.w3.org/2005/Atom'"
                                + " rel='self' href='https://tides.example/feed.xml'/>"));

        assertThat(run().err()).contains("If tides took its place");
    }

    @Test
    void endsWithThreeWhereTheOldFeedCannotBeRead() throws IOException {
        Files.writeString(temporary.resolve("old.xml"), "<html><body>Nothing</body></html>");

        var outcome = run();

        assertThat(outcome.err()).contains("old.xml: it is no feed: it begins with <html>");
        assertThat(outcome.status()).isEqualTo(3);
    }

    /** The log says what is wrong with it. */
    @Test
    void endsWithTwoWhereTheBaseUrlIsNone() {
        var outcome = run("--base-url", "feeds.example.org");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("Exception");
    }
}
