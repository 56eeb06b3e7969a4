package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.feedwright.article.Category;
import org.junit.jupiter.api.Test;

/** A file beside a feed's definition that says what tags are called. */
class TagsFileTest extends EditingTest {
    private String categories() {
        return service.entries(feed).stream()
                .flatMap(entry -> entry.categories().stream())
                .map(Category::name)
                .collect(Collectors.joining(", "));
    }

    private String warnings() {
        return service.bean(Warnings.class).all().stream()
                .map(Object::toString)
                .filter(warning -> warning.startsWith(feed + "/"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void isSeenInEveryArticleWhenItChanges() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "tags: [web, other]"));
        soon(() -> assertThat(categories()).isEqualTo("web, other"));
        save(directory.resolve("tags.yml"), "web:\n  label: The web\n  permalink: /web\n");
        soon(() -> assertThat(categories()).isEqualTo("The web, other"));
        save(directory.resolve("tags.yml"), "web: {label: Web}\n");
        soon(() -> assertThat(categories()).isEqualTo("Web, other"));
        assertThat(warnings()).isEmpty();
        Files.delete(directory.resolve("tags.yml"));
        soon(() -> assertThat(categories()).isEqualTo("web, other"));
    }

    @Test
    void holdsNothingBackIfItIsOfAnotherKind() throws IOException {
        save(directory.resolve("tags.yml"), "- web\n- other\n");
        save(directory.resolve("a.md"), article("One", "x", "tags: [web]"));
        service.awaitTitles(feed, "One");
        assertThat(categories()).isEqualTo("web");
        soon(() -> assertThat(warnings()).contains("feed.yaml: tags.yml:1: this is not a list of 'key: value' lines"));
        assertThat(service.problems(feed)).isEmpty();
    }
}
