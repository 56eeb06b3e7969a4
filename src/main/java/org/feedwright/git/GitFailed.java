package org.feedwright.git;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository cannot be had: what is wrong, and what to do. */
final class GitFailed extends IOException {
    private static final long serialVersionUID = 1L;

    private static final Pattern ABOUT_THE_FAILURE = Pattern.compile("^(?:fatal|error|remote|ssh|.*denied).*");

    /** What Git says, and what helps; the first that is found counts. */
    private static final List<Advice> KNOWN = List.of(
            new Advice("couldn't find remote ref", "look whether feedwright.git.branch names a branch of it"),
            new Advice("Could not resolve host", "look at the name in feedwright.git.url, and at the network"),
            new Advice(
                    "Authentication failed|could not read (?:Username|Password)|Permission denied|returned error: 40[13]",
                    "let the service's user read it: by feedwright.git.username and password, or by a key for SSH"),
            new Advice("Host key verification failed", "add its host key to known_hosts of the service's user"),
            new Advice(
                    "certificate",
                    "let the machine trust its certificate, or name the file of its authority's in GIT_SSL_CAINFO"),
            new Advice("dubious ownership", "let the service's user own the repository, or serve it by SSH or HTTPS"),
            new Advice("not found|does not exist|does not appear to be a git repository", "look at feedwright.git.url"),
            new Advice("redirect|returned error: 30\\d", "set the address to which it leads"),
            new Advice("No space left", "make room on the disk"));

    private final String remedy;

    private record Advice(Pattern about, String remedy) {
        Advice(String about, String remedy) {
            this(Pattern.compile(about), remedy);
        }

        boolean isAbout(String line) {
            return about.matcher(line).find();
        }
    }

    GitFailed(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** A failure of which Git says something. What is known about it says more than what Git says first. */
    static GitFailed said(String output) {
        for (var advice : KNOWN) {
            var line = lines(output).filter(advice::isAbout).findFirst();
            if (line.isPresent()) {
                return new GitFailed("git says: " + line.get(), advice.remedy());
            }
        }
        return new GitFailed(
                "git says: " + telling(output), "fetch it by hand as the service's user, which tells more");
    }

    private static Stream<String> lines(String output) {
        return output.lines().map(String::strip);
    }

    private static String telling(String output) {
        return lines(output)
                .filter(line -> ABOUT_THE_FAILURE.matcher(line).matches())
                .findFirst()
                .orElseGet(() -> lines(output).reduce((_, last) -> last).orElse("nothing"));
    }

    String remedy() {
        return remedy;
    }
}
