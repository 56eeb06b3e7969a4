package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.testing.WebServer;

/**
 * Proxies that run with the configurations of {@code docs/operate/proxies.md}. Only what must differ between an
 * operator's machine and this one is put in their place: ports, certificates, directories.
 */
enum Recipes {
    NGINX("nginx") {
        @Override
        ProcessBuilder command(Path home, String recipe, String besides, int port) throws IOException {
            var configuration = Files.writeString(home.resolve("nginx.conf"), """
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
                      %s
                      %s
                    }
                    """.formatted(
                            besides, recipe.replace("listen 443", "listen 127.0.0.1:" + port)));
            return new ProcessBuilder(
                    "nginx", "-p", home.toString(), "-c", configuration.toString(), "-e", "error.log");
        }

        @Override
        String below(String host, String block) {
            return host.replaceFirst("(?ms)^  location / \\{.*?^  \\}$", Matcher.quoteReplacement(block));
        }
    },

    CADDY("caddyfile") {
        @Override
        ProcessBuilder command(Path home, String recipe, String besides, int port) throws IOException {
            var configuration =
                    Files.writeString(home.resolve("Caddyfile"), """
                    {
                      admin off
                      local_certs
                      skip_install_trust
                      auto_https disable_redirects
                      https_port %d
                      default_bind 127.0.0.1
                      storage file_system %s
                    }
                    %s
                    """.formatted(port, home.resolve("storage"), recipe));
            return new ProcessBuilder("caddy", "run", "--config", configuration.toString(), "--adapter", "caddyfile");
        }

        @Override
        String below(String host, String block) {
            return host.replaceFirst("(?m)^  reverse_proxy .*$", Matcher.quoteReplacement(block));
        }
    },

    APACHE("apache") {
        private static final List<String> MODULES = List.of(
                "mpm_event",
                "authz_core",
                "socache_shmcb",
                "ssl",
                "http2",
                "proxy",
                "proxy_http",
                "alias",
                "env",
                "deflate",
                "filter",
                "mime");

        @Override
        ProcessBuilder command(Path home, String recipe, String besides, int port) throws IOException {
            var modules = new StringBuilder();
            for (String module : MODULES) {
                modules.append("LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n".formatted(module, module));
            }
            var configuration = Files.writeString(home.resolve("apache.conf"), """
                    ServerRoot %s
                    ServerName localhost
                    PidFile apache.pid
                    ErrorLog apache.log
                    DefaultRuntimeDir .
                    Mutex pthread
                    User www-data
                    Group www-data
                    %s
                    TypesConfig /etc/mime.types
                    # As Debian has it.
                    AddOutputFilterByType DEFLATE text/html text/plain text/xml application/rss+xml application/xml
                    Listen 127.0.0.1:%d https
                    %s
                    """.formatted(
                            home, modules, port, recipe.replace("*:443", "*:" + port)));
            return new ProcessBuilder("apache2", "-f", configuration.toString(), "-DFOREGROUND");
        }

        @Override
        String below(String host, String block) {
            return host.replaceFirst("(?m)^  ProxyPass .*$", Matcher.quoteReplacement(block));
        }
    };

    private static final Path PAGE = Path.of("docs/operate/proxies.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^#+ (?<heading>[^\\n]+)\\n(?:(?!^#+ ).)*?^```(?<language>\\w+)\\n(?<text>.*?)^```$");

    private final String language;

    Recipes(String language) {
        this.language = language;
    }

    /** What starts it with this configuration, on this port in place of its usual one. */
    abstract ProcessBuilder command(Path home, String recipe, String besides, int port) throws IOException;

    /** The configuration of a host of its own, in which a block takes the place of the whole host. */
    abstract String below(String host, String block);

    /** The block of this proxy's language below a heading of the page. */
    String block(String heading) {
        return BLOCK.matcher(page())
                .results()
                .filter(block -> block.group("heading").equals(heading)
                        && block.group("language").equals(language))
                .map(block -> block.group("text"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + language + " below " + heading));
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it for a service.
     *
     * @param home an empty directory
     * @param besides what is put beside the hosts
     */
    WebServer run(Path home, Path certificates, String recipe, String besides, int service) throws IOException {
        int port = WebServer.freePort();
        String here = recipe.replace("127.0.0.1:23080", "127.0.0.1:" + service)
                .replace("/etc/ssl/feeds.pem", certificates.resolve("cert.pem").toString())
                .replace("/etc/ssl/feeds.key", certificates.resolve("key.pem").toString());
        assertThat(here).contains("127.0.0.1:" + service);
        String aside = besides.replace(
                "/var/cache/nginx/feedwright", home.resolve("cache").toString());
        return WebServer.start(command(home, here, aside, port), home, port);
    }
}
