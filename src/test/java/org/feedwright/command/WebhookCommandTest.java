package org.feedwright.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("webhook"));
        all.addAll(List.of(arguments));
        return Feedwright.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private String secret() {
        assertThat(run("secret")).isZero();
        return out.toString().strip();
    }

    @Test
    void makesASecret() {
        assertThat(secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
    }

    @Test
    void triesAReceiver() throws IOException {
        var heard = new CompletableFuture<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        String url = "--feedwright.webhooks.endpoints.one.url=http://127.0.0.1:"
                + server.getAddress().getPort() + "/";
        String secret = "--feedwright.webhooks.endpoints.one.secret=" + secret();
        String data = "--feedwright.data=" + directory;
        try {
            assertThat(run("test", "one", url, secret, data)).isEqualTo(Commands.NOT_DONE);
            assertThat(err.toString())
                    .contains("one did not take it: 127.0.0.1 is 127.0.0.1, which is no public address");

            String allowed = "--feedwright.webhooks.allowed-networks=127.0.0.1";
            assertThat(run("test", "one", url, secret, data, allowed)).isZero();
            assertThat(heard.join()).contains("\"type\":\"webhook.test\"");
            assertThat(run("test", "two", url, secret, data)).isEqualTo(Commands.NOT_DONE);
            assertThat(err.toString()).contains("there is no webhook 'two', but [one]");
            assertThat(run("test", "one", data)).isEqualTo(Commands.NOT_DONE);
            assertThat(err.toString()).contains("The settings name no webhook");
        } finally {
            server.stop(0);
        }
    }
}
