package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After which changes of a definition the articles are read anew. */
class DefinitionIntakeTest {
    private static final String BEFORE = "title: News\nhome: https://example.org/\n";
    private static final String PODCAST = "\nlanguage: en\npodcast: {image: https://example.org/a.png, category: Arts,"
            + " explicit: false, owner: {email: a@example.org}}";

    private static FeedDefinition definition(String text) {
        var problems = new Problems("news/feed.yaml");
        var definition = FeedFile.read(text, "example.org", problems);
        assertThat(problems.list()).isEmpty();
        return definition;
    }

    private static boolean isReadAnew(String before, String after) {
        return DefinitionIntake.readsArticlesAnew(Optional.of(definition(before)), definition(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: News\nhome: https://example.org/blog/",
                "title: News",
                BEFORE + "zone: Europe/Berlin",
                BEFORE + "titles: names",
                BEFORE + PODCAST,
            })
    void areThoseOfWhatAnArticleIsReadBy(String after) {
        assertThat(isReadAnew(BEFORE, after)).isTrue();
        assertThat(isReadAnew(after, BEFORE)).isTrue();
        assertThat(isReadAnew(after, after)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: Other news\nhome: https://example.org/",
                BEFORE + "subtitle: All that is new",
                BEFORE + "language: de",
                BEFORE + "author: The desk",
                BEFORE + "rights: © Example",
                BEFORE + "window: 7",
                BEFORE + "disclaimer: No advice.",
                BEFORE + "exclude: [pages]",
            })
    void areNoneOfWhatOnlyTheFeedSays(String after) {
        assertThat(isReadAnew(BEFORE, after)).isFalse();
    }

    @Test
    void isNoneBeforeThereAreAny() {
        assertThat(DefinitionIntake.readsArticlesAnew(Optional.empty(), definition(BEFORE)))
                .isFalse();
    }

    @Test
    void isNotAnotherPodcastWithTheSameArticles() {
        assertThat(isReadAnew(BEFORE + PODCAST, BEFORE + PODCAST.replace("Arts", "News")))
                .isFalse();
    }
}
