package org.feedwright.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.search.Tokenizer.Phrase;
import org.feedwright.timeline.Place;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The search index in SQLite's <a href="https://www.sqlite.org/fts5.html">FTS5</a>. It keeps no text. The words are
 * folded already, and FTS5's tokenizer splits them at spaces only.
 */
final class JdbcSqliteIndex implements SearchIndex {
    private static final String MATCHES = "select rowid from search where search match ?1";

    static final String BY_MATCH = """
            select p.* from search cross join searchable s on s.number = search.rowid
              cross join place p on p.article = s.article
            where search match ?1 and p.strand = ?2 and p.appeared <= ?3 and p.gone is null
            order by p.appeared desc, p.article desc limit ?4
            """;

    /** Walks back through the places. The plus sign keeps SQLite from walking through all matches for each place. */
    static final String BY_PLACE = """
            select p.* from place p cross join searchable s on s.article = p.article
            where p.strand = ?2 and p.appeared <= ?3 and p.gone is null
              and +s.number in (select rowid from search where search match ?1)
            order by p.appeared desc, p.article desc limit ?4
            """;

    private final JdbcOperations jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JdbcNewestMatches newest;

    JdbcSqliteIndex(JdbcOperations jdbc, Duration limit) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.newest = new JdbcNewestMatches(new JdbcTimeLimit(jdbc, limit), MATCHES, BY_MATCH, BY_PLACE);
    }

    @Override
    public void put(Map<ArticleId, ArticleTerms> articles) {
        var numbers = numbers(articles.keySet());
        var next = jdbc.queryForObject("select coalesce(max(number), 0) from searchable", Long.class);
        long number = next == null ? 0 : next;
        var added = new ArrayList<Object[]>();
        var terms = new ArrayList<Object[]>();
        for (var article : articles.entrySet()) {
            String id = article.getKey().value();
            var known = numbers.get(id);
            if (known == null) {
                known = ++number;
                added.add(new Object[] {known, id});
            }
            terms.add(new Object[] {known, text(article.getValue())});
        }
        jdbc.batchUpdate("insert into searchable (number, article) values (?, ?)", added);
        jdbc.batchUpdate("insert or replace into search (rowid, terms) values (?, ?)", terms);
    }

    @Override
    public void remove(Collection<ArticleId> articles) {
        var numbers = numbers(articles).values().stream()
                .map(number -> new Object[] {number})
                .toList();
        jdbc.batchUpdate("delete from search where rowid = ?", numbers);
        jdbc.batchUpdate("delete from searchable where number = ?", numbers);
    }

    private Map<String, Long> numbers(Collection<ArticleId> articles) {
        return articles.isEmpty()
                ? Map.of()
                : named
                        .query(
                                "select number, article from searchable where article in (:articles)",
                                Map.of(
                                        "articles",
                                        articles.stream().map(ArticleId::value).toList()),
                                (row, _) -> Map.entry(row.getString("article"), row.getLong("number")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Place> find(LogicalFeed logicalFeed, Query query, int places, Instant now) {
        return newest.find(match(query), logicalFeed, places, now);
    }

    private static String text(ArticleTerms terms) {
        return String.join(" ", terms.tokens()) + " " + String.join(" ", terms.facets());
    }

    /** Writes a query in FTS5's language. Every word stands in quotation marks, and contains none. */
    private static String match(Query query) {
        String wanted =
                query.wanted().stream().map(JdbcSqliteIndex::oneOf).collect(Collectors.joining(" AND ", "(", ")"));
        return query.unwanted().isEmpty() ? wanted : wanted + " NOT " + oneOf(query.unwanted());
    }

    private static String oneOf(List<Phrase> phrases) {
        return phrases.stream()
                .map(phrase -> "\"" + String.join(" ", phrase.tokens()) + "\"" + (phrase.isPrefix() ? " *" : ""))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
