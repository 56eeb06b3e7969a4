package org.feedwright.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One pull: what is new is fetched beside the folder, and the folder then made what it is. Nothing in the folder changes
 * unless all that is needed is there; a pull that is broken off is completed by the next one.
 */
final class Pull {
    private static final String FETCHED = "refs/feedwright/fetched";

    /** The file beside Git's own that names the folder which belongs to Git. */
    private static final String TAKEN = "feedwright-folder";

    private final GitSettings settings;
    private final Path repository;
    private final Path folder;
    private final GitProgram git;

    /**
     * @param repository where Git keeps what it has fetched
     * @param folder the folder of feeds
     * @param environment the service's
     */
    Pull(GitSettings settings, Path repository, Path folder, Map<String, String> environment) {
        this.settings = settings;
        this.repository = repository.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
        this.git = new GitProgram(settings, this.repository, environment);
    }

    /** Whether nothing has been brought into the folder yet, by whomever. */
    boolean isFolderEmpty() {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException _) {
            return false; // the look at the folder says why
        }
    }

    /**
     * Brings the folder to the state of the repository.
     *
     * @return the commit
     * @throws GitFailed if it cannot be had; then the folder is as it was
     */
    String run() throws IOException, InterruptedException {
        prepare();
        String ref = settings.branch() == null ? "HEAD" : "refs/heads/" + settings.branch();
        git.run(
                "fetch",
                "--quiet",
                "--depth=1",
                "--no-tags",
                "--no-recurse-submodules",
                "--force",
                "--",
                Objects.requireNonNull(settings.url()),
                "+" + ref + ":" + FETCHED);
        String tree = tree();
        take();
        Files.createDirectories(folder);
        git.run("--work-tree=" + folder, "read-tree", "--reset", "-u", tree);
        return git.run("rev-parse", "--verify", FETCHED);
    }

    /** Makes the repository, and removes the locks of a process that was killed. No other process uses it. */
    private void prepare() throws IOException, InterruptedException {
        Files.createDirectories(repository);
        try (Stream<Path> own = Files.walk(repository)) {
            for (Path lock :
                    own.filter(path -> path.toString().endsWith(".lock")).toList()) {
                Files.deleteIfExists(lock);
            }
        }
        git.run("init", "--quiet", "--bare"); // which changes nothing of one that is whole
    }

    /** Takes a folder, if it is empty, and notes that: what is in it later may be of a pull that was broken off. */
    private void take() throws IOException {
        Path note = repository.resolve(TAKEN);
        if (Files.exists(note) && Files.readString(note).equals(folder.toString())) {
            return;
        }
        if (!isFolderEmpty()) {
            throw new GitFailed(
                    "the folder " + folder + " holds files that were not brought by Git",
                    "let feedwright.folder name an empty folder, or one that does not exist yet");
        }
        Files.writeString(note, folder.toString());
    }

    private String tree() throws IOException, InterruptedException {
        String directory = settings.directory();
        if (directory == null) {
            return git.run("rev-parse", "--verify", FETCHED + "^{tree}");
        }
        try {
            return git.run("rev-parse", "--verify", FETCHED + ":" + directory.replaceFirst("/$", ""));
        } catch (GitFailed _) {
            throw new GitFailed(
                    "there is no folder '" + directory + "' in the repository",
                    "look at feedwright.git.directory and feedwright.git.branch");
        }
    }
}
