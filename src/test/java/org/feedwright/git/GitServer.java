package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.feedwright.testing.Certificates;

/** Serves repositories over HTTPS to one user, by the CGI program {@code git http-backend}, as servers of Git do. */
final class GitServer implements AutoCloseable {
    static final String USER = "reader";

    private final HttpsServer server;
    private final Path repositories;
    private final Path certificate;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile String token = "";

    /**
     * Starts it.
     *
     * @param repositories the directory that has them
     * @param directory for its certificate
     */
    GitServer(Path repositories, Path directory) throws IOException, GeneralSecurityException {
        this.repositories = repositories;
        Certificates.make(Files.createDirectories(directory), "localhost");
        certificate = directory.resolve("cert.pem");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity(directory.resolve("made.p12"))));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve).setAuthenticator(new BasicAuthenticator("git") {
            @Override
            public boolean checkCredentials(String user, String password) {
                return user.equals(USER) && password.equals(token);
            }
        });
        server.createContext("/repeating", GitServer::repeat);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", address(exchange.getRequestURI().toString().replace("/moved", "")));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    private static SSLContext identity(Path store) throws IOException, GeneralSecurityException {
        char[] password = "changeit".toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    String address(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    /** The file of the certificate that whoever asks has to believe. */
    Path certificate() {
        return certificate;
    }

    /** Lets in whoever has this token. */
    void admit(String token) {
        this.token = token;
    }

    /** The command lines of all processes of this machine while requests were answered. */
    List<String> commands() {
        return commands;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            note();
            var backend = backend(exchange);
            try (var content = backend.getOutputStream()) {
                exchange.getRequestBody().transferTo(content);
            }
            answer(exchange, new BufferedInputStream(backend.getInputStream()));
        }
    }

    /** Looks as {@code ps} does. */
    private void note() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                try {
                    commands.add(Files.readString(process.resolve("cmdline")).replace('\0', ' '));
                } catch (IOException _) {
                    // it has ended
                }
            }
        }
    }

    private Process backend(HttpExchange exchange) throws IOException {
        var builder = new ProcessBuilder("git", "http-backend").redirectError(ProcessBuilder.Redirect.DISCARD);
        var variables = builder.environment();
        variables.put("GIT_PROJECT_ROOT", repositories.toString());
        variables.put("GIT_HTTP_EXPORT_ALL", "1");
        variables.put("REMOTE_USER", USER);
        variables.put("REQUEST_METHOD", exchange.getRequestMethod());
        variables.put("PATH_INFO", exchange.getRequestURI().getPath());
        variables.put("QUERY_STRING", String.valueOf(exchange.getRequestURI().getRawQuery()));
        put(variables, "CONTENT_TYPE", exchange, "Content-Type");
        put(variables, "HTTP_CONTENT_ENCODING", exchange, "Content-Encoding");
        put(variables, "GIT_PROTOCOL", exchange, "Git-Protocol");
        return builder.start();
    }

    private static void put(Map<String, String> variables, String name, HttpExchange exchange, String field) {
        String value = exchange.getRequestHeaders().getFirst(field);
        if (value != null) {
            variables.put(name, value);
        }
    }

    private static void answer(HttpExchange exchange, InputStream output) throws IOException {
        int status = 200;
        for (String line = line(output); !line.isEmpty(); line = line(output)) {
            var field = line.split(": ", 2);
            if (field[0].equals("Status")) {
                status = Integer.parseInt(field[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(field[0], field[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        output.transferTo(exchange.getResponseBody());
    }

    private static String line(InputStream output) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = output.read(); next >= 0 && next != '\n'; next = output.read()) {
            line.write(next);
        }
        return line.toString(UTF_8).strip();
    }

    /** Answers as careless servers do, which show in an error what they were sent. */
    private static void repeat(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] said = ("fatal: who are you? " + exchange.getRequestHeaders().getFirst("Authorization") + "\n")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(500, said.length);
            exchange.getResponseBody().write(said);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
