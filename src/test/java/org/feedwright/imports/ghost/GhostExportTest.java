package org.feedwright.imports.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.feedwright.article.FeedName;
import org.feedwright.imports.Import;
import org.feedwright.imports.ImportReport;
import org.feedwright.imports.ImportTarget;
import org.feedwright.imports.ImportedMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GhostExportTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Path EXPORT = Path.of("src/test/resources/imports/ghost.json");
    private static final GhostOptions USUAL = new GhostOptions("https://still.example/", false, false);

    @TempDir
    private Path folder;

    private ImportReport run(Path export, GhostOptions options) throws IOException {
        return Import.run(
                new GhostExport(export, options),
                new ImportTarget(folder, new FeedName("still"), false),
                ImportedMedia.left(),
                NOW,
                _ -> {});
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("still").resolve(name));
    }

    @Test
    void keepsWhatReadersKnowOfAPost() throws IOException {
        run(EXPORT, USUAL);

        assertThat(file("2024-02-03-slack-water.html")).isEqualTo("""
                ---
                title: Slack water & stillness
                published: 2024-02-03T09:30:00Z
                id: 5f1a2b3c4d5e6f7081920a01
                aliases:
                - /slack-water/
                authors:
                - name: Ann Tide
                  uri: https://ann.example/
                - Bob Ebb
                categories:
                - Water
                - Air
                summary: Nothing moves.
                image:
                  url: https://still.example/content/images/2024/lead.jpg
                  alt: Still water
                ---
                <p>See <a href="https://still.example/ebb/">ebb</a>.</p>
                <!--kg-card-begin: html-->
                <img src="https://still.example/content/images/slack.jpg" alt="">
                <!--kg-card-end: html-->
                """);
        assertThat(file("feed.yaml")).isEqualTo("""
                title: Still Waters
                subtitle: Slowly
                home: https://still.example/
                language: en
                zone: Europe/Oslo
                formerly-at:
                - /rss/
                """);
    }

    @Test
    void neverPublishesWhatIsNotForEveryone() throws IOException {
        run(EXPORT, USUAL);

        try (var files = Files.list(folder.resolve("still"))) {
            var secrets = files.filter(file -> file.toString().endsWith(".html"))
                    .map(GhostExportTest::read)
                    .filter(text -> text.contains("Secret"))
                    .toList();
            assertThat(secrets).hasSize(8).allMatch(text -> text.contains("\ndraft: true\n"));
        }
        assertThat(file("2024-02-12-gated.html")).endsWith("---\n<p>All.</p><p>End.</p><p>Strangers</p>\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsWhatItLeavesOut() throws IOException {
        var report = run(EXPORT, USUAL);

        assertThat(report.lines())
                .contains(
                        "published: 2",
                        "scheduled: 1",
                        "drafts: 9",
                        "ids kept: 12",
                        "not taken; internal tags: 2, pages (--pages takes them): 1")
                .containsSequence("drafts, because they are for members only:", "  2024-02-04-members.html")
                .containsSequence("drafts, because they are for paying members only:", "  2024-02-05-paid.html")
                .containsSequence(
                        "drafts, because they are for some members only:",
                        "  2024-02-06-tiers.html",
                        "  2024-02-14-one-tier.html")
                .containsSequence("drafts, because their visibility there is 'label:vip':", "  2024-02-07-unknown.html")
                .containsSequence(
                        "drafts, because they were sent by e-mail only:",
                        "  2024-02-08-mail.html",
                        "  2024-02-09-mail-only.html")
                .containsSequence("with parts for members only, which are left out:", "  2024-02-12-gated.html")
                .anyMatch(line -> line.startsWith("drafts without a text"));
    }

    @Test
    void linksToWhereAPostWasFirst() throws IOException {
        run(EXPORT, USUAL);

        assertThat(file("2027-02-10-next-year.html")).contains("link: https://elsewhere.example/next\n");
    }

    @Test
    void writesAddressesFromTheRootWhereNobodySaysWhereTheSiteIs() throws IOException {
        var report = run(EXPORT, new GhostOptions(null, false, false));

        assertThat(file("2024-02-03-slack-water.html"))
                .contains("<a href=\"/ebb/\">")
                .doesNotContain("__GHOST");
        assertThat(report.lines()).anyMatch(line -> line.contains("--home https://… says it"));
    }

    @Test
    void takesPagesAndMailWhereItIsTold() throws IOException {
        run(EXPORT, new GhostOptions("https://still.example/log", true, true));

        assertThat(file("2024-02-13-about.html")).contains("- /log/about/\n");
        assertThat(file("2024-02-03-slack-water.html")).contains("  email: ann@ghost.example\n");
    }

    @Test
    void readsTheOldestShape() throws IOException {
        Path old = Files.writeString(folder.resolve("old.json"), """
                {"data": {"posts": [{"id": 3, "uuid": "8e8a1f5c-0001-4bd1-9d5e-7c0f5a1b2c3d", "title": "Old", "slug": "old",
                 "markdown": "*Hello*", "html": null, "status": "published", "page": 0, "author_id": 1,
                 "published_at": 1400000000000},
                 {"id": 4, "uuid": "8e8a1f5c-0002-4bd1-9d5e-7c0f5a1b2c3d", "title": "Page", "slug": "page", "page": 1,
                 "status": "published", "published_at": "2014-05-13 16:53:20"}],
                 "users": [{"id": 1, "name": "Ann"}], "settings": [{"key": "title", "value": "Old"}]}}
                """);
        run(old, USUAL);

        assertThat(file("2014-05-13-old.md")).isEqualTo("""
                ---
                title: Old
                published: 2014-05-13T16:53:20Z
                id: 8e8a1f5c-0001-4bd1-9d5e-7c0f5a1b2c3d
                aliases:
                - /old/
                authors:
                - Ann
                ---
                *Hello*
                """);
    }

    @Test
    void readsWhatOlderAndDamagedExportsSay() throws IOException {
        Path export = Files.writeString(folder.resolve("one.json"), """
                {"data": {"settings": [{"key": "title", "value": "Old"}, {"key": "active_timezone", "value": "Europe/Oslo"}],
                 "posts": [{"id": "a", "title": "Mail", "slug": "mail", "html": "<p>x</p>", "status": "published",
                 "published_at": "2024-01-02 03:04:05", "email_only": 1},
                 {"id": "b", "title": "Draft", "slug": "draft", "html": "<p>x</p>", "status": "draft",
                 "created_at": "2024-01-03T00:00:00Z", "updated_at": "2024-02-03T00:00:00Z"},
                 {"id": "c", "title": "Parts", "slug": "parts", "status": "published", "published_at": "2024-01-04T00:00:00Z",
                 "html": "<p>1</p><!--kg-gated-block:begin nonMember: true memberSegment:x--><p>2</p><!--kg-gated-block:end--><p>3</p>\
                <!--kg-gated-block:begin nonMember:false--><p>Members</p>"}]}}
                """);
        run(export, USUAL);

        assertThat(file("feed.yaml")).contains("zone: Europe/Oslo\n");
        assertThat(file("2024-01-02-mail.html")).contains("draft: true\n", "published: 2024-01-02T03:04:05Z\n");
        assertThat(file("2024-01-03-draft.html")).contains("draft: true\n", "published: 2024-01-03T00:00:00Z\n");
        assertThat(file("2024-01-04-parts.html")).endsWith("---\n<p>1</p><p>2</p><p>3</p>\n");
    }

    @Test
    void keepsTheTextBelowTheLeadPictureAndTellsOfCode() throws IOException {
        Path export = Files.writeString(folder.resolve("one.json"), """
                {"data": {"posts": [{"id": "a", "title": "One", "slug": "one", "html": "<p>x</p>", "status": "published",
                 "published_at": "2024-01-02T03:04:05.678Z", "feature_image": "https://still.example/a.jpg",
                 "codeinjection_foot": "<script>x</script>"}],
                 "posts_meta": [{"post_id": "a", "feature_image_caption": "Photo by <a href='https://ann.example'>Ann</a>"}]}}
                """);
        var report = run(export, USUAL);

        assertThat(file("2024-01-02-one.html"))
                .contains("published: 2024-01-02T03:04:05.678Z\n")
                .contains("image:\n  url: https://still.example/a.jpg\n  caption: Photo by Ann\n");
        assertThat(report.problems()).isEmpty();
        assertThat(report.lines())
                .containsSequence(
                        "with a text below the lead picture, which the file has, and which feeds do not show:",
                        "  2024-01-02-one.html",
                        "with code of their own for the page (code injection), which is left out:",
                        "  2024-01-02-one.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "{\"db\": []}", "{\"db\": [{\"data\": {\"posts\": 3}}]}", "{\"db\": [", ""})
    void refusesWhatIsNoExport(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("export.json"), json);

        assertThatThrownBy(() -> new GhostExport(file, USUAL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("export.json");
    }
}
