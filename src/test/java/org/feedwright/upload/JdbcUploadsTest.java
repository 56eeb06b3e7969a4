package org.feedwright.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.testing.StoreContract;
import org.feedwright.upload.JdbcUploads.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class JdbcUploadsTest extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.437Z");
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName OTHER = new FeedName("other");

    private JdbcUploads uploads;
    private JdbcUnfinishedUploads unfinished;

    @BeforeEach
    void empty() {
        uploads = new JdbcUploads(store.jdbc());
        unfinished = new JdbcUnfinishedUploads(store.jdbc(), new NamedParameterJdbcTemplate(store.dataSource()));
        Stream.of("upload", "upload_part")
                .forEach(table -> store.jdbc().sql("delete from " + table).update());
    }

    @Test
    void growsByPartsThatGoOnWhereTheLastOneEnded() {
        var upload = begin("1", NEWS, "a.png", null);

        assertThat(append(upload, 0, "ab")).isTrue();
        assertThat(append(upload, 0, "ab")).as("sent again").isFalse();
        assertThat(append(upload, 1, "b")).isFalse();
        assertThat(append(upload, 3, "d")).isFalse();
        assertThat(append(upload, 2, "c")).isTrue();
        assertThat(unfinished.find("1")).contains(new UnfinishedUpload("1", NEWS, "a.png", 3, null));

        assertThat(finish("1", 2)).as("more has come").isFalse();
        assertThat(finish("1", 3)).isTrue();
        assertThat(unfinished.find("1")).isEmpty();
        assertThat(append(upload, 3, "d")).as("it is complete").isFalse();
        assertThat(finish("1", 3)).isFalse();
    }

    @Test
    void knowsWhatIsToComeOnceItIsSaid() {
        var upload = begin("1", NEWS, "a.png", 5L);
        assertThat(unfinished.find("1")).contains(upload);

        begin("2", NEWS, "b.png", null);
        unfinished.append(new UnfinishedUpload("2", NEWS, "b.png", 0, 7L), List.of(part(0, "x")), 1, NOW);
        assertThat(unfinished.find("2")).contains(new UnfinishedUpload("2", NEWS, "b.png", 1, 7L));
        assertThat(unfinished.count()).isEqualTo(2);
    }

    @Test
    void lastFinishedIsWhatItsNameMeansInItsFeed() {
        whole("1", NEWS, "a.png", "one");
        whole("2", OTHER, "a.png", "two");
        whole("3", NEWS, "b.png", "three");
        whole("4", NEWS, "a.png", "four");
        begin("5", NEWS, "a.png", null);

        assertThat(current(NEWS, "a.png")).isEqualTo("4");
        assertThat(current(OTHER, "a.png")).isEqualTo("2");
        assertThat(current(NEWS, "b.png")).isEqualTo("3");
        assertThat(uploads.current(OTHER, "b.png")).isEmpty();
        assertThat(uploads.finished("1")).as("still served").isPresent();
        assertThat(uploads.finished("5")).isEmpty();
        assertThat(uploads.list(NEWS, "", 9)).extracting(UploadedFile::id).containsExactly("4", "3");
        assertThat(uploads.list(NEWS, "", 1)).extracting(UploadedFile::id).containsExactly("4");
        assertThat(uploads.list(NEWS, "a.png", 9)).extracting(UploadedFile::id).containsExactly("3");
        assertThat(uploads.unused(NEWS, "a.png")).containsExactly("1");
        assertThat(uploads.unused(OTHER, "a.png")).isEmpty();
    }

    @Test
    void isInUseWhileAnArticleHasIt() {
        whole("1", NEWS, "a.png", "one");
        whole("2", NEWS, "a.png", "two");
        whole("3", NEWS, "a.png", "three");
        has("live", "PUBLISHED", "1/a.png");
        has("gone", "WITHDRAWN", "2/a.png");

        assertThat(uploads.withEarlier(NEWS, "a.png")).containsExactly(new Slug("live"));
        assertThat(uploads.unused(NEWS, "a.png")).containsExactly("2");
    }

    @Test
    void isAbandonedWhenNothingHasComeForLong() {
        begin("1", NEWS, "a.png", null);
        var upload = begin("2", NEWS, "b.png", null);
        unfinished.append(upload, List.of(part(0, "x")), 1, NOW.plusMillis(1));
        whole("3", NEWS, "c.png", "three");

        assertThat(unfinished.abandoned(NOW)).isEmpty();
        assertThat(unfinished.abandoned(NOW.plusMillis(1))).containsExactly("1");
        assertThat(unfinished.abandoned(NOW.plusMillis(2))).containsExactlyInAnyOrder("1", "2");

        uploads.remove("2");
        assertThat(unfinished.find("2")).isEmpty();
        assertThat(uploads.parts("2", 0)).isEmpty();
    }

    @Test
    void isReadFromAnywhere() throws IOException {
        var upload = begin("1", NEWS, "a.bin", null);
        var whole = new StringBuilder();
        for (int number = 0; number < 20; number++) { // more parts than are read at once
            String text = String.valueOf((char) ('a' + number)).repeat(3);
            append(new UnfinishedUpload("1", NEWS, "a.bin", 3L * number, null), 3L * number, text);
            whole.append(text);
        }
        assertThat(upload.offset()).isZero();

        for (int from : IntStream.rangeClosed(0, 60).toArray()) {
            try (var bytes = new UploadedBytes(uploads, "1", 60)) {
                assertThat(bytes.skip(from)).isEqualTo(from);
                assertThat(new String(bytes.readAllBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo(whole.substring(from));
            }
        }
        try (var bytes = new UploadedBytes(uploads, "1", 60)) {
            assertThat(bytes.skip(100)).isEqualTo(60);
            assertThat(bytes.skip(-1)).isZero();
            assertThat(bytes.read()).isEqualTo(-1);
        }
        try (var bytes = new UploadedBytes(uploads, "1", 60)) {
            assertThat(bytes.read()).isEqualTo('a');
            uploads.remove("1");
            bytes.skip(50);
            assertThatThrownBy(bytes::read).isInstanceOf(EOFException.class);
        }
    }

    private UnfinishedUpload begin(String id, FeedName feed, String name, @Nullable Long total) {
        var upload = new UnfinishedUpload(id, feed, name, 0, total);
        unfinished.begin(upload, NOW);
        return upload;
    }

    private boolean append(UnfinishedUpload upload, long at, String text) {
        return unfinished.append(upload.at(at), List.of(part(at, text)), at + text.length(), NOW);
    }

    private static Part part(long starts, String text) {
        return new Part(starts, text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean finish(String id, long length) {
        return unfinished.finish(new UnfinishedUpload(id, NEWS, "a.png", length, null), "00", NOW);
    }

    private void whole(String id, FeedName feed, String name, String text) {
        var upload = begin(id, feed, name, null);
        append(upload, 0, text);
        assertThat(unfinished.finish(upload.at(text.length()), text, NOW)).isTrue();
    }

    private String current(FeedName feed, String name) {
        return uploads.current(feed, name).orElseThrow().id();
    }

    private void has(String slug, String state, String path) {
        store.jdbc()
                .sql("insert into article (id, feed, slug, state, published, updated, text)"
                        + " values (:slug, 'news', :slug, :state, 0, 0, '{}')")
                .param("slug", slug)
                .param("state", state)
                .update();
        store.jdbc()
                .sql("insert into article_media (article, feed, path, type) values (:slug, 'news', :path, 'a/b')")
                .param("slug", slug)
                .param("path", path)
                .update();
    }
}
