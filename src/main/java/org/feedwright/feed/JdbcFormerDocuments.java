package org.feedwright.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses on this host at which readers had feeds before, in SQLite or PostgreSQL. */
@Repository
public class JdbcFormerDocuments {
    private final JdbcClient jdbc;

    JdbcFormerDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What readers had at an address, in the feed's present name. */
    public record Document(FeedName feed, String extension) {}

    /**
     * The feed to which an address leads; empty if none does that readers can see or could see.
     *
     * @param addresses ways to ask for it, the most exact one first
     */
    public Optional<Document> find(List<String> addresses) {
        return addresses.stream()
                .flatMap(address -> jdbc
                        .sql("""
                                select d.feed, d.extension from former_document d
                                join feed f on f.name = d.feed and f.opened is not null where d.address = :address
                                """)
                        .param("address", address)
                        .query((row, _) ->
                                new Document(new FeedName(row.getString("feed")), row.getString("extension")))
                        .optional()
                        .stream())
                .findFirst();
    }

    /** Every address, with what readers had there. */
    public Map<String, Document> all() {
        var all = new HashMap<String, Document>();
        jdbc.sql("""
                        select d.address, d.feed, d.extension from former_document d
                        join feed f on f.name = d.feed and f.opened is not null
                        """).query(row -> {
            all.put(
                    row.getString("address"),
                    new Document(new FeedName(row.getString("feed")), row.getString("extension")));
        });
        return all;
    }

    /** The feeds that claimed addresses first, whether readers can see them or not, by address. */
    public Map<String, FeedName> holders() {
        var holders = new HashMap<String, FeedName>();
        jdbc.sql("select address, feed from former_document").query(row -> {
            holders.put(row.getString("address"), new FeedName(row.getString("feed")));
        });
        return holders;
    }

    /** Gives a feed these addresses and no others, without those that other feeds claim. */
    public void claim(FeedName feed, List<FormerDocument> documents, Addresses addresses, @Nullable String home) {
        jdbc.sql("delete from former_document where feed = :feed")
                .param("feed", feed.value())
                .update();
        for (var document : documents) {
            addresses
                    .local(document.address(), home)
                    .ifPresent(address -> jdbc.sql("""
                            insert into former_document (address, feed, extension)
                            values (:address, :feed, :extension) on conflict do nothing
                            """)
                            .param("address", address.toString())
                            .param("feed", feed.value())
                            .param("extension", document.extension())
                            .update());
        }
    }

    /** Makes the addresses lead to a feed's new name. */
    public void rename(FeedName from, FeedName to) {
        jdbc.sql("delete from former_document where feed = :to")
                .param("to", to.value())
                .update();
        jdbc.sql("update former_document set feed = :to where feed = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
