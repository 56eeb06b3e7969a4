package org.feedwright.folder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.entry.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Where articles are on the site that they come from, and what leads from there to here. */
class SiteAddressesTest extends EditingTest {
    private static final String REMEDY = "take the address out, or write another one on this host";

    private void define(String... lines) throws IOException {
        service.feed(feed, lines);
    }

    private Entry entry(String title) {
        return service.entries(feed).stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void awaitLink(String title, String link) {
        soon(() -> assertThat(entry(title).link()).isEqualTo(link));
    }

    private List<String> warnings() {
        return service.bean(Warnings.class).all().stream()
                .map(Problem::toString)
                .filter(warning -> warning.startsWith(feed + "/"))
                .toList();
    }

    private List<String> checked() throws IOException {
        return FolderCheck.look(
                        temporary.resolve("feeds"),
                        DataSize.ofMegabytes(1),
                        Instant.parse("2100-01-01T00:00:00Z"),
                        _ -> {})
                .stream()
                .map(found -> found.problem().toString())
                .filter(problem -> problem.startsWith(feed + "/"))
                .toList();
    }

    @Test
    void areNotFurtherPagesOfTheFrontPage() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "aliases: [/?page=2, '/?p=2-" + feed + "']"));

        String warning = "something lives at '/?page=2', which therefore does not lead here";
        soon(() -> assertThat(warnings()).hasSize(1).first().asString().contains(warning));
        assertThat(checked()).hasSize(1).first().asString().contains(warning);
    }

    @Test
    void areWhatZolaAndPelicanMeanByThem() throws IOException {
        Files.createDirectories(directory.resolve("2020"));
        save(directory.resolve("2020/other.md"), article("Other", "x"));
        save(directory.resolve("photo.png"), "a picture");
        save(directory.resolve("a.md"), article("One", """
                [z](@/blog/2020/other.md#part) [p]({filename}/2020/other.md) [q]({filename}other.md) [r](|filename|other.md)
                ![s]({static}/images/photo.png) ![t]({attach}photo.png)"""));

        String other = "\"https://feeds.example.org/articles/" + feed + "/other";
        soon(() -> assertThat(entry("One").content()).contains(other + "#part\""));
        assertThat(requireNonNull(entry("One").content()).split(other, -1)).hasSize(5);
        assertThat(requireNonNull(entry("One").content()).split("/photo\\.png\"", -1))
                .hasSize(3);
        assertThat(entry("One").content()).doesNotContain("{", "@/", "|");
        assertThat(warnings()).isEmpty();
        assertThat(checked()).isEmpty();
    }

    @Test
    void leadOnWhereTheSlugIsAnother() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "slug: before"));
        soon(() -> assertThat(service.get("/articles/" + feed + "/before").statusCode())
                .isEqualTo(200));
        var id = service.id(feed, "One");

        save(directory.resolve("a.md"), article("One", "x", "slug: after"));

        soon(() -> assertThat(service.get("/articles/" + feed + "/after").statusCode())
                .isEqualTo(200));
        var old = service.get("/articles/" + feed + "/before");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.headers().firstValue("Location").orElse("")).endsWith("/articles/" + feed + "/after");
        assertThat(service.id(feed, "One")).isEqualTo(id);
    }

    @Test
    void areMadeByTheFeedsPattern() throws IOException {
        define("permalink: /news/:year/:month/:slug/", "zone: Pacific/Auckland");
        save(directory.resolve("a-name.md"), article("One", "[x](/y) [z](other) ![p](p.png)"));

        awaitLink("One", "https://example.org/news/2026/01/a-name/");
        assertThat(entry("One").content())
                .contains("https://example.org/y", "https://example.org/news/2026/01/a-name/other");
    }

    @Test
    void areMadeAnewWhenThePatternChanges() throws IOException {
        save(directory.resolve("a.md"), article("One", "x"));
        awaitLink("One", "https://feeds.example.org/articles/" + feed + "/a");
        var id = service.id(feed, "One");

        define("permalink: /:year/:slug/");
        awaitLink("One", "https://example.org/2026/a/");
        save(directory.resolve("feed.yaml"), "title: x\nhome: https://elsewhere.example\npermalink: /:year/:slug/");
        awaitLink("One", "https://elsewhere.example/2026/a/");
        assertThat(service.id(feed, "One")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "link: https://other.example/x, https://other.example/x",
        "permalink: /own/path.html, https://example.org/own/path.html",
        "url: own/:year/:slug, https://example.org/own/2026/a",
        "path: own/of-zola, https://example.org/own/of-zola/",
        "permalink: pretty, https://example.org/2026/01/26/a/",
        "url: https://third.example/x, https://third.example/x",
        "permalink: false, https://feeds.example.org/articles/%s/a",
        "'permalink: \"/{{ page.date }}/\"', https://example.org/p/a/",
    })
    void areStatedByTheArticleItself(String line, String address) throws IOException {
        define("permalink: /p/:slug/");
        save(directory.resolve("a.md"), article("One", "x", line));

        awaitLink("One", address.formatted(feed));
    }

    @Test
    void countCategoriesAsGeneratorsDo() throws IOException {
        define("permalink: date");
        save(directory.resolve("a.md"), article("One", "x", "categories: [Metals, Prices]"));
        save(directory.resolve("b.md"), article("Two", "x", "tags: [Metals]"));

        awaitLink("One", "https://example.org/metals/prices/2026/01/26/a.html");
        awaitLink("Two", "https://example.org/2026/01/26/b.html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "permalink: /:yaer/:slug/ | ':yaer' in 'permalink' is not known; did you mean ':year'?",
                "permalink: /:sections/:slug/ | ':sections' in 'permalink' is not known; write the name itself",
                "permalink: /:year/:month/ | 'permalink' gives several articles one address; write ':slug' in it",
                "ids: lnk | 'ids' is 'lnk', which cannot be understood; write minted, link, or a pattern",
                "ids: /:year/ | 'ids' gives several articles one address; write ':slug' in it",
                "formerly-at: {/x.xml: opml} | 'opml', the format of '/x.xml', is not known; write atom, rss, json",
            })
    void areRefusedWhereTheyCannotBeMade(String line, String problem) throws IOException {
        define(line);

        service.awaitProblem(feed, feed + "/feed.yaml:3: " + problem);
        assertThat(checked()).anyMatch(found -> found.contains(problem));
    }

    @Test
    void needASite() throws IOException {
        save(directory.resolve("feed.yaml"), "title: x\npermalink: /:slug/");
        service.awaitProblem(feed, "feed.yaml:2: 'permalink' says where articles are on a site, and not on which");

        save(directory.resolve("feed.yaml"), "title: x\n");
        save(directory.resolve("a.md"), article("One", "x", "permalink: /a/"));
        soon(() -> assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith(feed + "/a.md:4: 'permalink' says where it is on a site"));
        service.awaitTitles(feed, "One");
    }

    @Test
    void areIdsWhereTheFeedSaysSo() throws IOException {
        define("permalink: /:year/:slug/", "ids: link");
        save(directory.resolve("a.md"), article("One", "x"));
        save(directory.resolve("b.md"), article("Two", "x", "id: stated"));
        service.awaitTitles(feed, "One", "Two");
        assertThat(service.id(feed, "One")).hasToString("https://example.org/2026/a/");

        RunningFolder.move(directory.resolve("a.md"), directory.resolve("renamed.md"));
        awaitLink("One", "https://example.org/2026/renamed/");
        define("permalink: /else/:slug/");
        awaitLink("One", "https://example.org/else/renamed/");
        assertThat(service.id(feed, "One")).hasToString("https://example.org/2026/a/");
        assertThat(service.documents(feed)).contains("https://example.org/2026/a/", "stated");
    }

    @Test
    void haveIdsOfTheirOwnPattern() throws IOException {
        define("permalink: pretty", "ids: /:categories/:year/:month/:day/:title");
        save(directory.resolve("a.md"), article("One", "x", "categories: Metals"));
        awaitLink("One", "https://example.org/metals/2026/01/26/a/");
        assertThat(service.id(feed, "One")).hasToString("https://example.org/metals/2026/01/26/a");

        save(directory.resolve("a.md"), article("One", "x", "categories: Prices"));
        awaitLink("One", "https://example.org/prices/2026/01/26/a/");
        assertThat(service.id(feed, "One")).hasToString("https://example.org/metals/2026/01/26/a");

        define("ids: 'tag:example.org,:year-:month-:day:/:slug.html'");
        save(directory.resolve("b.md"), article("Two", "x"));
        service.awaitTitles(feed, "One", "Two");
        assertThat(service.id(feed, "Two")).hasToString("tag:example.org,2026-01-26:/b.html");
    }

    @Test
    void haveIdsOfTheAddressThatTheyState() throws IOException {
        define("permalink: date", "ids: /:categories/:year/:month/:day/:title");
        save(directory.resolve("a.md"), article("One", "x", "permalink: /guides/first.html"));
        awaitLink("One", "https://example.org/guides/first.html");
        assertThat(service.id(feed, "One")).hasToString("https://example.org/guides/a");
        save(directory.resolve("b.md"), article("Two", "x", "categories: Metals", "permalink: /:categories/:title/"));
        awaitLink("Two", "https://example.org/metals/b/");
        assertThat(service.id(feed, "Two")).hasToString("https://example.org/metals/b");
        save(directory.resolve("c.md"), article("Three", "x", "permalink: /about.html"));
        awaitLink("Three", "https://example.org/about.html");
        assertThat(service.id(feed, "Three")).hasToString("https://example.org/c");

        define("ids: /:year/:slug/");
        save(directory.resolve("e.md"), article("Five", "x", "permalink: /five.html"));
        awaitLink("Five", "https://example.org/five.html");
        assertThat(service.id(feed, "Five")).hasToString("https://example.org/2026/e/");

        define("permalink: /:slug.html", "ids: 'tag:example.org,:year-:month-:day:/:slug.html/'");
        save(directory.resolve("d.md"), article("Four", "x", "url: drafts/fourth.html"));
        awaitLink("Four", "https://example.org/drafts/fourth.html");
        assertThat(service.id(feed, "Four")).hasToString("tag:example.org,2026-01-26:/drafts/fourth.html/");
    }

    @Test
    void holdBackASecondArticleWithTheSameLink() throws IOException {
        define("ids: link");
        save(directory.resolve("a.md"), article("One", "x", "link: https://example.org/same"));
        service.awaitTitles(feed, "One");
        save(directory.resolve("b.md"), article("Two", "x", "link: https://example.org/same"));

        service.awaitProblem(
                feed,
                feed + "/b.md: its link, which is its id here, is that of the article " + feed + "/a (" + feed
                        + "/a.md); state");
        assertThat(checked())
                .containsExactly(feed + "/b.md: its link, which is its id here, is that of " + feed
                        + "/a.md; state another 'link', or an 'id' of its own");
    }

    @Test
    void areIdsOnlyWhenADraftIsPublished() throws IOException {
        define("permalink: /:year/:slug/", "ids: link");
        save(directory.resolve("a.md"), article("One", "x", "draft: true"));
        soon(() -> assertThat(service.stored(feed, "a")).isPresent());
        RunningFolder.move(directory.resolve("a.md"), directory.resolve("b.md"));
        soon(() -> assertThat(service.stored(feed, "b")).isPresent());
        save(directory.resolve("b.md"), article("One", "x"));

        service.awaitTitles(feed, "One");
        assertThat(service.id(feed, "One")).hasToString("https://example.org/2026/b/");
        Files.delete(directory.resolve("b.md"));
        service.awaitTitles(feed);
    }

    @Test
    void leadHereFromWhereArticlesWere() throws IOException {
        String old = "/old-" + feed;
        define("formerly-at: [" + old + "/feed.xml, {" + old + "/x.xml: json}]");
        save(directory.resolve("a.md"), article("One", "x", "aliases: [" + old + "/a, " + old + "/b/]"));
        save(directory.resolve("b.md"), article("Two", "x", "redirect_from: " + old + "/c"));
        service.awaitTitles(feed, "One", "Two");

        String base = "https://feeds.example.org";
        assertThat(service.get(old + "/a").headers().firstValue("Location"))
                .contains(base + "/articles/" + feed + "/a");
        assertThat(service.get(old + "/b/").headers().firstValue("Location"))
                .contains(base + "/articles/" + feed + "/a");
        assertThat(service.get(old + "/c").headers().firstValue("Location"))
                .contains(base + "/articles/" + feed + "/b");
        assertThat(service.get(old + "/feed.xml").headers().firstValue("Location"))
                .contains(base + "/feeds/" + feed + ".atom");
        assertThat(service.get(old + "/x.xml").headers().firstValue("Location"))
                .contains(base + "/feeds/" + feed + ".json");
        assertThat(warnings()).isEmpty();
        assertThat(checked()).isEmpty();
    }

    @Test
    void areWarnedOfWhereTheyLeadNowhere() throws IOException {
        String old = "/old-" + feed;
        define("formerly-at: [" + old + "/feed.xml, {/feeds.opml: rss}]");
        save(directory.resolve("a.md"), article("One", "x", "aliases: " + old + "/a"));
        service.awaitTitles(feed, "One");
        save(directory.resolve("b.md"), article("Two", "x", """
                aliases:
                  - %s/a
                  - /articles/%s/a
                  - /articles/%s/b
                  - %s/feed.xml
                  - https://elsewhere.example/b""".formatted(old, feed, feed, old)));
        service.awaitTitles(feed, "One", "Two");

        String file = feed + "/b.md:4: ";
        soon(() -> assertThat(warnings())
                .containsExactly(
                        file + "'" + old + "/a' leads to the article " + feed + "/a, which claimed it first; " + REMEDY,
                        file + "something lives at '/articles/" + feed + "/a', which therefore does not lead here; "
                                + REMEDY,
                        file + "'" + old + "/feed.xml' leads to the feed '" + feed + "', which claimed it first; "
                                + REMEDY,
                        file + "'https://elsewhere.example/b' is on another host or is no address, and leads nowhere"
                                + " from here; " + REMEDY,
                        feed + "/feed.yaml:3: something lives at '/feeds.opml', which therefore does not lead here; "
                                + REMEDY));
        assertThat(checked())
                .hasSize(4)
                .anyMatch(found -> found.startsWith(file + "'" + old + "/a' leads to what is in " + feed + "/a.md"))
                .anyMatch(found -> found.startsWith(file + "something lives at '/articles/" + feed + "/a'"))
                .anyMatch(found -> found.startsWith(file + "'" + old + "/feed.xml' leads to what is in " + feed))
                .anyMatch(found -> found.startsWith(feed + "/feed.yaml:3: something lives at '/feeds.opml'"));
    }

    /** The command check says the same of a folder as the service that publishes it. */
    @Test
    void leadNowhereFromWhateverLives() throws IOException {
        var living = Stream.of(
                        "/",
                        "/feeds.opml",
                        "/robots.txt",
                        "/sitemap.xml",
                        "/favicon.ico",
                        "/feeds/all",
                        "/feeds/all.rdf",
                        "/feeds/%s",
                        "/feeds/%s.atom",
                        "/feeds/%s.rss",
                        "/feeds/%s.json",
                        "/feeds/%s.rdf",
                        "/articles/%s/draft",
                        "/media/%s/photo.png")
                .map(address -> address.formatted(feed))
                .toList();
        var free = Stream.of(
                        "/articles/%s/gone", "/articles/%s/none", "/feeds/%s/archive/1", "/media/%s/gone.png", "/feeds")
                .map(address -> address.formatted(feed))
                .toList();
        for (String name : List.of("photo.png", "gone.png")) {
            save(directory.resolve(name), "a picture");
        }
        save(directory.resolve("draft.md"), article("Draft", "x", "draft: true"));
        save(directory.resolve("gone.md"), article("Gone", "![p](gone.png)", "withdrawn: It was wrong."));
        save(directory.resolve("one.md"), article("One", "![p](photo.png)"));
        service.awaitTitles(feed, "One");
        save(
                directory.resolve("two.md"),
                article(
                        "Two",
                        "x",
                        "aliases:",
                        "  - " + String.join("\n  - ", living),
                        "  - " + String.join("\n  - ", free)));
        service.awaitTitles(feed, "One", "Two");

        var expected = living.stream()
                .map(address -> "%s/two.md:4: something lives at '%s', which therefore does not lead here; %s"
                        .formatted(feed, address, REMEDY))
                .toList();
        soon(() -> assertThat(warnings()).containsExactlyInAnyOrderElementsOf(expected));
        assertThat(checked()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void areMeantUnderTheHomeWhereTheyBeginWithASlash() throws IOException {
        Path file = directory.resolve("a.md");
        save(
                file,
                article(
                        "One",
                        "![a](/img/a.png) [b](/b) [c](//cdn.example/c) [d](d)",
                        "image: /img/lead.png",
                        "enclosures: {url: /audio/x.mp3, type: audio/mpeg, length: 7}"));
        service.awaitTitles(feed, "One");

        String page = "https://feeds.example.org/articles/" + feed + "/";
        var entry = entry("One");
        assertThat(entry.content())
                .contains(
                        "\"https://example.org/img/a.png\"",
                        "\"https://example.org/b\"",
                        "\"https://cdn.example/c\"",
                        "\"" + page + "d\"");
        assertThat(entry.image()).isEqualTo("https://example.org/img/lead.png");
        assertThat(entry.enclosures().getFirst().url()).isEqualTo("https://example.org/audio/x.mp3");
        assertThat(service.get("/articles/" + feed + "/a").body())
                .contains("\"https://example.org/img/a.png\"", "\"https://example.org/b\"");

        save(file, article("One", "[b](/b)", "link: https://other.example/x/y"));
        soon(() -> assertThat(entry("One").content()).contains("\"https://other.example/b\""));
    }
}
