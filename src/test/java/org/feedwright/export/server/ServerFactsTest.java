package org.feedwright.export.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

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
