package org.feedwright.imports.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedContent.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReadingTest {
    private static FeedPage read(String feed) throws IOException {
        return FeedReading.read(feed.getBytes(UTF_8), null, "https://old.example/feed");
    }

    private static FeedEntry item(String elements) throws IOException {
        return read("""
                        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                         xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
                        <channel><title>Old</title><item>%s</item></channel></rss>""".formatted(elements)).entries().getFirst();
    }

    private static FeedEntry entry(String elements) throws IOException {
        return read("<feed xmlns='http://www.w3.org/2005/Atom'><title>Old</title><entry>" + elements
                        + "</entry></feed>")
                .entries()
                .getFirst();
    }

    /** What leads to a part of the article does so in its new place; what leads to another article stays. */
    @Test
    void tellsPartsOfAnArticleFromOtherAddressesThatBeginLikeIts() throws IOException {
        assertThat(item("<link>https://old.example/a</link><description>&lt;a href='https://old.example/a#b'>b&lt;/a>"
                                + "&lt;a href='https://old.example/a/c'>c&lt;/a></description>")
                        .content())
                .isEqualTo("<a href=\"#b\">b</a><a href=\"https://old.example/a/c\">c</a>");
    }

    /** The duration is that of the recording, which comes first. */
    @Test
    void givesTheFirstEnclosureTheDuration() throws IOException {
        assertThat(
                        item("<enclosure url='/a.mp3' type='audio/mpeg' length='5'/><enclosure url='/b.pdf' type='application/pdf'"
                                        + " length='0'/><itunes:duration>1:02:03</itunes:duration>")
                                .enclosures())
                .containsExactly(
                        new File("https://old.example/a.mp3", "audio/mpeg", 5L, null, "1:02:03"),
                        new File("https://old.example/b.pdf", "application/pdf", null, null));
    }

    @Test
    void offersThePicturesWhoseSizeIsStated() throws IOException {
        var item = item(
                "<media:content url='/a.jpg' medium='image'/><media:content url='/b.jpg' type='image/jpeg'"
                        + " fileSize='7'/><media:group><media:content url='/c.mp4' type='video/mp4' duration='61'/></media:group>");

        assertThat(item.image()).hasFieldOrPropertyWithValue("address", "https://old.example/a.jpg");
        assertThat(item.enclosures())
                .containsExactly(
                        new File("https://old.example/b.jpg", "image/jpeg", 7L, null),
                        new File("https://old.example/c.mp4", "video/mp4", null, null, "61"));
    }

    @ParameterizedTest
    @CsvSource({
        "61, 61",
        "1:01, 1:01",
        "1:02:03.5, 1:02:03",
        "0:00, ",
        "0, ",
        "1:60, ",
        "an hour, ",
        "1234567, ",
        "123456, 123456"
    })
    void takesDurationsThatSaySomething(String stated, String duration) {
        assertThat(MediaElements.duration(stated)).isEqualTo(duration);
    }

    /** An e-mail address alone is nobody's name, and feeds would show it to everyone. */
    @ParameterizedTest
    @CsvSource({
        "ann@old.example (Ann Tide), Ann Tide, ann@old.example",
        "Ann Tide <ann@old.example>, Ann Tide, ann@old.example",
        "Ann Tide, Ann Tide, ",
        "ann@old.example, , ",
        "ann@old.example (), , ",
    })
    void readsAuthorsAsTheyAreWritten(String author, String name, String mail) throws IOException {
        var people =
                item("<author>" + author.replace("<", "&lt;") + "</author>").authors();

        if (name == null) {
            assertThat(people).isEmpty();
        } else {
            assertThat(people).containsExactly(new Person(name, mail, null));
        }
    }

    @Test
    void countsAnEntrysOwnAuthorsBeforeThoseOfItsSource() throws IOException {
        String source = "<source><author><name>Far</name></author></source>";

        assertThat(entry("<author><name>Near</name></author>" + source).authors())
                .containsExactly(Person.named("Near"));
        assertThat(entry(source).authors()).containsExactly(Person.named("Far"));
    }

    @ParameterizedTest
    @CsvSource({
        "isPermaLink='false', ",
        "isPermaLink='FALSE', ",
        "isPermaLink='true', https://old.example/1",
        "'', https://old.example/1"
    })
    void takesAGuidForTheLinkUnlessItSaysThatItIsNone(String attribute, String link) throws IOException {
        assertThat(item("<guid " + attribute + ">https://old.example/1</guid>").link())
                .isEqualTo(link);
    }

    @Test
    void takesARepeatedTextForOne() throws IOException {
        var same = item("<description>&lt;p>One</description><content:encoded>&lt;p>One</content:encoded>");
        assertThat(same.summary()).isNull();
        assertThat(same.content()).isEqualTo("<p>One");
        assertThat(item("<description>In short</description><content:encoded>&lt;p>One</content:encoded>")
                        .summary())
                .isEqualTo("In short");
    }

    @Test
    void takesAListForHighlightsIfNothingIsWithinItsItems() {
        assertThat(Highlights.of("<ul><li>a <b>b</b></li><li> </li><li>c</li></ul>"))
                .contains(List.of("a b", "c"));
        assertThat(Highlights.of("<ul><li>a<ul><li>b</li></ul></li></ul>")).isEmpty();
        assertThat(Highlights.of("<ul><li>a</li></ul>b")).isEmpty();
        assertThat(Highlights.of("<ol><li>a</li></ol>")).isEmpty();
    }

    @Test
    void seesWhereATextWasCutOff() {
        assertThat(RssTexts.isCut("x".repeat(1_196) + " […]")).isTrue();
        assertThat(RssTexts.isCut("x".repeat(1_197) + " […]")).isFalse();
        assertThat(RssTexts.isCut("<p>It begins… and ends.</p>")).isFalse();
        assertThat(RssTexts.isCut("<p>It begins […]</p><p>The post <a href='a'>One</a> first appeared on Old.</p>"))
                .isTrue();
    }

    @Test
    void readsXhtmlByEachOfItsTypes() throws IOException {
        for (String type : List.of("xhtml", "application/xhtml+xml")) {
            assertThat(entry(
                                    "<content type='" + type
                                            + "'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>A<h:br/></h:p><h:i/></h:div></content>")
                            .content())
                    .isEqualTo("<p>A<br></p><i></i>");
        }
    }

    @Test
    void takesAnEmptyTextOfJsonForNone() throws IOException {
        var item = read("""
                        {"items": [{"id": 1, "content_html": " ", "content_text": "Text", "title": " "}]}""").entries().getFirst();

        assertThat(item.content()).isEqualTo("<p>Text</p>");
        assertThat(item.id()).isEqualTo("1");
    }

    @Test
    void seesJsonBehindAMarkAndSpaces() throws IOException {
        assertThat(read("\uFEFF \n{\"title\": \"Old\", \"items\": []}").title()).isEqualTo("Old");
    }

    @Test
    void namesWhatIsOlderThanAllThatReadersHave() throws IOException {
        var known = read("""
                {"items": [{"id": "1", "title": "One", "date_published": "2026-01-02T00:00:00Z"}]}""");
        var now = read("""
                {"items": [{"id": "1", "title": "One", "date_published": "2026-01-02T00:00:00.5Z"},
                 {"id": "2", "title": "Two", "date_published": "2026-01-02T00:00:00Z"},
                 {"id": "3", "title": "Three", "date_published": "2026-01-01T23:59:59.999Z"}]}""");

        assertThat(new FeedComparison(known).with(now.entries(), known.entries()))
                .extracting(difference -> difference.title() + ": " + difference.what())
                .containsExactly(
                        "Two: the old feed does not have it",
                        "Three: it is older than all that the old feed has; 'window: 1' in feed.yaml keeps it out of the"
                                + " document that readers have");
    }
}
