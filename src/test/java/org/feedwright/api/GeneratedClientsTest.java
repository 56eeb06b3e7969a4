package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.feedwright.testing.Database;
import org.feedwright.testing.OpenApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others make of the API's description: a linter passes it, and clients that are generated from it in two languages
 * publish. {@code .ci/run} installs the tools.
 */
class GeneratedClientsTest {
    private static final Path TOOLS = Path.of("build/openapi/node_modules").toAbsolutePath();

    /** With it, Java's client sends files. */
    private static final Path FORMS = Path.of("build/openapi/httpmime.jar").toAbsolutePath();

    private static final Path GENERATOR =
            Path.of("build/openapi/openapi-generator-cli.jar").toAbsolutePath();

    @TempDir
    static Path directory;

    private static ApiService service;

    @BeforeAll
    static void start() throws IOException {
        service = ApiService.start(directory, Database.SQLITE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        var process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + printed)
                .isZero();
        return printed;
    }

    private static String[] java(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(Arrays.asList(arguments));
        return command.toArray(String[]::new);
    }

    private static Path generate(String language, String... options) throws IOException, InterruptedException {
        assertThat(GENERATOR).as(".ci/run installs it").exists();
        Path client = directory.resolve(language).resolve("client");
        var arguments = new ArrayList<>(List.of("-jar", GENERATOR.toString(), "generate"));
        arguments.addAll(
                List.of("-i", OpenApi.FILE.toAbsolutePath().toString(), "-g", language, "-o", client.toString()));
        arguments.addAll(Arrays.asList(options));
        run(directory, java(arguments.toArray(String[]::new)));
        return client;
    }

    private static Path copy(String resource, Path target) throws IOException {
        return Files.copy(Path.of("src/test/resources/clients", resource), target.resolve(resource));
    }

    private void publishes(String printed, String feed, String title) {
        assertThat(printed.lines()).containsExactly("rain.jpg", "published", "404");
        assertThat(service.polled(feed)).containsExactly(title);
    }

    @Test
    void passesALinter() throws IOException, InterruptedException {
        run(
                Path.of("build/openapi").toAbsolutePath(),
                TOOLS.resolve(".bin/spectral").toString(),
                "lint",
                "--ruleset=spectral.yaml",
                "--fail-severity=hint",
                OpenApi.FILE.toAbsolutePath().toString());
    }

    @Test
    void publishesFromJava() throws IOException, InterruptedException {
        Path client = generate(
                "java",
                "--library=native",
                "--additional-properties=invokerPackage=org.example.client,apiPackage=org.example.client.api,"
                        + "modelPackage=org.example.client.model,openApiNullable=false,useJakartaEe=true");
        Path program = copy("Publish.java", directory);
        Path classes = directory.resolve("classes");
        var sources =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", libraries(), "-nowarn", program.toString()));
        try (var files = Files.walk(client.resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(sources::add);
        }
        Path arguments = Files.write(directory.resolve("sources"), sources);
        run(directory, Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "@" + arguments);

        String printed = run(
                directory,
                java(
                        "-cp",
                        classes + File.pathSeparator + libraries(),
                        "Publish",
                        "http://localhost:" + service.port(),
                        service.administrator()));
        publishes(printed, "java", "Rain in Java");
    }

    /** The generator has in itself what its clients need, but for forms, and the annotations, which the product has. */
    private static String libraries() {
        assertThat(FORMS).as(".ci/run installs it").exists();
        return GENERATOR
                + File.pathSeparator
                + FORMS
                + File.pathSeparator
                + Path.of(jakarta.annotation.Generated.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
    }

    @Test
    void publishesFromTypeScript() throws IOException, InterruptedException {
        generate("typescript-fetch");
        Path home = directory.resolve("typescript-fetch");
        copy("publish.ts", home);
        run(
                home,
                TOOLS.resolve(".bin/tsc").toString(),
                "--strict",
                "--skipLibCheck",
                "--target",
                "es2022",
                "--module",
                "commonjs",
                "--lib",
                "es2022,dom",
                "--types",
                "node",
                "--typeRoots",
                TOOLS.resolve("@types").toString(),
                "publish.ts");

        String printed = run(home, "node", "publish.js", "http://localhost:" + service.port(), service.administrator());
        publishes(printed, "typescript", "Rain in TypeScript");
    }
}
