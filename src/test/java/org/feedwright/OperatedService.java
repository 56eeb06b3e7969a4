package org.feedwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.feedwright.PageCommands.Command;
import org.feedwright.PageCommands.Heard;
import org.springframework.util.FileSystemUtils;

/**
 * A service with its usual ports, and a shell beside it, in a network of their own: nothing of this machine is in their
 * way. The program stands on the shell's path as it does after an installation.
 */
final class OperatedService implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Path directory;
    private final Process network;
    private int pages;

    private OperatedService(Path directory, Process network) {
        this.directory = directory;
        this.network = network;
    }

    /** Starts the service with the README's feeds, and waits until it is ready. */
    static OperatedService start(Path directory) throws IOException {
        installIn(directory.resolve("bin"));
        Path work = Files.createDirectory(directory.resolve("work"));
        FileSystemUtils.copyRecursively(Path.of("feeds"), work.resolve("feeds"));
        Files.writeString(work.resolve("feedwright.jar"), "");
        var network = inNetwork(directory, work, "bash").start();
        var service = new OperatedService(directory, network);
        service.tell("""
                ip link set lo up
                feedwright > ../service.log 2>&1 &
                until curl -sf http://localhost:8081/actuator/health/readiness; do sleep 0.1; done; echo > ../ready
                """);
        service.awaitFile(directory.resolve("ready"));
        return service;
    }

    private static ProcessBuilder inNetwork(Path directory, Path work, String... command) {
        var all = new ArrayList<>(List.of("unshare", "--net", "--map-root-user"));
        all.addAll(List.of(command));
        var builder = new ProcessBuilder(all).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().keySet().removeIf(name -> name.equals("CI") || name.startsWith("FEEDWRIGHT_"));
        return builder.redirectOutput(directory.resolve("network.log").toFile());
    }

    private static void installIn(Path bin) throws IOException {
        Files.createDirectory(bin);
        String java = Path.of(System.getProperty("java.home"), "bin/java") + " --enable-native-access=ALL-UNNAMED"
                + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx300m";
        String program = "exec " + java + " $JAVA_OPTS -cp '" + classPath() + "' org.feedwright.Feedwright \"$@\"\n";
        script(bin.resolve("feedwright"), program);
        script(bin.resolve("java"), """
                while [ $# -gt 0 ]; do
                  case $1 in
                    -jar) shift 2; %s ;;
                    *) JAVA_OPTS="$JAVA_OPTS $1"; shift ;;
                  esac
                done
                exec %s $JAVA_OPTS
                """.formatted(program.strip(), java));
    }

    /** Whole paths, for the program runs in another directory. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs the commands of a page, one after the other, in one shell. */
    List<Heard> run(Path page, List<Command> commands) throws IOException {
        var own = Files.createDirectory(directory.resolve("page-" + ++pages));
        var script = new StringBuilder("exec > " + own + "/rest 2>&1 < /dev/null\n");
        for (int i = 0; i < commands.size(); i++) {
            var command = commands.get(i);
            Files.writeString(own.resolve("command-" + i), command.text());
            if (!command.isService() || command.text().contains("--server.port=8080")) {
                script.append(
                        "{ eval \"$(cat %1$s/command-%2$d)\"; } > %1$s/output-%2$d 2>&1; echo $? > %1$s/code-%2$d\n"
                                .formatted(own, i));
            }
        }
        Files.writeString(own.resolve("script"), script);
        tell("timeout " + LONGEST.toSeconds() + " bash " + own + "/script; echo > " + own + "/done\n");
        var heard = new ArrayList<Heard>();
        awaitFile(own.resolve("done"));
        for (int i = 0; i < commands.size(); i++) {
            Path code = own.resolve("code-" + i);
            heard.add(
                    Files.exists(own.resolve("output-" + i))
                            ? new Heard(
                                    Files.readString(own.resolve("output-" + i)),
                                    Files.exists(code)
                                            ? Integer.parseInt(
                                                    Files.readString(code).strip())
                                            : -1)
                            : serve(own, i, commands.get(i)));
        }
        return heard;
    }

    /** Runs a service in a network and a directory of its own until it has printed what is shown, or ends. */
    private Heard serve(Path own, int number, Command command) throws IOException {
        Path work = Files.createDirectory(own.resolve("work-" + number));
        FileSystemUtils.copyRecursively(Path.of("feeds"), work.resolve("feeds"));
        Path output = own.resolve("output-" + number);
        var process = inNetwork(directory, work, "sh", "-c", "ip link set lo up; exec env " + command.text())
                .redirectOutput(output.toFile())
                .start();
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(LONGEST)
                    .until(() -> !process.isAlive()
                            || (command.shown().isEmpty()
                                    ? Files.readString(output).contains("It publishes")
                                    : new Heard(Files.readString(output), 0)
                                            .fault(command)
                                            .isEmpty()));
        } finally {
            end(process);
        }
        return new Heard(Files.readString(output), 0);
    }

    private void tell(String commands) throws IOException {
        var shell = network.getOutputStream();
        shell.write(commands.getBytes(UTF_8));
        shell.flush();
    }

    private void awaitFile(Path file) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(LONGEST.plusSeconds(30))
                .until(() -> {
                    assertThat(network.isAlive())
                            .as(() -> read(directory.resolve("network.log")))
                            .isTrue();
                    return Files.exists(file);
                });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void end(Process process) {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end(network);
    }
}
