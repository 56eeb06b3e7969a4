package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Manuscripts.article;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives a killed process, and what was half done has not happened. */
class DurabilityTest {
    private static final int BATCH = 40;

    @Test
    @Timeout(120)
    void keepsWhatWasAcknowledgedAndNothingByHalves(@TempDir Path directory) throws Exception {
        var acknowledged = publishUntilKilled(directory, 150);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(150);

        try (var store = Store.sqlite(directory)) {
            for (String id : acknowledged) {
                assertThat(store.articles().find(new ArticleId(id))).isPresent();
            }
            for (int round = 0; round <= acknowledged.size(); round++) {
                assertThat(count(store, batch(round))).isIn(0, BATCH);
            }
            var another = store.publishing().publish(article("after").done());
            assertThat(store.articles().find(another.id())).hasValue(another);
            assertThat(store.jdbc()
                            .sql("pragma integrity_check")
                            .query(String.class)
                            .single())
                    .isEqualTo("ok");
        }
    }

    private static int count(Store store, FeedName feed) {
        return store.jdbc()
                .sql("select count(*) from article where feed = ?")
                .param(feed.value())
                .query(Integer.class)
                .single();
    }

    private static List<String> publishUntilKilled(Path directory, int count) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publisher.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var acknowledged = new ArrayList<String>();
        try (var output = process.inputReader()) {
            String line;
            while ((line = output.readLine()) != null) {
                if (line.startsWith("stored ")) {
                    acknowledged.add(line.substring("stored ".length()));
                }
                if (acknowledged.size() == count) {
                    process.toHandle().destroyForcibly(); // SIGKILL; what it had printed before is still read
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private static FeedName batch(int round) {
        return new FeedName("batch-" + round);
    }

    /** Publishes for ever: an article, then a batch in one transaction, and says each id once it is stored. */
    static final class Publisher {
        private Publisher() {}

        public static void main(String[] arguments) {
            try (var store = Store.sqlite(Path.of(arguments[0]))) {
                for (int round = 0; ; round++) {
                    acknowledge(store.publishing()
                            .publish(article("a" + round).in("single").done()));
                    var stored = new ArrayList<Article>();
                    String feed = batch(round).value();
                    store.transact(() -> {
                        for (int i = 0; i < BATCH; i++) {
                            stored.add(store.publishing()
                                    .publish(article("b" + i).in(feed).done()));
                        }
                    });
                    stored.forEach(Publisher::acknowledge);
                }
            }
        }

        private static void acknowledge(Article article) {
            System.out.println("stored " + article.id());
            System.out.flush();
        }
    }
}
