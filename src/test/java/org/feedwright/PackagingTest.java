package org.feedwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is for containers is of one piece: no container engine runs it here. The Debian package and the archive are run
 * by {@code .ci/package}.
 */
class PackagingTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile",
                "compose.yaml",
                "packaging/nodes/compose.yaml",
                "packaging/kubernetes/feedwright.yaml",
                "docs/operate/install.md",
                "README.md"
            })
    void namesTheVersionThatIsBuilt(String file) throws IOException {
        var version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Files.readString(Path.of(file))).contains(version.group(1).replace("-SNAPSHOT", ""));
    }

    @Test
    void imageRunsAsAUserOfItsOwn() throws IOException {
        assertThat(Files.readAllLines(Path.of("Dockerfile")))
                .contains("USER 10001:10001")
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1"})
    void imageIsHealthyWhileTheServiceIsReady(int status, int exitCode) throws Exception {
        var health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        health.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        health.start();
        try {
            var check = new ProcessBuilder(healthCheck(health.getAddress().getPort()))
                    .inheritIO()
                    .start();

            assertThat(check.waitFor()).isEqualTo(exitCode);
        } finally {
            health.stop(0);
        }
    }

    private static String[] healthCheck(int port) throws IOException {
        var command = Pattern.compile("(?s)HEALTHCHECK .*?CMD (\\[.*?\\])\n")
                .matcher(Files.readString(Path.of("Dockerfile")));
        assertThat(command.find()).isTrue();
        var words = JsonMapper.shared().readValue(command.group(1), String[].class);
        words[2] = words[2].replace("127.0.0.1/8081", "127.0.0.1/" + port);
        return words;
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yaml, feedwright",
        "packaging/nodes/compose.yaml, node-1",
        "packaging/nodes/compose.yaml, node-2"
    })
    void compositionsGiveTheServiceNoMoreThanItNeeds(String file, String service) throws IOException {
        var node = map(map(documents(file).getFirst().get("services")).get(service));
        var all = node.containsKey("<<") ? map(node.get("<<")) : node;

        assertThat(all)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"));
    }

    @Test
    void proxyOfTheCompositionKnowsEveryNode() throws IOException {
        var services = map(documents("packaging/nodes/compose.yaml").getFirst().get("services"));

        assertThat(Files.readString(Path.of("packaging/nodes/Caddyfile")))
                .contains(services.keySet().stream()
                        .filter(name -> name.startsWith("node-"))
                        .map(name -> name + ":8080")
                        .toList());
    }

    @Test
    void podsRunAsAUserOfTheirOwnAndWriteToTheirVolumesOnly() throws IOException {
        var pod = pod();
        var container = map(list(pod.get("containers")).getFirst());

        assertThat(map(pod.get("securityContext")))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001);
        assertThat(map(container.get("securityContext")))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false);
    }

    @Test
    void manifestNamesNothingThatIsNotInIt() throws IOException {
        var container = map(list(pod().get("containers")).getFirst());
        var ports = names(container.get("ports"));

        assertThat(names(pod().get("volumes"))).isEqualTo(names(container.get("volumeMounts")));
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(ports)
                    .contains(String.valueOf(
                            map(map(container.get(probe)).get("httpGet")).get("port")));
        }
        var service = map(kind("Service").get("spec"));
        assertThat(ports)
                .contains(String.valueOf(
                        map(list(service.get("ports")).getFirst()).get("targetPort")));
        var template = map(map(kind("Deployment").get("spec")).get("template"));
        assertThat(map(map(template.get("metadata")).get("labels"))).containsAllEntriesOf(map(service.get("selector")));
    }

    /** A backup must be one of the store that the service has. */
    @Test
    void commandsOfThePackageHaveTheServicesVariables(@TempDir Path directory) throws Exception {
        Path variables = Files.writeString(directory.resolve("default"), """
                # SERVER_PORT=1
                SPRING_DATASOURCE_URL=jdbc:postgresql://db/feedwright?a=b
                SPRING_DATASOURCE_PASSWORD="two words; $HOME"
                JAVA_OPTS=-Xmx1g -Dx=y
                FEEDWRIGHT_FOLDER=/of/the/service
                not-a-name=x
                """);

        assertThat(environmentOfTheCommand(directory, variables))
                .contains(
                        "SPRING_DATASOURCE_URL=jdbc:postgresql://db/feedwright?a=b",
                        "SPRING_DATASOURCE_PASSWORD=two words; $HOME",
                        "JAVA_OPTS=-Xmx1g -Dx=y",
                        "FEEDWRIGHT_FOLDER=/given/by/hand",
                        "SPRING_CONFIG_ADDITIONAL_LOCATION=optional:file:/etc/feedwright/")
                .noneMatch(line -> line.startsWith("SERVER_PORT") || line.startsWith("not-a-name"));
    }

    private static List<String> environmentOfTheCommand(Path directory, Path variables) throws Exception {
        Path script = Files.writeString(
                directory.resolve("feedwright"),
                Files.readString(Path.of("packaging/debian/feedwright"))
                        .replace("/usr/lib/feedwright/feedwright", "env")
                        .replace("/etc/default/feedwright", variables.toString()));
        var command = new ProcessBuilder("sh", script.toString());
        command.environment().keySet().removeIf(name -> name.matches("NOTIFY_SOCKET|SERVER_PORT|JAVA_OPTS|SPRING_.*"));
        command.environment().put("FEEDWRIGHT_FOLDER", "/given/by/hand");
        var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    private static Map<String, Object> pod() throws IOException {
        var template = map(map(kind("Deployment").get("spec")).get("template"));
        return map(template.get("spec"));
    }

    private static Map<String, Object> kind(String kind) throws IOException {
        return documents("packaging/kubernetes/feedwright.yaml").stream()
                .filter(document -> kind.equals(document.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> documents(String file) throws IOException {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        var documents = new ArrayList<Map<String, Object>>();
        new Load(settings)
                .loadAllFromString(Files.readString(Path.of(file), UTF_8))
                .forEach(each -> documents.add(map(each)));
        return documents;
    }

    private static Set<String> names(@Nullable Object list) {
        var names = new HashSet<String>();
        list(list).forEach(each -> names.add(String.valueOf(map(each).get("name"))));
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) requireNonNull(value);
    }
}
