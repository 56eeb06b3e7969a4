package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.written;
import static org.feedwright.testing.Manuscripts.article;

import java.util.List;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.feed.Facet.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacetTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "Energy, energy",
        "Rare  Earths, rare-earths",
        "rare-- earths, rare-earths",
        "C#, c~23~",
        "a/b, a~2f~b",
        "a_b, a~5f~b",
        "Größe, größe",
        "e\u0301nergie, énergie",
        "ﬁne, fine",
        "日本語 2, 日本語-2",
        "हिन्दी, हिन्दी",
        "a\u20DD, a\u20DD",
        "😀, ~1f600~",
    })
    void hasOneSpelling(String name, String key) {
        assertThat(Facet.categoryKey(name)).isEqualTo(key);
        assertThat(Facet.authorKey(name)).isEqualTo(key);
        assertThat(Facet.isKey(key)).isTrue();
        assertThat(Facet.meant(Kind.CATEGORY, name)).isEqualTo(new Facet(Kind.CATEGORY, key));
        assertThat(Facet.meant(Kind.AUTHOR, key)).isEqualTo(new Facet(Kind.AUTHOR, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Energy", "a b", "a--b", "a#b", "e\u0301", "~~0123456789abcdef", "a~1234567~"})
    void isNamedByNoOtherSpelling(String text) {
        assertThat(Facet.isKey(text)).isFalse();
    }

    @Test
    void keepsAKeyOfAHundredCharactersAndTwoHundredBytes() {
        for (String longest : List.of("a".repeat(100), "é".repeat(100), "日".repeat(50) + "é".repeat(25))) {
            assertThat(Facet.categoryKey(longest)).isEqualTo(longest);
        }
    }

    @ParameterizedTest
    @CsvSource({"a, 101, 60", "é, 101, 60", "日, 67, 60", "𠀀, 51, 30"})
    void endsALongKeyWithADigest(String letter, int times, int kept) {
        String name = letter.repeat(times);
        String key = Facet.categoryKey(name);

        assertThat(key).startsWith(letter.repeat(kept) + "~~").hasSize(kept * letter.length() + 18);
        assertThat(Facet.isKey(key)).isTrue();
        assertThat(Facet.categoryKey(name + "x"))
                .startsWith(letter.repeat(kept) + "~~")
                .isNotEqualTo(key);
    }

    @Test
    void endsALongKeyBetweenTwoCharactersOfTheName() {
        assertThat(Facet.categoryKey("#".repeat(30))).startsWith("~23~".repeat(15) + "~~");
        assertThat(Facet.categoryKey("a" + "#".repeat(30))).startsWith("a" + "~23~".repeat(14) + "~~");
    }

    @Test
    void isNamedByTheFirstWhoHasIt() {
        var facet = new Facet(Kind.CATEGORY, "rare-earths");
        var categories = List.of(new Category("Energy"), new Category("Rare earths"), new Category("rare-Earths"));

        assertThat(facet.nameAmong(categories, List.of())).hasValue("Rare earths");
        assertThat(facet.nameAmong(List.of(), List.of(Person.named("Rare earths"))))
                .isEmpty();
        assertThat(new Facet(Kind.AUTHOR, "ann").nameAmong(categories, List.of(Person.named("Ann"))))
                .hasValue("Ann");
    }

    @Test
    void isMadeOfCategoriesAndAuthorsAndOfTheFeedsAuthorWhereThereIsNone() {
        var text = article("a").about("Energy").about("energy").done().text();
        var energy = new Facet(Kind.CATEGORY, "energy");
        var ann = new Facet(Kind.AUTHOR, "ann");

        assertThat(Facet.of(text, written("Ann", null))).containsExactly(energy, ann);
        assertThat(Facet.of(text, written(null, null))).containsExactly(energy);
        assertThat(Facet.of(article("a").by("Bob", "Ann").done().text(), written("Carl", null)))
                .containsExactly(new Facet(Kind.AUTHOR, "bob"), ann);
    }

    @ParameterizedTest
    @CsvSource({"news", "news/categories/c~23~", "news/authors/日本語"})
    void isReadAsPartOfAFeedAsItIsWritten(String text) {
        assertThat(LogicalFeed.parse(text)).map(LogicalFeed::toString).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "News", "/categories/energy", "news/categories", "news/tags/energy", "a b/authors/ann"})
    void isNothingElse(String text) {
        assertThat(LogicalFeed.parse(text)).isEmpty();
    }

    @Test
    void hasAPathBelowItsFeed() {
        var news = new FeedName("news");

        assertThat(LogicalFeed.of(news).path()).isEqualTo("news");
        assertThat(LogicalFeed.of(news, new Category("C# für alle")).path())
                .isEqualTo("news/categories/c~23~-f%C3%BCr-alle");
        assertThat(LogicalFeed.of(news, Person.named("Ann")).path()).isEqualTo("news/authors/ann");
    }
}
