package org.feedwright.git;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

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
            new Advice("dubious ownership", "let the service's user own the repository, or serve it by SSH or HTTPS"),
            new Advice("not found|does not exist|does not appear to be a git repository", "look at feedwright.git.url"),
            new Advice("unable to update url base from redirection|redirect", "set the address to which it leads"),
            new Advice("No space left", "make room on the disk"));

    private final String remedy;

    private record Advice(String pattern, String remedy) {}

    GitFailed(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** A failure of which Git says something. */
    static GitFailed said(String output) {
        String remedy = KNOWN.stream()
                .filter(advice ->
                        Pattern.compile(advice.pattern()).matcher(output).find())
                .map(Advice::remedy)
                .findFirst()
                .orElse("fetch it by hand as the service's user, which tells more");
        return new GitFailed("git says: " + telling(output), remedy);
    }

    private static String telling(String output) {
        return output.lines()
                .map(String::strip)
                .filter(line -> ABOUT_THE_FAILURE.matcher(line).matches())
                .findFirst()
                .orElseGet(() -> output.lines().reduce((_, last) -> last).orElse("nothing"));
    }

    String remedy() {
        return remedy;
    }
}
