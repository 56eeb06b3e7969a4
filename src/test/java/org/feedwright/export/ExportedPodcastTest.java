package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No article names a podcast's art, and directories ask for it all the same. */
class ExportedPodcastTest {
    @TempDir
    private Path temporary;

    private Path talks;
    private Path site;

    @BeforeEach
    void makeAPodcast() throws IOException {
        talks = Files.createDirectories(temporary.resolve("feeds/talks"));
        site = temporary.resolve("site");
        draw("cover.png", 1_400);
        draw("art/host.png", 300);
        draw("unnamed.png", 300);
        Files.write(talks.resolve("one.mp3"), new byte[2_000]);
        Files.writeString(talks.resolve("one.md"), """
                ---
                title: One
                published: 2026-01-01
                enclosures: [one.mp3]
                ---
                Listen.
                """);
        define("cover.png", "");
        export();
    }

    @Test
    void comesWithItsArt() throws IOException {
        assertThat(site.resolve("media/talks/cover.png")).hasSameBinaryContentAs(talks.resolve("cover.png"));
        assertThat(site.resolve("media/talks/art/host.png")).hasSameBinaryContentAs(talks.resolve("art/host.png"));
        assertThat(site.resolve("media/talks/unnamed.png")).doesNotExist();
        assertThat(site.resolve("feeds/talks.rss"))
                .content()
                .contains("<itunes:image href=\"https://feeds.example.org/media/talks/cover.png\"");
    }

    @Test
    void comesWithTheArtThatItHasNow() throws IOException {
        draw("cover.png", 1_500);
        draw("other.png", 1_600);
        export();
        assertThat(site.resolve("media/talks/cover.png")).hasSameBinaryContentAs(talks.resolve("cover.png"));

        define("other.png", "");
        export();
        assertThat(site.resolve("media/talks/cover.png")).doesNotExist();
        assertThat(site.resolve("media/talks/other.png")).hasSameBinaryContentAs(talks.resolve("other.png"));
    }

    @Test
    void takesItsArtAlongWhenItEnds() throws IOException {
        define("cover.png", "retired: true");
        export();

        assertThat(site.resolve("media/talks/cover.png")).doesNotExist();
        assertThat(site.resolve("media/talks/art/host.png")).doesNotExist();
        assertThat(site.resolve("media/talks/one.mp3"))
                .as("a recording stays with its article")
                .exists();
    }

    private void define(String cover, String more) throws IOException {
        Files.writeString(talks.resolve("feed.yaml"), """
                title: Talks
                language: en
                podcast:
                  image: %s
                  category: Arts
                  explicit: false
                  owner: {name: The desk, email: podcast@example.org}
                  people: [{name: Ada, role: host, image: art/host.png}]
                %s
                """.formatted(cover, more));
    }

    private void draw(String name, int size) throws IOException {
        var file = talks.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private void export() {
        var err = new StringWriter();
        int status = Feedwright.commands()
                .setErr(new PrintWriter(err))
                .execute(
                        "export",
                        site.toString(),
                        "--codings=none",
                        "--feedwright.folder=" + temporary.resolve("feeds"),
                        "--feedwright.data=" + temporary.resolve("data"),
                        "--feedwright.base-url=https://feeds.example.org",
                        "--logging.level.org.feedwright=warn");
        assertThat(status).as(err.toString()).isZero();
    }
}
