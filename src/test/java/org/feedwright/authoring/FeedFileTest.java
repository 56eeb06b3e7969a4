package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FormerDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFileTest {
    private final Problems problems = new Problems("feed.yaml");

    /** One more, or one less, of each is in {@link #refusesAValueThatCannotBe}. */
    @Test
    void takesValuesUpToTheirBounds() {
        assertThat(read("window: 1").display().window()).isEqualTo(1);
        assertThat(read("window: 1000").display().window()).isEqualTo(1000);
        assertThat(read("ttl: 1").delivery().ttl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(read("ttl: 10080").delivery().ttl()).isEqualTo(Duration.ofDays(7));
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window: 0",
                "window: 1001",
                "window: ten",
                "ttl: 0",
                "ttl: 10081",
                "ttl: -5",
                "ttl: 1h",
                "content: all",
                "highlights: none",
                "zone: Nowhere",
                "home: example.org",
                "icon: icon.png",
                "logo: logo.png",
                "language: English",
                "authority: exam ple",
                "id: news",
                "retired: perhaps",
                "tombstones: perhaps",
                "titles: file",
                "templates: gatsby",
                "ids: mine",
                "hubs: [hub]",
                "formerly: [The News]",
                "formerly-at: {/feed: html}",
                "author: [Ann, Bob]",
                "authors: Ann",
                "keys: {newstitle: headline}",
                "permalink: /news/",
                "widnow: 5",
                "title:",
            })
    void refusesAValueThatCannotBe(String line) {
        String text = line.equals("title:") ? "\n" + line : "title: News\n" + line;
        FeedFile.read(text, "localhost", problems);

        assertThat(problems.list())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @Test
    void readsWordsInAnyCapitals() {
        var definition = read("""
                content: Summary
                highlights: Summary-And-Content
                titles: NAMES
                templates: Hugo
                ids: LINK
                retired: Yes
                tombstones: ON
                formerly-at: [{/old: RSS}, "/Feed.ATOM"]""");

        assertThat(definition.display().content()).hasToString("SUMMARY");
        assertThat(definition.display().highlights()).hasToString("SUMMARY_AND_CONTENT");
        assertThat(definition.conventions().titles()).hasToString("NAMES");
        assertThat(definition.conventions().templates()).hasToString("HUGO");
        assertThat(definition.conventions().ids()).hasToString("LINK");
        assertThat(definition.delivery().retired()).isTrue();
        assertThat(definition.delivery().tombstones()).isTrue();
        assertThat(definition.identity().formerlyAt())
                .containsExactly(new FormerDocument("/old", "rss"), new FormerDocument("/Feed.ATOM", "atom"));
        assertThat(problems.list()).isEmpty();
        assertThat(problems.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Example.ORG, example.org",
        "bücher.example, xn--bcher-kva.example",
    })
    void writesTheAuthorityAsDomainNamesAre(String written, String authority) {
        assertThat(read("authority: " + written).identity().authority()).isEqualTo(authority);
    }

    @Test
    void takesTheAuthorityFromTheSiteAndElseFromTheService() {
        assertThat(read("home: https://www.example.org/news").identity().authority())
                .isEqualTo("www.example.org");
        assertThat(read("subtitle: none").identity().authority()).isEqualTo("localhost");
    }

    @Test
    void namesWhatIsSaidTwiceOnce() {
        var definition = read("""
                formerly: [metals, ores, ' metals ']
                formerly-at: [/feed.xml, /feed.xml]
                categories: [Metals, Ores, Metals]""");

        assertThat(definition.formerly()).containsExactly(new FeedName("metals"), new FeedName("ores"));
        assertThat(definition.identity().formerlyAt()).containsExactly(new FormerDocument("/feed.xml", "atom"));
        assertThat(definition.description().categories()).hasSize(2);
    }

    @Test
    void saysWhenAFormatIsGuessed() {
        assertThat(read("formerly-at: /news").identity().formerlyAt())
                .containsExactly(new FormerDocument("/news", "rss"));
        assertThat(problems.warnings()).extracting(Problem::line).containsExactly(2);
        assertThat(problems.warnings().getFirst().wrong()).contains("'/news'", "RSS is taken");
    }

    @Test
    void hasWhatIsUsualWhereNothingIsSaid() {
        var definition = read("subtitle: none");

        assertThat(definition.display().window()).isEqualTo(FeedDefinition.DEFAULT_WINDOW);
        assertThat(definition.display().zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(definition.display().disclaimer()).isNull();
        assertThat(definition.delivery().ttl()).isNull();
        assertThat(definition.delivery().hubs()).isEqualTo(List.of());
        assertThat(definition.delivery().retired()).isFalse();
        assertThat(definition.podcast()).isNull();
    }

    @Test
    void isImpliedByANameWithAnyLetters() {
        assertThat(FeedFile.implied("Ann's #1: news", "localhost").title()).isEqualTo("Ann's #1: news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"section", "sections", "collection", "path"})
    void saysThatAFolderOfASiteIsWrittenAsItIs(String token) {
        read("permalink: https://example.org/:" + token + "/:slug/");

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.wrong()).startsWith("':" + token + "'");
            assertThat(problem.remedy()).startsWith("write the name itself");
        });
    }

    private FeedDefinition read(String lines) {
        return FeedFile.read("title: News\n" + lines, "localhost", problems);
    }
}
