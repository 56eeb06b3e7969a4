package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontKeysTest {
    @Test
    void haveTheWordsOfOtherPrograms() {
        var words = FrontKeys.words(Map.of());

        assertThat(words.get("published")).startsWith("date", "pubdate", "publishdate", "published_at");
        assertThat(words.get("authors")).containsExactly("author");
        assertThat(words).doesNotContainKey("title");
    }

    @Test
    void haveTheWordsOfASiteBehindThem() {
        var words = FrontKeys.words(Map.of("newstitle", "title", "by", "authors", "autor", "authors"));

        assertThat(words.get("title")).containsExactly("newstitle");
        assertThat(words.get("authors")).containsExactly("author", "autor", "by");
        assertThat(words.get("published")).isEqualTo(FrontKeys.OTHERS.get("published"));
    }

    /** Where a site means by a word something else than programs do, the site counts. */
    @Test
    void leaveAWordToTheSiteThatUsesIt() {
        var words = FrontKeys.words(Map.of("date", "updated"));

        assertThat(words.get("published")).startsWith("pubdate", "publishdate").doesNotContain("date");
        assertThat(words.get("updated")).startsWith("lastmod").endsWith("date");
    }

    @Test
    void takeNoWordForItself() {
        assertThat(FrontKeys.words(Map.of("title", "title"))).doesNotContainKey("title");
        assertThat(FrontKeys.words(Map.of("tags", "tags")).get("categories")).containsExactly("category", "tag");
    }
}
