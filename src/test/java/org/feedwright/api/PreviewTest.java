package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Articles before readers see them, over real HTTP and on both databases. */
class PreviewTest extends ApiFeedTest {
    private static final String[] TABLES = {"article", "place", "api_article", "mark"};
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    private static final String DRAFT =
            "{\"title\": \"Snow\", \"draft\": true, \"body\": {\"markdown\": \"It *snows* flakes.\"}}";

    @Override
    void write(Path folder) throws IOException {
        var bundle = Files.createDirectories(folder.resolve("files/draft"));
        Files.writeString(folder.resolve("files/feed.yaml"), "title: Files\n");
        Files.write(bundle.resolve("a picture.png"), PICTURE);
        Files.writeString(
                bundle.resolve("index.md"),
                "---\ntitle: A draft\npublished: 2026-05-30\ndraft: true\n---\n![seen](<a picture.png>)\n");
    }

    private HttpResponse<String> preview(String article, String... fields) {
        return service.send("POST", articles + "/preview", article, fields);
    }

    private HttpResponse<String> read(String path) {
        return service.get(path, "Authorization", "");
    }

    /** The path of the secret address that an answer names. */
    private static String secret(JsonNode stored) {
        return URI.create(stored.get("preview").stringValue()).getRawPath();
    }

    private String draft(String slug) {
        return secret(json(service.put(articles + "/" + slug, DRAFT)).get("stored"));
    }

    private static String part(String document, String begin, String end) {
        var part = Pattern.compile("(?s)" + begin + ".*" + end).matcher(document);
        assertThat(part.find()).as(document).isTrue();
        return part.group();
    }

    @Test
    void showsExactlyWhatReadersSeeOnceItIsPublished() {
        String article = """
                {"slug": "rain", "title": "Rain <&> \\uD83C\\uDF27", "highlights": ["It rained"], "authors": ["Ann"],
                 "disclaimer": "No advice.", "body": {"markdown": "It *rained*. [More](/more)"}}""";

        var shown = json(preview(article)).get("shown");
        service.put(articles + "/rain", article);

        assertThat(part(shown.get("atom").stringValue(), "<entry", "</entry>"))
                .isEqualTo(part(read("/feeds/" + feed + ".atom").body(), "<entry", "</entry>"));
        assertThat(part(shown.get("rss").stringValue(), "<item", "</item>"))
                .isEqualTo(part(read("/feeds/" + feed + ".rss").body(), "<item", "</item>"));
        assertThat(ApiService.JSON.readTree(shown.get("json").stringValue()).get("items"))
                .isEqualTo(json(read("/feeds/" + feed + ".json")).get("items"));
        assertThat(shown.get("page").stringValue())
                .isEqualTo(read("/articles/" + feed + "/rain").body());
    }

    @Test
    void storesNothingAndChangesNoPoll() {
        service.put(articles + "/rain", "{\"title\": \"Rain\"}");
        String tag = field(read("/feeds/" + feed + ".atom"), "ETag");
        var rows = rows();

        var answer = preview("{\"slug\": \"sun\", \"title\": \"Sun\"}");
        var revised = preview("{\"slug\": \"rain\", \"title\": \"Much rain\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(json(revised).get("id").stringValue()).endsWith(feed + "/rain");
        assertThat(json(revised).at("/shown/atom").stringValue()).contains("Much rain");
        assertThat(rows()).isEqualTo(rows);
        assertThat(field(read("/feeds/" + feed + ".atom"), "ETag")).isEqualTo(tag);
        assertThat(service.polled(feed)).containsExactly("Rain");
        assertThat(service.get(articles + "/sun").statusCode()).isEqualTo(404);
    }

    /** The rows of the tables in which publishing writes, and the feed's revision. */
    private List<Long> rows() {
        var counts = new ArrayList<Long>();
        for (String table : TABLES) {
            counts.add(service.jdbc()
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single());
        }
        counts.add(service.jdbc()
                .sql("select revision from feed where name = :name")
                .param("name", feed)
                .query(Long.class)
                .single());
        return counts;
    }

    @Test
    void tellsWarningsAndRefusesWhatPublishingWouldRefuse() {
        service.put(articles + "/rain", "{\"title\": \"Rain\", \"id\": \"urn:x:" + feed + "\"}");

        assertThat(json(preview("{\"title\": \"A\", \"sumary\": \"x\"}"))
                        .at("/warnings/0/pointer")
                        .stringValue())
                .isEqualTo("#/sumary");
        var wrong = preview("{\"title\": \"A\", \"sumary\": \"x\", \"published\": \"06.05.2013\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/errors/0/pointer").stringValue()).isEqualTo("#/published");
        assertThat(json(wrong).at("/warnings/0/pointer").stringValue()).isEqualTo("#/sumary");
        assertThat(preview("{\"title\": \"A\", \"id\": \"urn:x:" + feed + "\"}").statusCode())
                .isEqualTo(409);
        assertThat(preview("{\"slug\": \"no slug\", \"title\": \"A\"}").statusCode())
                .isEqualTo(422);
        assertThat(service.send(
                                "POST",
                                "/api/v1/feeds/files/articles/preview",
                                "{\"slug\": \"draft\", \"title\": \"A\"}")
                        .body())
                .contains("draft/index.md");
    }

