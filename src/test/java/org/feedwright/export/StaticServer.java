package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.feedwright.testing.WebServer;

/** A web server with its own configuration of an export. */
enum StaticServer {
    NGINX {
        @Override
        WebServer start(Path home, Path site) throws IOException {
            int port = WebServer.freePort();
            Path own = site.resolve(".feedwright/nginx").toRealPath();
            var configuration = Files.writeString(home.resolve("nginx.conf"), """
                    %s
                    user root;
                    daemon off;
                    pid nginx.pid;
                    events { }
                    http {
                      access_log off;
                      client_body_temp_path body;
                      proxy_temp_path proxy;
                      fastcgi_temp_path fastcgi;
                      uwsgi_temp_path uwsgi;
                      scgi_temp_path scgi;
                      include %s;
                      server {
                        listen 127.0.0.1:%d;
                        include %s;
                      }
                    }
                    """.formatted(
                            Files.exists(BROTLI) ? "load_module " + BROTLI + ";" : "",
                            quoted(own.resolve("http.conf")),
                            port,
                            quoted(own.resolve("server.conf"))));
            var builder = new ProcessBuilder(
                    "nginx", "-p", home.toString(), "-c", configuration.toString(), "-e", "error.log");
            return WebServer.start(builder, home, port);
        }

        private String quoted(Path file) {
            return '"' + file.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }

        @Override
        boolean sendsBrotli() {
            return Files.exists(BROTLI);
        }
    },

    CADDY {
        @Override
        WebServer start(Path home, Path site) throws IOException {
            int port = WebServer.freePort();
            Files.copy(site.resolve(".feedwright/Caddyfile"), home.resolve("site"));
            var configuration = Files.writeString(home.resolve("Caddyfile"), """
                    {
                      admin off
                      auto_https off
                    }
                    import %s
                    """.formatted(
                            home.resolve("site").toRealPath()));
            var builder =
                    new ProcessBuilder("caddy", "run", "--config", configuration.toString(), "--adapter", "caddyfile");
            builder.environment().put("XDG_DATA_HOME", home.toString());
            builder.environment().put("XDG_CONFIG_HOME", home.toString());
            builder.environment().put("FEEDWRIGHT_SITE", "http://127.0.0.1:" + port);
            return WebServer.start(builder, home, port);
        }

        @Override
        boolean sendsBrotli() {
            return true;
        }
    };

    private static final Path BROTLI = Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

    /**
     * Starts it on a free port.
     *
     * @param home an empty directory for what it writes
     */
    abstract WebServer start(Path home, Path site) throws IOException;

    /** Whether it can send the files that are compressed with Brotli; elsewhere than in CI it may lack the module. */
    abstract boolean sendsBrotli();

    /** The servers to be tested: in CI all of them, so that a missing one fails; elsewhere those of the machine. */
    static Stream<StaticServer> toBeTested() {
        if (isCi()) {
            assertThat(NGINX.sendsBrotli())
                    .as("nginx's module for Brotli (libnginx-mod-http-brotli-static) is there, as CI must prove all")
                    .isTrue();
            return Stream.of(values());
        }
        return Stream.of(values()).filter(StaticServer::isInstalled);
    }

    private static boolean isCi() {
        return System.getenv("CI") != null;
    }

    private boolean isInstalled() {
        try {
            return new ProcessBuilder("which", name().toLowerCase(Locale.ROOT))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
