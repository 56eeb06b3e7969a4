package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program {@code git}, so that nothing of the repository runs with it: no hook, and no filter, for those are named
 * in settings of Git, and of these none is read but what is said here. Whatever would ask a person fails.
 */
final class GitProgram {
    private static final int MOST_OUTPUT = 64 * 1024; // bytes

    private static final List<String> SETTINGS = List.of(
            "core.hooksPath=/dev/null",
            "core.fsmonitor=false",
            "protocol.allow=never",
            "protocol.https.allow=always",
            "protocol.ssh.allow=always",
            "protocol.file.allow=always",
            "http.followRedirects=false",
            "fetch.fsckObjects=true",
            "gc.autoDetach=false",
            "maintenance.autoDetach=false",
            "advice.detachedHead=false");

    /** Of Git's own variables, those that an operator may set: how SSH is run, and whose certificates are believed. */
    private static final Set<String> KEPT = Set.of("GIT_SSH_COMMAND", "GIT_SSL_CAINFO");

    private final GitSettings settings;
    private final Path repository;
    private final Map<String, String> environment;

    /**
     * @param repository the directory in which Git keeps what it has fetched
     * @param environment the service's
     */
    GitProgram(GitSettings settings, Path repository, Map<String, String> environment) {
        this.settings = settings;
        this.repository = repository;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs a command of Git to its end.
     *
     * @return what it prints
     * @throws GitFailed if it fails, or takes too long
     */
    String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "--git-dir=" + repository));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        prepare(builder.environment());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return run(start(builder));
    }

    private static Process start(ProcessBuilder builder) throws GitFailed {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GitFailed("the program git cannot be started (" + e.getMessage() + ")", "install git");
        }
    }

    private void prepare(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !KEPT.contains(name));
        environment.putIfAbsent("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ASKPASS", "false");
        environment.put("LC_ALL", "C.UTF-8");
        if (settings.password() != null) {
            // In the environment, for everybody on the machine sees the arguments of a command.
            environment.put("GIT_CONFIG_COUNT", "1");
            environment.put("GIT_CONFIG_KEY_0", "http." + settings.url() + ".extraHeader");
            environment.put("GIT_CONFIG_VALUE_0", "Authorization: Basic " + login());
        }
    }

    private String login() {
        return Base64.getEncoder().encodeToString((settings.username() + ":" + settings.password()).getBytes(UTF_8));
    }

    private String run(Process process) throws IOException, InterruptedException {
        var reading = new StringBuilder();
        var reader = Thread.ofVirtual().start(() -> read(process, reading));
        try {
            if (!process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new GitFailed(
                        "it took longer than " + Words.of(settings.timeout()), "raise feedwright.git.timeout");
            }
            var _ = reader.join(Duration.ofSeconds(5));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String output;
        synchronized (reading) {
            output = reading.toString();
        }
        if (process.exitValue() != 0) {
            throw GitFailed.said(withoutSecrets(output));
        }
        return output.strip();
    }

    /** A server may repeat what it was sent, and what Git says is shown to the operator. */
    private String withoutSecrets(String output) {
        String password = settings.password();
        return password == null ? output : output.replace(login(), "…").replace(password, "…");
    }

    private static void read(Process process, StringBuilder reading) {
        try (var output = process.inputReader(UTF_8)) {
            char[] part = new char[4096];
            for (int count = output.read(part); count >= 0; count = output.read(part)) {
                synchronized (reading) {
                    if (reading.length() < MOST_OUTPUT) {
                        reading.append(part, 0, count);
                    }
                }
            }
        } catch (IOException _) {
            // it was ended
        }
    }
}
