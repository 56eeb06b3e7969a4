package org.feedwright.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.store.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // made before each test
class PullTest {
    @TempDir
    private Path directory;

    private Repository repository;
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        repository = new Repository(directory.resolve("author's"));
        folder = directory.resolve("feeds");
        repository.feed("news");
        repository.article("news/rain.md", "Rain");
        repository.commit();
    }

    private static GitSettings settings(String url, @Nullable String branch, @Nullable String part) {
        return new GitSettings(url, branch, part, Duration.ofMinutes(5), Duration.ofMinutes(1), null, null, null);
    }

    private Pull pull(@Nullable String branch, @Nullable String part) {
        return new Pull(
                settings(repository.address(), branch, part), directory.resolve("data/git"), folder, System.getenv());
    }

    private String pulled() throws IOException, InterruptedException {
        return pull(null, null).run();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void makesTheFolderWhatTheRepositoryIs() throws IOException, InterruptedException {
        pulled();
        assertThat(files()).containsExactly("news/feed.yaml", "news/rain.md");

        repository.article("news/sun.md", "Sun");
        repository.article("news/rain.md", "Much rain");
        String commit = repository.commit();
        assertThat(pulled()).isEqualTo(commit);
        assertThat(files()).containsExactly("news/feed.yaml", "news/rain.md", "news/sun.md");
        assertThat(folder.resolve("news/rain.md")).content().contains("Much rain");

        Files.delete(repository.path("news/rain.md"));
        repository.commit();
        pulled();
        assertThat(files()).containsExactly("news/feed.yaml", "news/sun.md");
    }

    @Test
    void touchesNoFileThatHasNotChanged() throws IOException, InterruptedException {
        pulled();
        var before = Files.getLastModifiedTime(folder.resolve("news/rain.md"));
        repository.article("news/sun.md", "Sun");
        repository.commit();

        pulled();

        assertThat(Files.getLastModifiedTime(folder.resolve("news/rain.md"))).isEqualTo(before);
    }

    @Test
    void followsAHistoryThatWasRewritten() throws IOException, InterruptedException {
        pulled();
        repository.git("checkout", "--quiet", "--orphan", "other");
        repository.article("news/sun.md", "Sun");
        String commit = repository.commit();
        repository.git("branch", "--force", "main", "other");
        repository.git("checkout", "--quiet", "main");

        assertThat(pulled()).isEqualTo(commit);
        assertThat(files()).contains("news/sun.md");
    }

    @Test
    void takesABranchAndAPartOfTheRepository() throws IOException, InterruptedException {
        repository.git("checkout", "--quiet", "-b", "drafts/next");
        repository.feed("site/content/news");
        repository.article("site/content/news/snow.md", "Snow");
        repository.commit();
        repository.git("checkout", "--quiet", "main");

        pull("drafts/next", "site/content").run();

        assertThat(files()).containsExactly("news/feed.yaml", "news/snow.md");
    }

    @Test
    void changesNothingWhereSomethingIsWrong() throws IOException, InterruptedException {
        pulled();
        var before = files();
        repository.article("news/sun.md", "Sun");
        repository.commit();

        assertThatThrownBy(() -> pull("gone", null).run())
                .isInstanceOf(GitFailed.class)
                .hasMessageContaining("couldn't find remote ref");
        assertThatThrownBy(() -> pull(null, "gone").run())
                .isInstanceOf(GitFailed.class)
                .hasMessageContaining("no folder 'gone'");
        for (Path object : objects()) {
            object.toFile().setWritable(true);
            Files.writeString(object, "damaged");
        }
        assertThatThrownBy(this::pulled).isInstanceOf(GitFailed.class);
        Files.move(repository.path(".git"), repository.path("away"));
        assertThatThrownBy(this::pulled)
                .isInstanceOfSatisfying(
                        GitFailed.class, failure -> assertThat(failure.remedy()).contains("feedwright.git.url"));
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> objects() throws IOException {
        try (Stream<Path> all = Files.walk(repository.path(".git/objects"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void goesOnAfterAProcessThatWasKilled() throws IOException, InterruptedException {
        pulled();
        repository.article("news/sun.md", "Sun");
        repository.commit();
        for (String lock : List.of("index.lock", "shallow.lock", "config.lock", "refs/feedwright/fetched.lock")) {
            Files.writeString(directory.resolve("data/git").resolve(lock), "");
        }
        Files.delete(folder.resolve("news/rain.md")); // a half that was written

        pulled();

        assertThat(files()).containsExactly("news/feed.yaml", "news/rain.md", "news/sun.md");
    }

    @Test
    void goesOnAfterAFirstPullThatWasKilled() throws IOException, InterruptedException {
        pulled();
        Files.delete(directory.resolve("data/git/index")); // which Git writes last
        Files.delete(folder.resolve("news/feed.yaml"));
        Files.writeString(folder.resolve("news/rain.md"), "hal");

        pulled();

        assertThat(files()).containsExactly("news/feed.yaml", "news/rain.md");
        assertThat(folder.resolve("news/rain.md")).content().contains("Rain");
    }

    @Test
    void fillsAnotherFolderIfThatIsEmpty() throws IOException, InterruptedException {
        pulled();
        folder = directory.resolve("elsewhere");
        Files.createDirectories(folder.resolve("news"));
        Files.writeString(folder.resolve("news/rain.md"), "mine");
        assertThatThrownBy(this::pulled).hasMessageContaining("holds files that were not brought by Git");
        assertThat(folder.resolve("news/rain.md")).hasContent("mine");

        folder = directory.resolve("empty");
        pulled();

        assertThat(files()).containsExactly("news/feed.yaml", "news/rain.md");
    }

    @Test
    void leavesAFileOfOthersUntilTheRepositoryHasOneOfItsName() throws IOException, InterruptedException {
        pulled();
        Files.writeString(folder.resolve("news/sun.md"), "mine");
        repository.article("news/rain.md", "Much rain");
        repository.commit();
        pulled();
        assertThat(folder.resolve("news/sun.md")).hasContent("mine");

        repository.article("news/sun.md", "Sun");
        repository.commit();
        pulled();
        assertThat(folder.resolve("news/sun.md")).content().contains("Sun");
    }

    @Test
    void overwritesNoFilesOfOthers() throws IOException {
        Files.createDirectories(folder.resolve("news"));
        Files.writeString(folder.resolve("news/rain.md"), "mine");

        assertThatThrownBy(this::pulled)
                .isInstanceOf(GitFailed.class)
                .hasMessageContaining("holds files that were not brought by Git");
        assertThat(folder.resolve("news/rain.md")).hasContent("mine");
    }

    @Test
    void runsNoHookAndKeepsOnlyTheNewestCommit() throws IOException, InterruptedException {
        repository.article("news/sun.md", "Sun");
        repository.commit();
        pulled();
        var marker = directory.resolve("ran");
        for (String hook : List.of("post-checkout", "reference-transaction", "post-index-change", "post-merge")) {
            var script = directory.resolve("data/git/hooks").resolve(hook);
            Files.createDirectories(script.getParent());
            Files.writeString(script, "#!/bin/sh\ntouch '" + marker + "'\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        repository.article("news/snow.md", "Snow");
        repository.commit();

        pulled();

        assertThat(files()).contains("news/snow.md");
        assertThat(marker).doesNotExist();
        assertThat(Files.readAllLines(directory.resolve("data/git/shallow"))).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.git",
                "ssh://git@example.org/a.git",
                "ssh://git@example.org:2222/a.git",
                "git@example.org:team/a.git",
                "file:///srv/a.git"
            })
    void knowsAddressesOfRepositories(String url) {
        assertThat(settings(url, null, null).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a.git",
                "git://example.org/a.git",
                "https://user:word@example.org/a.git",
                "ssh://git:word@example.org/a.git",
                "ext::sh -c touch%20/tmp/x",
                "--upload-pack=touch /tmp/x",
                "-x@example.org:a",
                "git@example.org:-a",
                "/srv/a.git",
                "file://host/a.git",
                "https://example.org/a?x=y"
            })
    void refusesOtherAddressesWithoutShowingThem(String url) {
        assertThatThrownBy(() -> settings(url, null, null))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("feedwright.git.url is '(not shown)'");
    }

    @ParameterizedTest
    @CsvSource({"-x, a", "a..b, a", "a.lock, a", "main, ../a", "main, a/../b", "main, /a", "main, .git", "main, a:b"})
    void refusesBranchesAndFoldersThatCannotBe(String branch, String part) {
        assertThatThrownBy(() -> settings("https://example.org/a.git", branch, part))
                .isInstanceOf(SettingRefused.class);
    }
}
