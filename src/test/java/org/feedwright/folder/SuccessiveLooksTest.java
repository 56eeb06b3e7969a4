package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one look at the folder leaves to the next. Nobody watches the folder: each look is made here. */
class SuccessiveLooksTest {
    @TempDir
    private Path temporary;

    private RunningFolder service;
    private Path news;

    @BeforeEach
    void publish() throws IOException {
        var folder = Files.createDirectories(temporary.resolve("feeds"));
        service = RunningFolder.start(folder, temporary.resolve("data"), "--feedwright.authoring.watch=false");
        news = service.feed("news");
        save(news.resolve("one.md"), article("One", "Body."));
        save(news.resolve("two.md"), article("Two", "Body."));
        look();
        assertThat(service.titles("news")).containsExactlyInAnyOrder("One", "Two");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void look() throws IOException {
        var sync = service.bean(FolderSync.class);
        sync.sync(sync.changed());
    }

    private State state() {
        return service.stored("news", "one").map(Article::state).orElseThrow();
    }

    /** Editors take a file away for a moment, and may do so each time that they save. */
    @Test
    void missesAFileTwiceInARowBeforeItsArticleIsWithdrawn() throws IOException {
        var file = news.resolve("one.md");
        var aside = temporary.resolve("aside.md");
        for (int i = 0; i < 2; i++) {
            move(file, aside);
            look();
            assertThat(state()).isEqualTo(State.PUBLISHED);
            move(aside, file);
            look();
            assertThat(state()).isEqualTo(State.PUBLISHED);
        }

        move(file, aside);
        look();
        look();
        assertThat(state()).isEqualTo(State.WITHDRAWN);
    }

    /** It may be the article's own file under another name, which some program has open still. */
    @Test
    void withdrawsNothingWhileAFileWithANewNameIsBeingWritten() throws IOException {
        var id = service.stored("news", "one").map(Article::id).orElseThrow();
        var renamed = news.resolve("uno.md");
        move(news.resolve("one.md"), renamed);
        try (var _ = Files.newOutputStream(renamed, StandardOpenOption.APPEND)) {
            for (int i = 0; i < 4; i++) {
                look();
                assertThat(state()).isEqualTo(State.PUBLISHED);
            }
        }
        look();
        assertThat(service.stored("news", "uno").map(Article::id)).contains(id);
        assertThat(service.titles("news")).containsExactlyInAnyOrder("One", "Two");
    }

    @Test
    void withdrawsAnArticleWhileTheFileOfAnotherIsBeingWritten() throws IOException {
        Files.delete(news.resolve("one.md"));
        try (var _ = Files.newOutputStream(news.resolve("two.md"), StandardOpenOption.APPEND)) {
            look();
            look();
            assertThat(state()).isEqualTo(State.WITHDRAWN);
        }
    }

    /** The one that can be read has the bytes of the other, and is no new text of its own article. */
    @Test
    void exchangesFilesOfWhichOneIsBeingWritten() throws IOException {
        var one = service.stored("news", "one").map(Article::id).orElseThrow();
        var two = service.stored("news", "two").map(Article::id).orElseThrow();
        var aside = temporary.resolve("aside.md");
        move(news.resolve("one.md"), aside);
        move(news.resolve("two.md"), news.resolve("one.md"));
        move(aside, news.resolve("two.md"));
        try (var _ = Files.newOutputStream(news.resolve("two.md"), StandardOpenOption.APPEND)) {
            look();
            look();
            assertThat(service.stored("news", "one").map(Article::text).map(ArticleText::title))
                    .contains("One");
        }
        look();

        assertThat(service.stored("news", "one").map(Article::id)).contains(two);
        assertThat(service.stored("news", "two").map(Article::id)).contains(one);
    }

    /** Nothing has happened to the file of which it is a copy. */
    @Test
    void takesACopyOfAFileThatIsOpenForANewText() throws IOException {
        var one = service.stored("news", "one").map(Article::id).orElseThrow();
        try (var _ = Files.newOutputStream(news.resolve("two.md"), StandardOpenOption.APPEND)) {
            save(news.resolve("one.md"), Files.readString(news.resolve("two.md")));
            look();
            assertThat(service.stored("news", "one").map(Article::text).map(ArticleText::title))
                    .contains("Two");
        }
        assertThat(service.stored("news", "one").map(Article::id)).contains(one);
    }

    /** Each of them wants the address that the other one leaves, and neither could be stored first. */
    @Test
    void exchangesFilesOfOneNameBetweenTwoFeeds() throws IOException {
        var other = service.feed("other");
        save(other.resolve("one.md"), article("Another", "Text."));
        look();
        var one = service.stored("news", "one").map(Article::id).orElseThrow();
        var another = service.stored("other", "one").map(Article::id).orElseThrow();

        var aside = temporary.resolve("aside.md");
        move(news.resolve("one.md"), aside);
        move(
                other.resolve("one.md"),
                Files.createDirectories(news.resolve("sub")).resolve("one.md"));
        move(aside, other.resolve("one.md"));
        look();
        look();

        assertThat(service.stored("news", "one").map(Article::id)).contains(another);
        assertThat(service.stored("other", "one").map(Article::id)).contains(one);
        assertThat(service.titles("news")).containsExactlyInAnyOrder("Another", "Two");
        assertThat(service.titles("other")).containsExactly("One");
        assertThat(service.problems("news")).isEmpty();
        var sync = service.bean(FolderSync.class);
        assertThat(sync.sync(sync.changed())).isEmpty();
    }
}
