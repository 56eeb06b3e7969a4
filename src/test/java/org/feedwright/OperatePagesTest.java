package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.PageCommands.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command in {@code docs/operate} does what its page shows, beside a running service.
 *
 * <p>Of a {@code console} block the lines that begin with {@code $} are run, and the lines below one are what it must
 * print, in this order, perhaps among others; {@code …} stands for anything, and a number for any number. A command
 * that shows nothing must succeed. A {@code sh} block is one command that shows nothing.
 */
class OperatePagesTest {
    private static final Path PAGES = Path.of("docs/operate");

    /** Commands that cannot be run here, and why. {@code docs/operate/README.md} says so too. */
    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("systemctl", "needs systemd as the machine's first process"),
            Map.entry("journalctl", "needs systemd as the machine's first process"),
            Map.entry("systemd-analyze", "needs systemd as the machine's first process"),
            Map.entry("docker", "needs a container engine"),
            Map.entry("kubectl", "needs a cluster"),
            Map.entry("sudo", "changes the machine"),
            Map.entry("apt", "changes the machine"),
            Map.entry("apt-get", "changes the machine"),
            Map.entry("dpkg", "changes the machine"),
            Map.entry("chown", "needs the package's user"),
            Map.entry("./mvnw", "is what runs the tests"),
            Map.entry("psql", "needs a PostgreSQL of its own"),
            Map.entry("createdb", "needs a PostgreSQL of its own"),
            Map.entry("pg_dump", "needs a PostgreSQL of its own"));

    /** Words by which a command is one of another machine, and why it is not run. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "https://feeds.example.org", "is an operator's own host",
            "https://example.org", "is an operator's own host",
            "jdbc:postgresql:", "needs a PostgreSQL of its own");

    @TempDir
    private static Path directory;

    private static OperatedService service;

    @BeforeAll
    static void start() throws IOException {
        service = OperatedService.start(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files
                    .filter(page -> page.toString().endsWith(".md")
                            && PageCommands.of(page).stream().anyMatch(OperatePagesTest::isRun))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void doesWhatThePageShows(Path page) throws IOException {
        var commands =
                PageCommands.of(page).stream().filter(OperatePagesTest::isRun).toList();
        var heard = service.run(page, commands);

        assertThat(heard).hasSameSizeAs(commands);
        for (int i = 0; i < commands.size(); i++) {
            var command = commands.get(i);
            assertThat(heard.get(i).fault(command))
                    .as(
                            "%s: $ %s%nprints%n%s",
                            page, command.text(), heard.get(i).output())
                    .isEmpty();
        }
    }

    @Test
    void listOfCommandsThatAreNotRunStandsInTheDocuments() throws IOException {
        assertThat(Files.readString(PAGES.resolve("README.md")))
                .contains(
                        NOT_RUN.keySet().stream().map(word -> "`" + word + "`").toList());
    }

    /** What is quoted of the log and of health is what the program says. */
    @Test
    void quotesOnlyWhatTheProgramSays() throws IOException {
        String page = Files.readString(PAGES.resolve("when-something-is-wrong.md"));
        var quoted = Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .toList();
        String program = program();

        assertThat(quoted).hasSizeGreaterThan(10);
        assertThat(quoted)
                .allSatisfy(sentence -> assertThat(
                                Stream.of(sentence.split("…", -1)).map(String::strip))
                        .allSatisfy(part -> assertThat(program).contains(part)));
    }

    /** The program's source, with texts that go over several lines in one piece. */
    private static String program() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var all = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString().replaceAll("\"\\s*\\+\\s*\"", "");
        }
    }

    private static boolean isRun(Command command) {
        return reasonNotToRun(command).isEmpty();
    }

    private static Optional<String> reasonNotToRun(Command command) {
        return List.of(command.text().split("\n")).stream()
                .flatMap(line -> Stream.of(line.split("\\|\\||&&|[|;]")))
                .map(String::strip)
                .flatMap(part -> Stream.concat(
                        Optional.ofNullable(NOT_RUN.get(part.split(" ", 2)[0])).stream(),
                        ELSEWHERE.entrySet().stream()
                                .filter(word -> part.contains(word.getKey()))
                                .map(Map.Entry::getValue)))
                .findFirst();
    }
}
