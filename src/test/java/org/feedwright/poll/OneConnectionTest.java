package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.article.FeedName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes over one connection, in whichever pieces, is answered as the requests that it is. */
class OneConnectionTest extends PollingTest {
    FeedName feed;
    Socket socket;
    InputStream in;
    OutputStream out;

    @BeforeEach
    void connect() throws IOException {
        feed = publisher.open();
        publisher.publish(feed, "first", clock.instant().minusSeconds(3600));
        http.get("/feeds/" + feed + ".atom");
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(5_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    @AfterEach
    void disconnect() throws IOException {
        socket.close();
    }

    @Test
    void answersTheSameBytesTheSameAgain() throws IOException {
        String request = request();
        var first = ask(request);

        assertThat(ask(request)).isEqualTo(first);
        assertThat(ask(request)).isEqualTo(first);
        assertThat(first.getFirst()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void answersTheSameOnAnotherConnection() throws IOException {
        var first = ask(request());
        disconnect();
        connectAgain();

        assertThat(ask(request())).isEqualTo(first);
    }

    @Test
    void answersWithWhatIsTrueNow() throws IOException {
        String request = request();
        ask(request);
        ask(request);
        publisher.publish(feed, "second", clock.instant());

        assertThat(ask(request).getLast()).contains("Title of second");
    }

    @Test
    void saysNotModifiedAgain() throws IOException {
        String request = request("If-None-Match: *");

        assertThat(ask(request)).isEqualTo(ask(request)).isEqualTo(ask(request)).contains("HTTP/1.1 304 Not Modified");
    }

    @Test
    void answersRequestsThatComeTogetherOneByOne() throws IOException {
        String request = request();
        var first = ask(request);
        ask(request);
        out.write(bytes(request + request + request("If-None-Match: *")));

        assertThat(answer()).isEqualTo(first);
        assertThat(answer()).isEqualTo(first);
        assertThat(answer().getFirst()).isEqualTo("HTTP/1.1 304 Not Modified");
    }

    @Test
    void answersARequestThatComesInPieces() throws IOException {
        String request = request("If-None-Match: *");
        var first = ask(request);
        for (int i = 0; i < request.length(); i += 7) {
            out.write(bytes(request.substring(i, Math.min(request.length(), i + 7))));
            out.flush();
            Thread.onSpinWait();
        }

        assertThat(answer()).isEqualTo(first);
        assertThat(ask(request)).isEqualTo(first);
    }

    @Test
    void passesOverContentThatComesWithAPoll() throws IOException {
        String request = request("Content-Length: 4") + "\r\n\r\n";
        ask(request);

        assertThat(ask(request()).getFirst()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void closesWhereTheReaderWantsItEachTime() throws IOException {
        for (int i = 0; i < 3; i++) {
            ask(request("Connection: close"));
            assertThat(in.read()).isEqualTo(-1);
            connectAgain();
        }
    }

    @Test
    void closesWhereContentComesWithAPollToo() throws IOException {
        var first = ask(request("Connection: close", "Content-Length: 4") + "\r\n\r\n");

        assertThat(first.getFirst()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void passesOverAnEmptyLineBeforeARequest() throws IOException {
        assertThat(ask("\r\n" + request())).isEqualTo(ask(request()));
    }

    private void connectAgain() throws IOException {
        socket.close();
        socket = new Socket("localhost", port);
        socket.setSoTimeout(5_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private String request(String... fields) {
        return "GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: localhost\r\n"
                + String.join(
                        "",
                        List.of(fields).stream().map(field -> field + "\r\n").toList()) + "\r\n";
    }

    private List<String> ask(String request) throws IOException {
        out.write(bytes(request));
        return answer();
    }

    /** An answer's lines, without its date, in a fixed order, and its body. */
    private List<String> answer() throws IOException {
        var lines = new ArrayList<String>();
        int length = 0;
        String status = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
            lines.add(line);
        }
        lines.removeIf(line -> line.startsWith("Date: "));
        lines.sort(null);
        lines.addFirst(status);
        lines.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        return lines;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
