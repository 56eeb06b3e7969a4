package org.feedwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real rss2email that puts its mails into a directory.
 *
 * @param directory where it keeps everything
 */
record Rss2email(Path directory) {
    static Rss2email in(Path directory) throws IOException {
        Files.writeString(directory.resolve("rss2email.cfg"), """
                [DEFAULT]
                from = feeds@example.org
                to = reader@example.org
                email-protocol = maildir
                maildir-path = %s
                maildir-mailbox = mail
                """.formatted(directory));
        return new Rss2email(directory);
    }

    void run(String... command) throws IOException, InterruptedException {
        var r2e = Stream.of(
                "r2e",
                "-c",
                directory.resolve("rss2email.cfg").toString(),
                "-d",
                directory.resolve("rss2email.json").toString());
        new ReaderProgram(directory)
                .run(Stream.concat(r2e, Arrays.stream(command)).toList());
    }

    /** The subjects of all mails, which are the titles of what was mailed. */
    List<String> subjects() throws IOException {
        try (var mails = Files.walk(directory.resolve("mail"))) {
            var subjects = new ArrayList<String>();
            for (Path mail : mails.filter(Files::isRegularFile).toList()) {
                Files.readAllLines(mail).stream()
                        .filter(line -> line.startsWith("Subject: "))
                        .map(line -> line.substring("Subject: ".length()))
                        .forEach(subjects::add);
            }
            return subjects;
        }
    }
}
