package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.feedwright.testing.StoreContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcLibraryConnectionsTest extends StoreContract {
    private DataSource source;

    @BeforeEach
    void open() {
        source = new JdbcLibraryConnections((JdbcPool) store.dataSource(), store.transactions()).source();
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into former_name (name, feed) values ('" + name + "', 'news')")) {
            statement.executeUpdate();
        }
    }

    private List<@Nullable String> stored() {
        return store.jdbc()
                .sql("select name from former_name order by name")
                .query(String.class)
                .list();
    }

    @Test
    void storeWhatTheLibraryCommitsAndNothingElse() throws SQLException {
        try (var connection = source.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            insert(connection, "a");
            connection.commit();
            insert(connection, "b");
            connection.rollback();
            insert(connection, "c");
            connection.commit();
            insert(connection, "d");
        }

        assertThat(stored()).containsExactly("a", "c");
    }

    @Test
    void belongToATransactionOfOursWhichTheLibraryDoesNotEnd() {
        assertThatThrownBy(() -> store.transact(() -> {
                    try (var connection = source.getConnection()) {
                        assertThat(connection.getAutoCommit()).isTrue();
                        insert(connection, "a");
                        connection.commit();
                        connection.setAutoCommit(false);
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                    assertThat(stored()).containsExactly("a");
                    throw new IllegalStateException("it ends otherwise");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stored()).isEmpty();

        store.transact(() -> {
            try (var connection = source.getConnection()) {
                insert(connection, "b");
                connection.rollback();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(stored()).containsExactly("b");
    }
}
