package org.feedwright.search;

import java.util.List;
import java.util.function.LongConsumer;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.ArticleIndex;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills an empty search index from the articles of a store that came without one. */
@Lazy
@Component
public class JdbcIndexRebuild {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Articles articles;
    private final ArticleIndex index;
    private final Transactions transactions;

    JdbcIndexRebuild(JdbcClient jdbc, Articles articles, ArticleIndex index, Transactions transactions) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.index = index;
        this.transactions = transactions;
    }

    /**
     * Makes the index of all published articles anew.
     *
     * @param progress is told now and then how many articles are done
     */
    public void run(LongConsumer progress) {
        long done = 0;
        for (var batch = published("");
                !batch.isEmpty();
                batch = published(batch.getLast().value())) {
            var found = articles.find(batch);
            transactions.write(() -> index.note(found));
            done += batch.size();
            progress.accept(done);
        }
    }

    private List<ArticleId> published(String last) {
        return jdbc.sql("select id from article where state = 'PUBLISHED' and id > :last order by id limit :count")
                .param("last", last)
                .param("count", BATCH)
                .query((row, _) -> new ArticleId(row.getString(1)))
                .list();
    }
}
