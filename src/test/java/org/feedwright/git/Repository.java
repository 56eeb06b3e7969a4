package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository as authors have one, made by the program git, from which others pull. */
final class Repository {
    private final Path directory;

    Repository(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        git("init", "--quiet", "--initial-branch=main");
    }

    String address() {
        return directory.toUri().toString().replaceFirst("/$", "");
    }

    Path path(String file) {
        return directory.resolve(file);
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(path(file).getParent());
        Files.writeString(path(file), text);
    }

    void article(String file, String title) throws IOException {
        write(file, "---\ntitle: " + title + "\npublished: 2026-06-01\n---\nText\n");
    }

    void feed(String folder) throws IOException {
        write(folder + "/feed.yaml", "title: News\nhome: https://example.org/\n");
    }

    /** Commits all that is in the directory; returns the commit. */
    String commit() throws IOException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message=x");
        return git("rev-parse", "HEAD");
    }

    String git(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgSign=false"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
        return output.strip();
    }
}
