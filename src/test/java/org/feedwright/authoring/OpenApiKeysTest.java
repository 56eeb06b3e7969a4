package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.testing.OpenApi;
import org.junit.jupiter.api.Test;

/** The keys of articles and feeds in the description of the API. */
class OpenApiKeysTest {
    private final OpenApi description = OpenApi.read();

    @Test
    void describesEveryKeyOfAnArticleAndNoOther() {
        assertThat(description.keys("Article")).isEqualTo(with(FrontKeys.KNOWN, "body", "stored"));
    }

    @Test
    void describesEveryKeyOfAFeedAndNoOther() {
        assertThat(description.keys("FeedDefinition")).isEqualTo(with(FeedKeys.ALL, "stored"));
    }

    private static Set<String> with(Set<String> keys, String... more) {
        var all = new TreeSet<>(keys);
        all.addAll(List.of(more));
        return all;
    }
}
