package org.feedwright.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.search.Tokenizer.Phrase;
import org.feedwright.timeline.Place;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The search index in PostgreSQL's <a href="https://www.postgresql.org/docs/current/datatype-textsearch.html">text
 * search types</a>. The words are folded already and come with their positions, so PostgreSQL does not parse them
 * again.
 */
final class JdbcPostgresIndex implements SearchIndex {
    private static final String MATCHES = "select article from searchable where terms @@ ?::tsquery";

    private static final String BY_MATCH = "with matches as materialized (" + MATCHES + ")" + """
             select p.* from matches m join place p on p.article = m.article
            where p.strand = ? and p.appeared <= ? and p.gone is null
            order by p.appeared desc, p.article desc limit ?
            """;

    private static final String BY_PLACE = "with wanted as (select ?::tsquery as query)" + """
             select p.* from wanted w, place p join searchable s on s.article = p.article
            where s.terms @@ w.query and p.strand = ? and p.appeared <= ? and p.gone is null
            order by p.appeared desc, p.article desc limit ?
            """;

    private final JdbcOperations jdbc;
    private final JdbcNewestMatches newest;

    JdbcPostgresIndex(JdbcOperations jdbc, Duration limit) {
        this.jdbc = jdbc;
        this.newest = new JdbcNewestMatches(new JdbcTimeLimit(jdbc, limit), MATCHES, BY_MATCH, BY_PLACE);
    }

    @Override
    public void put(Map<ArticleId, ArticleTerms> articles) {
        jdbc.batchUpdate(
                """
                insert into searchable (article, terms) values (?, ?::tsvector)
                on conflict (article) do update set terms = excluded.terms
                """,
                articles.entrySet().stream()
                        .map(article -> new Object[] {article.getKey().value(), vector(article.getValue())})
                        .toList());
    }

    @Override
    public void remove(Collection<ArticleId> articles) {
        jdbc.batchUpdate(
                "delete from searchable where article = ?",
                articles.stream().map(article -> new Object[] {article.value()}).toList());
    }

    /** Forbids sequential scans, because PostgreSQL has no statistics of these words and would guess. */
    @Override
    public List<Place> find(LogicalFeed logicalFeed, Query query, int places, Instant now) {
        jdbc.execute("set local enable_seqscan = off");
        return newest.find(match(query), logicalFeed, places, now);
    }

    /** Writes terms as a {@code tsvector}, such as {@code 'word':1,7 'other':2}. */
    private static String vector(ArticleTerms terms) {
        var positions = new LinkedHashMap<String, StringBuilder>();
        int position = 0;
        for (String token : terms.tokens()) {
            position++;
            if (!token.equals(ArticleTerms.GAP)) {
                var known = positions.get(token);
                if (known == null) {
                    positions.put(token, new StringBuilder().append(position));
                } else {
                    known.append(',').append(position);
                }
            }
        }
        var vector = new StringBuilder();
        positions.forEach((token, at) ->
                vector.append(quoted(token)).append(':').append(at).append(' '));
        terms.facets().forEach(facet -> vector.append(quoted(facet)).append(' '));
        return vector.toString();
    }

    private static String match(Query query) {
        String wanted = query.wanted().stream().map(JdbcPostgresIndex::oneOf).collect(Collectors.joining(" & "));
        return query.unwanted().isEmpty() ? wanted : wanted + " & !" + oneOf(query.unwanted());
    }

    private static String oneOf(List<Phrase> phrases) {
        return phrases.stream().map(JdbcPostgresIndex::phrase).collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String phrase(Phrase phrase) {
        return phrase.tokens().stream()
                        .map(JdbcPostgresIndex::quoted)
                        .collect(Collectors.joining(" <-> ", "(", phrase.isPrefix() ? ":*" : ""))
                + ")";
    }

    /** Puts a term in quotation marks. Words and facets contain neither quotation marks nor backslashes. */
    private static String quoted(String term) {
        return "'" + term + "'";
    }
}
