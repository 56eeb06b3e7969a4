package org.feedwright.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.feedwright.store.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The block {@code feedwright.git}: the repository from which the folder comes.
 *
 * @param url its address; null where the folder comes from elsewhere
 * @param branch null for the one that the repository shows first
 * @param directory the part of the repository that is the folder of feeds, with {@code /}; null for all of it
 * @param interval how often it is asked for what is new
 * @param timeout how long that may take
 * @param username with which it is asked over HTTPS; null for nobody's
 * @param password of this user, or a token; null for none
 * @param webhookSecret what its server signs or sends; null where it is not to call
 */
@ConfigurationProperties("feedwright.git")
record GitSettings(
        @Nullable String url,
        @Nullable String branch,
        @Nullable String directory,
        @DefaultValue("5m") Duration interval,
        @DefaultValue("5m") Duration timeout,
        @Nullable String username,
        @Nullable String password,
        @Nullable String webhookSecret) {
    private static final String ALL = "feedwright.git.";

    /** As {@code git check-ref-format} has it, and less. */
    private static final Pattern BRANCH =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+@-]*(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+@-]*)*");

    /** {@code git@example.org:team/articles.git}, which is meant for SSH. */
    private static final Pattern SCP =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:[^:\\s-][^\\s]*");

    private static final int SHORTEST_SECRET = 12; // characters

    GitSettings {
        url = blankToNull(url);
        branch = blankToNull(branch);
        directory = blankToNull(directory);
        username = blankToNull(username);
        password = blankToNull(password);
        webhookSecret = blankToNull(webhookSecret);
        if (url != null && !isAddress(url)) {
            throw new SettingRefused(
                    ALL + "url",
                    "(not shown)",
                    "is no address of a repository",
                    "write one such as https://example.org/articles.git, ssh://git@example.org/articles.git or"
                            + " file:///srv/articles.git, and no password in it");
        }
        if (branch != null
                && (!BRANCH.matcher(branch).matches() || branch.contains("..") || branch.endsWith(".lock"))) {
            throw new SettingRefused(ALL + "branch", branch, "is no name of a branch", "write one such as main");
        }
        if (directory != null && !isInside(directory)) {
            throw new SettingRefused(
                    ALL + "directory", directory, "is no folder in a repository", "write one such as content/feeds");
        }
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new SettingRefused(ALL + "interval", interval.toString(), "asks without a pause", "give at least 1s");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new SettingRefused(ALL + "timeout", timeout.toString(), "is too short", "give at least 1s");
        }
        if (password != null && (username == null || url == null || !url.startsWith("https:"))) {
            throw new SettingRefused(
                    ALL + "password",
                    "(not shown)",
                    "is of no use without feedwright.git.username and an address that begins with https:",
                    "set all three, or use SSH with a key of the service's user");
        }
        if (webhookSecret != null && webhookSecret.length() < SHORTEST_SECRET) {
            throw new SettingRefused(
                    ALL + "webhook-secret",
                    "(not shown)",
                    "is too short to be a secret",
                    "take at least " + SHORTEST_SECRET + " random characters");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isAddress(String url) {
        if (SCP.matcher(url).matches()) {
            return true;
        }
        try {
            var address = new URI(url);
            String user = address.getRawUserInfo();
            return switch (String.valueOf(address.getScheme())) {
                case "https" -> isPlain(address) && address.getHost() != null && user == null;
                case "ssh" -> isPlain(address) && address.getHost() != null && (user == null || !user.contains(":"));
                case "file" -> isPlain(address) && address.getRawAuthority() == null;
                default -> false;
            };
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isPlain(URI address) {
        return address.getRawPath() != null
                && address.getRawPath().length() > 1
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static boolean isInside(String directory) {
        return directory.matches("[^/\\\\:\\p{Cntrl}]+(?:/[^/\\\\:\\p{Cntrl}]+)*/?")
                && !("/" + directory + "/").matches(".*/(?:\\.{1,2}|\\.git)/.*");
    }
}
