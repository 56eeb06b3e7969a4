package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.article.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int TIMES = 5_000;
    private static final List<String> LETTERS = List.of(
            "a", "Z", "7", "-", "_", ".", "~", " ", "+", "%", "%41", "#", "?", "/", "é", "e\u0301", "ß", "日", "ﷺ", "𝒳",
            "&");
    private static final List<String> EXTENSIONS = List.of("atom", "rss", "json", "rdf");

    private final RandomGenerator random = new SplittableRandom(SEED);

    @Test
    void isReadAsItWasWritten() {
        for (int i = 0; i < TIMES; i++) {
            var address = any();

            assertThat(Address.parse(address.path()))
                    .as("seed %d: %s", SEED, address.path())
                    .contains(address);
            assertThat(address.path()).matches("[A-Za-z0-9/._~%*-]+");
            assertThat(address.isWrittenAs(address.path())).isTrue();
        }
    }

    @Test
    void isReadFromNothingThatMeansAnotherPath() {
        for (int i = 0; i < TIMES; i++) {
            String path = changed(any().path());

            Address.parse(path)
                    .ifPresent(address -> assertThat(Address.decoded(path))
                            .as("seed %d: %s", SEED, path)
                            .contains(address.decoded()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/news, Page[logicalFeed=news; archive=0]",
        "/feeds/news.atom, Document[logicalFeed=news; archive=0; extension=atom]",
        "/feeds/news/archive/3, Page[logicalFeed=news; archive=3]",
        "/feeds/archive/archive/3.rss, Document[logicalFeed=archive; archive=3; extension=rss]",
        "/feeds/news/categories/c~23~, Page[logicalFeed=news/categories/c~23~; archive=0]",
        "/feeds/news/authors/ann/archive/12.json, Document[logicalFeed=news/authors/ann; archive=12; extension=json]",
        "/feeds/news/categories/%E6%97%A5.atom, Document[logicalFeed=news/categories/日; archive=0; extension=atom]",
        "/feeds/news/categories/archive, Page[logicalFeed=news/categories/archive; archive=0]",
        "/articles/news/a.b, Article[feed=news; slug=a.b]",
        "/articles/news/%C3%A9, Article[feed=news; slug=é]",
        "/media/news/a/b%20c.png, MediaFile[feed=news; file=a/b c.png]",
        "/media/news/a%2Bb, MediaFile[feed=news; file=a+b]"
    })
    void isAKindOfItsOwn(String path, String address) {
        assertThat(Address.parse(path)).map(Address::toString).contains(address.replace(';', ','));
        assertThat(Address.parse(path)).map(Address::path).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/feeds",
                "/feeds/",
                "/feeds.opml",
                "/feeds/News",
                "/feeds/News.atom",
                "/feeds/news/",
                "/feeds/news.ATOM",
                "/feeds/news.atom/",
                "/feeds/news.",
                "/feeds/-news",
                "/feeds/news/archive/0",
                "/feeds/news/archive/03",
                "/feeds/news/archive/123456789",
                "/feeds/news/archive",
                "/feeds/news/categories",
                "/feeds/news/categories/",
                "/feeds/news/categories/Energy",
                "/feeds/news/categories/a/b",
                "/feeds/news/categories/%zz",
                "/feeds//news",
                "/feed/news",
                "feeds/news",
                "/articles/news",
                "/articles/news/",
                "/articles/news/a/b",
                "/articles/news/a/",
                "/articles/News/a",
                "/articles/news/-a",
                "/articles/news/%ff",
                "/articles/news.html",
                "/media/news",
                "/media/news/",
                "/media/News/a.png",
                "/media/news/%zz",
                "/media/news/%ff.png",
                "/media/news.png"
            })
    void isNothingElse(String path) {
        assertThat(Address.parse(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/News.ATOM/, /feeds/news.atom",
        "/feeds/news/categories/C%23.rss, /feeds/news/categories/c~23~.rss",
        "/feeds/news/categories/a/b/archive/2.json, /feeds/news/categories/a~2f~b/archive/2.json",
        "/feeds/news/authors/Ann%20Abel.atom, /feeds/news/authors/ann-abel.atom"
    })
    void isMeantByOtherWaysToWriteADocuments(String written, String meant) {
        assertThat(Address.Document.meant(written)).map(Address::path).contains(meant);
        assertThat(Address.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/News.atom, news, .atom, /feeds/news.atom",
        "/feeds/NEWS, news, '', /feeds/news",
        "/articles/News/A, news, /A, /articles/news/A",
        "/media/News/a%20B.png, news, /a%20B.png, /media/news/a%20B.png"
    })
    void namesItsFeedWhateverFollows(String path, String feed, String rest, String lowerCase) {
        var parsed = FeedPath.parse(path).orElseThrow();

        assertThat(parsed.feed()).contains(new FeedName(feed));
        assertThat(parsed.rest()).isEqualTo(rest);
        assertThat(parsed).hasToString(path);
        assertThat(parsed.lowerCase()).hasToString(lowerCase);
    }

    private Address any() {
        return switch (random.nextInt(4)) {
            case 0 -> new Address.Page(logicalFeed(), archive());
            case 1 -> new Address.Document(logicalFeed(), archive(), EXTENSIONS.get(random.nextInt(EXTENSIONS.size())));
            case 2 -> new Address.Article(feed(), slug());
            default -> new Address.MediaFile(feed(), text());
        };
    }

    private LogicalFeed logicalFeed() {
        return switch (random.nextInt(3)) {
            case 0 -> LogicalFeed.of(feed());
            case 1 -> LogicalFeed.of(feed(), new Category("x" + text()));
            default -> LogicalFeed.of(feed(), Person.named("x" + text()));
        };
    }

    private int archive() {
        return random.nextBoolean() ? 0 : 1 + random.nextInt(99_999_999);
    }

    private FeedName feed() {
        return new FeedName(List.of("news", "archive", "categories", "a-1", "0").get(random.nextInt(5)));
    }

    private Slug slug() {
        String slug = Slug.of(text());
        return new Slug(slug.isEmpty() ? "archive" : slug);
    }

    private String text() {
        return IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(_ -> LETTERS.get(random.nextInt(LETTERS.size())))
                .collect(Collectors.joining());
    }

    private String changed(String path) {
        int at = random.nextInt(path.length() + 1);
        String put = LETTERS.get(random.nextInt(LETTERS.size()));
        return path.substring(0, at) + put + path.substring(Math.min(path.length(), at + random.nextInt(3)));
    }
}