    @Test
    void isForThoseWhoMayPublish() {
        assertThat(preview("{\"title\": \"A\"}", "Authorization", "Bearer " + service.reader())
                        .statusCode())
                .isEqualTo(403);
        assertThat(preview("{\"title\": \"A\"}", "Authorization", "Bearer " + service.publisher(feed))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesANewArticleAnAddressThatNoneHas() {
        service.put(articles + "/heavy-rain", "{\"title\": \"Heavy rain\"}");

        assertThat(json(preview("{\"title\": \"Heavy rain\"}")).get("slug").stringValue())
                .isEqualTo("heavy-rain-2");
        assertThat(json(preview("{\"title\": \"!?\"}")).get("slug").stringValue())
                .isEqualTo("preview");
    }

    @Test
    void leavesItsAddressToAnArticleOfThatName() {
        assertThat(service.put(articles + "/preview", "{\"title\": \"A\"}").statusCode())
                .isEqualTo(201);
        assertThat(service.get(articles + "/preview").statusCode()).isEqualTo(200);
        assertThat(service.send("POST", articles + "/other", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void showsADraftAtASecretAddressThatNobodyKeepsOrLists() {
        var page = read(draft("snow"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("It <em>snows</em> flakes.", "Preview.", "8 June 2026, 12:00 UTC")
                .contains("<meta name=\"robots\" content=\"noindex, nofollow, noarchive\">")
                .doesNotContain("rel=\"canonical\"", "og:");
        assertThat(field(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(field(page, "X-Robots-Tag")).startsWith("noindex");
        assertThat(field(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().firstValue("ETag")).isEmpty();
        for (String path : List.of(
                "/feeds/" + feed + ".atom",
                "/feeds/" + feed,
                "/feeds/all.json?q=flakes",
                "/sitemap-" + feed + "-1.xml",
                "/")) {
            assertThat(read(path).body()).as(path).doesNotContain("snow", "Snow", "/preview/");
        }
        assertThat(read("/articles/" + feed + "/snow").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAScheduledArticleUntilItAppears() {
        var written = service.put(articles + "/later", "{\"title\": \"Later\", \"published\": \"2026-06-03\"}");
        String secret = secret(json(written).get("stored"));
        assertThat(read(secret).body()).contains("Later", "Preview.");

        service.clock().advance(Duration.ofDays(2));

        var moved = read(secret);
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(field(moved, "Location")).isEqualTo("https://feeds.example.org/articles/" + feed + "/later");
        assertThat(field(moved, "Cache-Control")).isEqualTo("no-store");
        assertThat(service.get(articles + "/later").body()).doesNotContain("/preview/");
    }

    @Test
    void leadsOnOnceTheDraftIsPublishedAndIsGoneOnceItIsWithdrawn() {
        String secret = draft("snow");

        service.patch(articles + "/snow", "{\"draft\": null}");
        assertThat(read(secret).statusCode()).isEqualTo(302);
        service.send("DELETE", articles + "/snow", null);
        var gone = read(secret);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).doesNotContain("Snow");
    }

    @Test
    void endsAtAWholeSecond() {
        var end = ApiService.START.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(7));
        String secret = draft("frost");

        service.clock().set(end.minusMillis(1));
        assertThat(read(secret).statusCode()).isEqualTo(200);
        service.clock().set(end);
        assertThat(read(secret).statusCode()).isEqualTo(404);
    }

    @Test
    void endsWithItsTime() {
        String secret = draft("snow");
        service.clock().advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(read(secret).statusCode()).isEqualTo(200);

        service.clock().advance(Duration.ofSeconds(1));

        assertThat(read(secret).statusCode()).isEqualTo(404);
        assertThat(read(secret(json(service.get(articles + "/snow")).get("stored")))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Where one bit of the signature, the time or the id differs, nothing tells that there is an article. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 41, 45, 50, 60, 75})
    void revealsNothingAtAForgedAddress(int character) {
        String secret = draft("snow");
        int at = "/preview/".length() + character;
        String forged = secret.substring(0, at) + (secret.charAt(at) == 'A' ? 'B' : 'A') + secret.substring(at + 1);

        var answer = service.get(forged, "Authorization", "", "Sec-Fetch-Dest", "document", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(service.get("/nothing", "Sec-Fetch-Dest", "document", "Accept", "text/html")
                        .body());
        assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({"/preview/", "/preview/A", "/preview/%2F", "/preview/AAAA.BBBB", "/preview"})
    void revealsNothingAtAnAddressOfAnotherForm(String path) {
        assertThat(read(path).statusCode()).isIn(404, 400);
    }

    /** A state is the same whenever it is asked for, though the secret address is another each time. */
    @Test
    void countsNoSecretAddressInTheTag() {
        service.put(articles + "/snow", DRAFT);
        var first = service.get(articles + "/snow");
        service.clock().advance(Duration.ofMinutes(5));

        var later = service.get(articles + "/snow");
        assertThat(later.body()).isNotEqualTo(first.body());
        assertThat(field(later, "ETag")).isEqualTo(field(first, "ETag"));
        assertThat(service.patch(articles + "/snow", "{\"title\": \"Sleet\"}", "If-Match", field(first, "ETag"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesTheSecretAddressWhereverDraftsAreNamed() {
        var batch = service.send(
                "POST", articles, "{\"articles\": [{\"slug\": \"a\", \"title\": \"A\", \"draft\": true}]}");

        assertThat(read(secret(json(batch).at("/articles/0"))).statusCode()).isEqualTo(200);
        assertThat(read(secret(json(service.get(articles)).at("/articles/0"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsTheFilesOfADraftAtItsSecretAddressOnly() {
        await().until(() -> service.get("/api/v1/feeds/files/articles/draft").statusCode() == 200);
        String secret =
                secret(json(service.get("/api/v1/feeds/files/articles/draft")).get("stored"));

        String picture = picture(secret);
        assertThat(picture).startsWith(secret + "/media/files/");
        var file = read(picture);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(field(file, "Content-Type")).isEqualTo("image/png");
        assertThat(field(file, "Content-Length")).isEqualTo(String.valueOf(PICTURE.length));
        assertThat(field(file, "Cache-Control")).isEqualTo("no-store");
        assertThat(field(file, "X-Robots-Tag")).startsWith("noindex");
        assertThat(service.get(picture, "Range", "bytes=0-1").statusCode()).isEqualTo(206);
        assertThat(read("/media/files/draft/a%20picture.png").statusCode()).isEqualTo(404);
        assertThat(read(secret + "/media/files/draft/index.md").statusCode()).isEqualTo(404);
        assertThat(read(secret + "/media/files/feed.yaml").statusCode()).isEqualTo(404);

        service.clock().advance(Duration.ofDays(8));
        assertThat(read(picture).statusCode()).isEqualTo(404);
    }

    /** The path of the picture on a page. */
    private String picture(String page) {
        var picture = Pattern.compile("src=\"https://feeds.example.org(/[^\"]*png)\"")
                .matcher(read(page).body());
        assertThat(picture.find()).isTrue();
        return picture.group(1);
    }

    @Test
    void showsTheSentFilesOfADraftThere() {
        service.sendBytes("PUT", "/api/v1/feeds/" + feed + "/media/photo.png", PICTURE);
        String secret = secret(json(service.put(
                        articles + "/snow",
                        "{\"title\": \"Snow\", \"draft\": true, \"body\": {\"markdown\": \"![seen](photo.png)\"}}"))
                .get("stored"));

        String picture = picture(secret);
        assertThat(picture).startsWith(secret + "/media/" + feed + "/").endsWith("/photo.png");
        assertThat(read(picture).statusCode()).isEqualTo(200);
        for (var answer : List.of(
                read(picture),
                service.get(picture, "Range", "bytes=99-"),
                service.get(picture, "If-Match", "\"other\""))) {
            assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(field(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        }

        service.send("DELETE", articles + "/snow", null);
        assertThat(read(picture).statusCode()).isEqualTo(404);
    }
}
