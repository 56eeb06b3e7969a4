package org.feedwright.export.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.feedwright.media.MediaCopy;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class ServerFactsTest {
    private static final String TO = "https://feeds.example/articles/news/";

    private final ServerFacts facts = new ServerFacts(Map.of(), "", "https://feeds.example/", false);

    private static String file(String name, ServerFacts facts) {
        return new String(
                Objects.requireNonNull(facts.files(Path.of("/srv/site")).get(name)), UTF_8);
    }

    /** Nginx does not start with two keys of a map that differ in capitals alone. */
    @Test
    void tellsQueriesApartThatDifferInCapitals() {
        facts.lead("/watch?v=aB.c", TO + "one", false);
        facts.lead("/watch?v=Ab.c", TO + "two", false);
        facts.lead("/?p=1", TO + "three", false);

        assertThat(file("nginx/http.conf", facts))
                .contains(
                        "\"~^/watch\\\\?v=aB\\\\.c$\" \"" + TO + "one\";",
                        "\"~^/watch\\\\?v=Ab\\\\.c$\" \"" + TO + "two\";",
                        "\"/?p=1\" \"" + TO + "three\";");
    }

    /** Between quotes, a backslash before the last one would be no end. */
    @Test
    void quotesForCaddyWhateverAnAddressEndsIn() {
        facts.lead("/old\\", TO + "one", true);
        facts.lead("/a\"b", TO + "two", true);

        assertThat(file("Caddyfile", facts))
                .contains("`/old\\` \"" + TO + "one\"", "\"/a\\\"b\" \"" + TO + "two\"", "\"/old\\/\"");
    }

    @Test
    void namesTheTypeOfAnEndingByMostFilesAndThatOfTheOthersOneByOne() {
        facts.add("/media/news/a.ogg", copy("audio/ogg"));
        facts.add("/media/news/b.ogg", copy("video/ogg"));
        facts.add("/media/news/c.OGG", copy("audio/ogg"));
        facts.add("/media/news/README", copy("text/plain;charset=utf-8"));

        assertThat(file("nginx/server.conf", facts))
                .contains(
                        "\"audio/ogg\" ogg;",
                        "location = \"/media/news/b.ogg\" {",
                        "location = \"/media/news/README\" {")
                .contains("default_type \"video/ogg\";", "default_type \"text/plain;charset=utf-8\";")
                .doesNotContain("a.ogg", "c.OGG");
    }

    private static MediaCopy copy(String type) {
        return new MediaCopy(new ByteArrayResource(new byte[1]), type, 1, Instant.EPOCH, "\"1\"", true);
    }

    /** Nginx does not start with two locations of one address. */
    @Test
    void saysOfAnAddressThatLeadsElsewhereNotThatItIsGone() {
        facts.move("/articles/news/former", TO + "present");
        facts.addGone("/articles/news/former");
        facts.addGone("/media/news/gone.png");

        assertThat(file("nginx/server.conf", facts))
                .containsOnlyOnce("location = \"/articles/news/former\" {")
                .containsOnlyOnce("location = \"/media/news/gone.png\" {");
    }
}
