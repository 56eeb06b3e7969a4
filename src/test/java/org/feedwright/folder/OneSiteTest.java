package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.article.FeedName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is one feed itself. */
class OneSiteTest {
    @TempDir
    private Path directory;

    private Path posts;

    @BeforeEach
    void makePosts() throws IOException {
        posts = Files.createDirectories(directory.resolve("My Site/_Posts"));
    }

    private RunningFolder start() {
        return RunningFolder.start(posts, directory.resolve("data"), "--feedwright.authoring.rescan=1h");
    }

    private static String title(RunningFolder service, String feed) {
        return service.feeds()
                .find(new FeedName(feed))
                .map(each -> each.definition().title())
                .orElse("");
    }

    private String warnings(RunningFolder service) {
        return service.bean(Warnings.class).all().toString();
    }

    @Test
    void isCalledByItsNameAndToldWhatADefinitionAdds() throws IOException {
        save(Files.createDirectories(posts.resolve("2026/a")).resolve("index.md"), article("One", "Body."));
        save(posts.resolve("photo.png"), "png");
        try (var service = start()) {
            service.awaitTitles("posts", "One");
            assertThat(title(service, "posts")).isEqualTo("Posts");
            assertThat(service.feeds().all()).hasSize(1);
            soon(() -> assertThat(warnings(service)).contains("there is no feed.yaml"));
            save(posts.resolve("two.md"), article("Two", "![x](photo.png)"));
            service.awaitTitles("posts", "One", "Two");
            save(posts.resolve("2026/three.md"), article("Three", "Body."));
            service.awaitTitles("posts", "One", "Two", "Three");
            var id = service.id("posts", "One");

            save(posts.resolve("feed.yaml"), "title: My posts\nhome: https://example.org/\n");
            soon(() -> assertThat(title(service, "posts")).isEqualTo("My posts"));
            soon(() -> assertThat(warnings(service)).doesNotContain("there is no feed.yaml"));
            assertThat(service.id("posts", "One")).isEqualTo(id);

            Files.delete(posts.resolve("feed.yaml"));
            soon(() -> assertThat(service.problems("posts")).contains("the feed has no feed.yaml"));
            assertThat(title(service, "posts")).isEqualTo("My posts");
            save(posts.resolve("four.md"), article("Four", "Body."));
            service.awaitTitles("posts", "One", "Two", "Three", "Four");
        }
    }

    @Test
    void staysAsItIsAcrossARestart() throws IOException {
        save(posts.resolve("feed.yaml"), "title: My posts\nhome: https://example.org/\nexclude: pages\n");
        save(posts.resolve("one.md"), article("One", "Body."));
        save(Files.createDirectories(posts.resolve("pages")).resolve("about.md"), article("About", "Body."));
        try (var service = start()) {
            service.awaitTitles("posts", "One");
        }
        save(posts.resolve("two.md"), article("Two", "Body."));
        Files.delete(posts.resolve("feed.yaml"));
        try (var service = start()) {
            service.awaitTitles("posts", "One", "Two");
            assertThat(title(service, "posts")).isEqualTo("My posts");
        }
    }

    @Test
    void isNoneOnceTheFolderHoldsFeeds() throws IOException {
        var news = Files.createDirectories(posts.resolve("news"));
        save(news.resolve("feed.yaml"), "title: News\nhome: https://example.org/\n");
        save(news.resolve("one.md"), article("One", "Body."));
        save(posts.resolve("stray.md"), article("Stray", "Body."));
        try (var service = start()) {
            service.awaitTitles("news", "One");
            soon(() -> assertThat(service.bean(UnreadFiles.class).warnings().toString())
                    .contains("1 file lies beside the feeds' folders"));
            Files.delete(news.resolve("feed.yaml"));
            soon(() -> assertThat(service.problems("news")).contains("the feed has no feed.yaml"));
            assertThat(service.feeds().all()).hasSize(1);
            service.awaitTitles("news", "One");
        }
    }

    @Test
    void isNotMadeOfAnArticleThatComesBeforeItsFeed() throws IOException {
        try (var service = start()) {
            service.awaitLooks();
            var news = Files.createDirectories(posts.resolve("news"));
            save(news.resolve("one.md"), article("One", "Body."));
            soon(() -> assertThat(service.problems("news")).contains("the feed has no feed.yaml"));
            save(news.resolve("feed.yaml"), "title: News\nhome: https://example.org/\n");
            service.awaitTitles("news", "One");
            assertThat(service.feeds().find(new FeedName("posts"))).isEmpty();
        }
    }
}
