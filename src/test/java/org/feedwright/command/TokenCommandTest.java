package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.Feedwright;
import org.feedwright.testing.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Tokens that are made, listed and revoked beside a running service. */
class TokenCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of("token"));
        all.addAll(List.of(arguments));
        all.add("--feedwright.data=" + directory.resolve("data"));
        all.add("--feedwright.folder=" + directory.resolve("feeds"));
        return Feedwright.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void makesListsAndRevokesBesideARunningService() {
        try (var service = new SpringApplicationBuilder(Feedwright.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--feedwright.folder=" + directory.resolve("feeds"),
                        "--feedwright.data=" + directory.resolve("data"))) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var requests = new Requests(port);
            assertThat(requests.get("/api/v1/feeds").statusCode()).isEqualTo(403);

            assertThat(run("new", "our CMS", "--publish", "news,notes", "--read"))
                    .isZero();
            String token = out.toString().lines().toList().getLast();
            assertThat(token).matches("fw_[a-z2-7]{8}_[A-Za-z0-9_-]{43}");
            assertThat(err.toString())
                    .contains("read publish:news publish:notes")
                    .doesNotContain(token);
            assertThat(requests.get("/api/v1/feeds", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);

            assertThat(run("list")).isZero();
            String id = token.split("_", -1)[1];
            assertThat(out.toString())
                    .contains(id, "read publish:news publish:notes", "our CMS")
                    .doesNotContain(token);

            assertThat(run("revoke", "aaaaaaaa")).isEqualTo(Commands.NOT_DONE);
            assertThat(run("revoke", id)).isZero();
            // With the last token gone, it is as at the beginning.
            assertThat(requests.get("/api/v1/feeds", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesATokenThatAllowsNothingOrWhatIsNoFeed() {
        assertThat(run("new", "x")).isEqualTo(Commands.WRONG_USE);
        assertThat(run("new", "x", "--publish", "No Feed")).isEqualTo(Commands.WRONG_USE);
        assertThat(run("list", "--feedwright.fodler=x")).isEqualTo(Commands.WRONG_USE);
        assertThat(run()).isEqualTo(Commands.WRONG_USE);
        assertThat(out.toString()).isEmpty();
    }
}
