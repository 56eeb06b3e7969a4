package org.feedwright.store.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.feedwright.testing.Manuscripts.article;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL that both want to look after the folder. */
class LeaseTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Store one;
    private Store other;

    @BeforeEach
    void openTwo() {
        String database = Postgres.freshDatabase();
        one = Store.postgres(database);
        one.lease().seek();
        await().atMost(SOON).until(() -> one.lease().term() != Lease.NONE);
        other = Store.postgres(database);
        other.lease().seek();
    }

    @AfterEach
    void close() {
        other.close();
        one.close();
    }

    @Test
    void belongsToOneForAsLongAsItRenewsIt() {
        long term = one.lease().term();

        await().during(Duration.ofSeconds(4))
                .atMost(SOON)
                .until(() -> one.lease().term() == term && other.lease().term() == Lease.NONE);
    }

    @Test
    void belongsToTheOtherWhenItIsGivenUp() {
        long term = one.lease().term();
        one.lease().giveUp();

        await().atMost(SOON).until(() -> other.lease().term() > term);
        assertThat(one.lease().term()).isEqualTo(Lease.NONE);
    }

    /** And not only when it has run out. */
    @Test
    void isFreeAsSoonAsItIsGivenUp() {
        one.lease().giveUp();
        one.jdbc()
                .sql("update lease set until = until + 3600000 where holder is null")
                .update();

        await().atMost(SOON).until(() -> other.lease().term() != Lease.NONE);
    }

    @Test
    void isGivenUpByNobodyElse() {
        other.lease().giveUp();

        assertThat(one.jdbc()
                        .sql("select count(*) from lease where holder is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void undoesWhatIsStoredByOneThatHasLostItWithoutKnowing() {
        long term = one.lease().term();
        other.lease().giveUp();

        assertThatThrownBy(() -> one.lease().during(term, () -> {
                    one.publishing().publish(article("before").in("news").done());
                    return one.transactions().write(() -> {
                        var article = one.publishing()
                                .publish(article("late").in("news").done());
                        takeOver();
                        return article;
                    });
                }))
                .isInstanceOf(Lease.Lost.class);

        assertThat(find("before")).isPresent();
        assertThat(find("late")).isEmpty();
        assertThat(one.lease().term()).isEqualTo(Lease.NONE);
        one.publishing().publish(article("api").in("news").done()); // what does not come from the folder needs no lease
        assertThat(find("api")).isPresent();
    }

    @Test
    void isNotTakenBeforeTheTransactionHasEndedThatWasFoundToHaveIt() throws SQLException {
        other.lease().giveUp();
        try (var connection = one.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from lease for share"); // as at the end of a transaction
            one.lease().giveUp(); // waits for it, and gives up waiting
            other.lease().seek();
            await().during(Duration.ofSeconds(1)).until(() -> other.lease().term() == Lease.NONE);
            connection.rollback();
        }

        await().atMost(SOON).until(() -> other.lease().term() != Lease.NONE);
    }

    private Optional<?> find(String slug) {
        return other.articles().find(new FeedName("news"), new Slug(slug));
    }

    private void takeOver() {
        other.jdbc().sql("update lease set holder = 'another', term = term + 1").update();
    }
}
