package org.feedwright.article.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.Aliases;
import org.feedwright.article.ArticleId;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The other addresses of articles in SQLite or PostgreSQL. They change in the transactions of the articles. */
@Repository
class JdbcAliases implements Aliases {
    /** The number of addresses in a statement. */
    private static final int PART = 500;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    JdbcAliases(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Alias> find(List<String> addresses, Instant now) {
        return addresses.stream()
                .flatMap(address -> jdbc
                        .sql("""
                                select l.address, l.article from article_alias l join article a on a.id = l.article
                                where l.address = :address and a.appeared <= :now and a.state in ('PUBLISHED', 'WITHDRAWN')
                                order by case when a.state = 'PUBLISHED' then 0 else 1 end, l.claimed, l.article limit 1
                                """)
                        .param("address", address)
                        .param("now", now.toEpochMilli())
                        .query((row, _) -> new Alias(row.getString("address"), new ArticleId(row.getString("article"))))
                        .optional()
                        .stream())
                .findFirst();
    }

    @Override
    public List<Alias> all(Instant now) {
        var aliases = new HashMap<String, Alias>();
        jdbc.sql("""
                        select l.address, l.article from article_alias l join article a on a.id = l.article
                        where a.appeared <= :now and a.state in ('PUBLISHED', 'WITHDRAWN')
                        order by l.address, case when a.state = 'PUBLISHED' then 0 else 1 end, l.claimed, l.article
                        """).param("now", now.toEpochMilli()).query(row -> {
            String address = row.getString("address");
            aliases.putIfAbsent(address, new Alias(address, new ArticleId(row.getString("article"))));
        });
        return List.copyOf(aliases.values());
    }

    @Override
    public Map<String, ArticleId> holders(Collection<String> addresses) {
        var holders = new HashMap<String, ArticleId>();
        var all = List.copyOf(addresses);
        for (int from = 0; from < all.size(); from += PART) {
            jdbc.sql("""
                            select l.address, l.article from article_alias l join article a on a.id = l.article
                            where l.address in (:addresses) and a.state <> 'WITHDRAWN'
                            order by l.claimed, l.article
                            """)
                    .param("addresses", all.subList(from, Math.min(from + PART, all.size())))
                    .query(row -> {
                        holders.putIfAbsent(row.getString("address"), new ArticleId(row.getString("article")));
                    });
        }
        return holders;
    }

    /** Notes addresses that articles claim. Most articles have none, and cost nothing. */
    void claim(List<Alias> claims, Instant now) {
        if (claims.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "insert into article_alias (address, article, claimed) values (?, ?, ?) on conflict do nothing",
                claims,
                PART,
                (row, claim) -> {
                    row.setString(1, claim.address());
                    row.setString(2, claim.article().value());
                    row.setLong(3, now.toEpochMilli());
                });
    }

    /** Notes the addresses that an article has now. It keeps the claims that it had already. */
    void note(ArticleId article, List<String> addresses, Instant now) {
        var before = jdbc.sql("select address from article_alias where article = :article")
                .param("article", article.value())
                .query(String.class)
                .list();
        before.stream()
                .filter(address -> !addresses.contains(address))
                .forEach(
                        address -> jdbc.sql("delete from article_alias where address = :address and article = :article")
                                .param("address", address)
                                .param("article", article.value())
                                .update());
        claim(
                addresses.stream()
                        .filter(address -> !before.contains(address))
                        .map(address -> new Alias(address, article))
                        .toList(),
                now);
    }
}
