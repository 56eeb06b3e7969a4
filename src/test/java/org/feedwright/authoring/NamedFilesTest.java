package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is served because an article names it: no place in which it can be named may be forgotten. */
class NamedFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.123Z");
    private static final String PODCAST = """
            podcast:
              image: https://example.org/art.jpg
              category: Arts
              explicit: false
              owner: ann@example.org
              people: {name: Ann, image: file.png}
            """;

    private final Problems problems = new Problems("a.md");
    private final Asked asked = new Asked();

    /** Notes what it is asked for, and has nothing. */
    private static final class Asked implements Attachments {
        private final List<String> files = new ArrayList<>();
        private final List<String> typed = new ArrayList<>();
        private final List<NamedAddress> named = new ArrayList<>();

        @Override
        public Optional<MediaFile> find(String address) {
            files.add(address);
            return Optional.empty();
        }

        @Override
        public Optional<MediaFile> find(String address, String type) {
            typed.add(address);
            return Optional.empty();
        }

        @Override
        public void look(NamedAddress address) {
            named.add(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: file.png",
                "image: {url: file.png, alt: A}",
                "podcast: {image: file.png}",
                "podcast: {chapters: file.png}",
                "podcast: {people: {name: Ann, image: file.png}}",
                "podcast: {people: [Ann, {name: Bob, image: file.png}]}",
            })
    void areLookedForInFrontMatter(String line) {
        read(line + "\nenclosures: {url: https://example.org/talk.mp3, length: 1}", "Text.");

        assertThat(asked.files).contains("file.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enclosures: file.png",
                "enclosures: [https://example.org/a.mp3, {url: file.png}]",
                "podcast: {transcript: {url: file.png, type: text/vtt}}",
                "podcast: {transcript: [{url: https://example.org/a.vtt}, {url: file.png, type: text/vtt}]}",
                "podcast: {chapters: file.png}",
            })
    void areLookedForAsTheTypeThatTheyAre(String line) {
        String recording = "\nenclosures: {url: https://example.org/talk.mp3, length: 1}";
        read(line + (line.startsWith("podcast") ? recording : ""), "Text.");

        assertThat(asked.typed).contains("file.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: |![](file.png)|true",
                "x: |[a](file.png)|false",
                "x: |<audio src=\"file.png\"></audio>|true",
                "x: |<video src=\"https://example.org/a.mp4\" poster=\"file.png\"></video>|true",
                "x: |<video><source src=\"file.png\"></video>|true",
                "x: |<video><track src=\"file.png\"></video>|true",
                "x: |[a][b]\\n\\n[b]: file.png|false",
                "x: |Text.[^1]\\n\\n[^1]: ![](file.png)|true",
                "x: |Text.\\n\\nDisclaimer: [a](file.png)|false",
                "disclaimer: '![](file.png)'|Text.|true",
                "correction: {text: '[a](file.png)', date: 2026-11-01}|Text.|false",
                "correction: [{text: One, date: 2026-11-02}, {text: '![](file.png)', date: 2026-11-01}]|Text.|true",
            })
    void areLookedForInTexts(String line, String body, boolean isShown) {
        read(line, body.replace("\\n", "\n"));

        assertThat(asked.named).contains(new NamedAddress("file.png", isShown));
    }

    @Test
    void areLookedForInTheFeedsPodcast() {
        FeedFile.read("title: F\nlanguage: en\n" + PODCAST, "localhost", asked, problems);
        assertThat(asked.files).contains("file.png");

        String art = PODCAST.replace("https://example.org/art.jpg", "art.jpg");
        FeedFile.read("title: F\nlanguage: en\n" + art, "localhost", asked, problems);
        assertThat(asked.files).contains("art.jpg");
    }

    private void read(String front, String body) {
        var definition = FeedFile.read(
                "title: F\nhome: https://example.org/\nlanguage: en\n" + PODCAST,
                "localhost",
                new Problems("feed.yaml"));
        ArticleFile.read(
                "a.md",
                "---\ntitle: T\npublished: 2026-01-26\n" + front + "\n---\n" + body,
                new FeedName("f"),
                definition,
                asked,
                NOW,
                problems);
    }
}
