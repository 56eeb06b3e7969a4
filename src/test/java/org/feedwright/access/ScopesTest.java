package org.feedwright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.feedwright.article.FeedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName OTHER = new FeedName("other");

    @ParameterizedTest
    @CsvSource({
        "read, true, false, true, false, false",
        "admin, true, true, true, true, true",
        "publish:news, true, true, false, false, false",
        "publish:*, true, true, true, true, false",
        "publish:news publish:other, true, true, true, true, false",
        "read publish:news, true, true, true, false, false",
    })
    void allowWhatTheySay(
            String words, boolean readsNews, boolean inNews, boolean readsOther, boolean inOther, boolean administers) {
        var scopes = Scopes.parse(words);

        assertThat(scopes.mayRead(NEWS)).isEqualTo(readsNews);
        assertThat(scopes.mayPublish(NEWS)).isEqualTo(inNews);
        assertThat(scopes.mayRead(OTHER)).isEqualTo(readsOther);
        assertThat(scopes.mayPublish(OTHER)).isEqualTo(inOther);
        assertThat(scopes.administers()).isEqualTo(administers);
        assertThat(scopes).hasToString(words);
        assertThat(Scopes.parse(scopes.toString())).isEqualTo(scopes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "write", "publish:", "publish:News"})
    void areRefusedWhereTheyAllowNothing(String words) {
        assertThatThrownBy(() -> Scopes.parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areWrittenInOneOrder() {
        assertThat(new Scopes(true, true, Set.of("b", "a"))).hasToString("read publish:a publish:b admin");
    }
}
