package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.export.Asking.send;

import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.Test;

/** How a server of an export tells of what is missing or gone. */
interface FileErrorsContract {
    WebServer server();

    /** Browsers say what for they ask, or that they take pages; feed readers may say the latter too, as Miniflux does. */
    @Test
    default void tellsProgramsAndPeople() {
        var all = new SoftAssertions();
        int port = server().port();
        String miniflux = "application/xml, application/atom+xml, application/rss+xml, text/html, */*;q=0.9";
        for (var told : Map.of("/feeds/nothing.atom", 404, "/nothing", 404, "/articles/news/withdrawn", 410)
                .entrySet()) {
            for (String[] fields :
                    new String[][] {{}, {"Accept", "*/*"}, {"Accept", miniflux}, {"Sec-Fetch-Dest", "empty"}}) {
                var problem = send(port, "GET", told.getKey(), fields);
                all.assertThat(problem.statusCode()).isEqualTo(told.getValue());
                all.assertThat(problem.headers().allValues("Content-Type"))
                        .as(told.getKey())
                        .containsExactly("application/problem+json");
                all.assertThat(problem.headers().allValues("Vary"))
                        .as(told.getKey())
                        .containsExactly("Accept, Accept-Encoding, Sec-Fetch-Dest");
                all.assertThat(problem.body())
                        .contains("\"status\":" + told.getValue(), "\"instance\":\"" + told.getKey() + "\"");
            }
            for (String[] fields : new String[][] {{"Accept", "text/html,*/*;q=0.8"}, {"Sec-Fetch-Dest", "document"}}) {
                var page = send(port, "GET", told.getKey(), fields);
                all.assertThat(page.statusCode()).isEqualTo(told.getValue());
                all.assertThat(page.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
                all.assertThat(page.headers().allValues("Vary"))
                        .as(told.getKey())
                        .containsExactly("Accept, Accept-Encoding, Sec-Fetch-Dest");
            }
        }
        all.assertAll();
    }
}
