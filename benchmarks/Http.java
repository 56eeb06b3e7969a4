import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One connection that is kept, and counts what comes over it: a poller without the costs of an HTTP client. */
final class Http implements AutoCloseable {
    private final Socket socket;
    private final BufferedInputStream in;
    private long received;

    Http(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 17);
    }

    record Answer(int status, Map<String, String> fields, byte[] body) {
        String tag() {
            return fields.getOrDefault("ETag", "");
        }

        boolean has(String text) {
            return new String(body, StandardCharsets.UTF_8).contains(text);
        }
    }

    Answer get(String address, String... fields) throws IOException {
        return send("GET", address, "", fields);
    }

    Answer send(String method, String address, String content, String... fields) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String request = method + " " + address + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", fields)
                + (fields.length == 0 ? "" : "\r\n")
                + (method.equals("GET") ? "\r\n" : "Content-Length: " + bytes.length + "\r\n\r\n");
        var whole = new ByteArrayOutputStream();
        whole.write(request.getBytes(StandardCharsets.ISO_8859_1));
        whole.write(bytes);
        socket.getOutputStream().write(whole.toByteArray());
        int status = Integer.parseInt(line().split(" ")[1]);
        var answered = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            answered.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
        }
        if (answered.containsKey("Transfer-Encoding")) {
            throw new IOException(address + " is answered in chunks, which nobody here expects");
        }
        int length = status == 304 ? 0 : Integer.parseInt(answered.getOrDefault("Content-Length", "0"));
        byte[] body = in.readNBytes(length);
        received += body.length;
        return new Answer(status, answered, body);
    }

    /** Bytes of header sections and bodies since the last call. */
    long received() {
        long bytes = received;
        received = 0;
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            received++;
            line.append((char) c);
        }
        received++;
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
