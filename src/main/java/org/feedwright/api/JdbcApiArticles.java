package org.feedwright.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.folder.FolderFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which articles came through the API, and what was written, in SQLite or PostgreSQL. */
@Repository
class JdbcApiArticles {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations named;
    private final Articles articles;
    private final FolderFiles files;

    JdbcApiArticles(JdbcClient jdbc, NamedParameterJdbcOperations named, Articles articles, FolderFiles files) {
        this.jdbc = jdbc;
        this.named = named;
        this.articles = articles;
        this.files = files;
    }

    private record Row(ArticleId id, @Nullable String source, String warnings) {}

    /**
     * The articles at these addresses: live ones, and such as are withdrawn by what was written. One that was taken
     * back through the API is not there any more.
     */
    Map<Slug, Held> find(FeedName feed, Collection<Slug> slugs) {
        var rows = jdbc.sql("""
                        select article.id, api.source, api.warnings from article
                        left join api_article api on api.article = article.id
                        where article.feed = :feed and article.slug in (:slugs) and article.state <> 'WITHDRAWN'
                        union all
                        select article.id, api.source, api.warnings from article
                        join api_article api on api.article = article.id
                        where article.feed = :feed and article.slug in (:slugs) and article.state = 'WITHDRAWN'
                        """)
                .param("feed", feed.value())
                .param("slugs", slugs.stream().map(Slug::value).toList())
                .query((row, _) -> row(row))
                .list();
        return held(rows);
    }

    /** A part of the live articles of a feed, by slug. */
    List<Held> list(FeedName feed, String after, int count) {
        var rows = jdbc.sql("""
                        select article.id, api.source, api.warnings from article
                        left join api_article api on api.article = article.id
                        where article.feed = :feed and article.slug > :after and article.state <> 'WITHDRAWN'
                        order by article.slug limit :count
                        """)
                .param("feed", feed.value())
                .param("after", after)
                .param("count", count)
                .query((row, _) -> row(row))
                .list();
        return new ArrayList<>(held(rows).values());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ArticleId(row.getString("id")),
                row.getString("source"),
                Objects.requireNonNullElse(row.getString("warnings"), Held.NO_WARNINGS));
    }

    /** Those that came through the API, of several feeds, drafts among them, newest first. */
    List<Held> newest(Collection<FeedName> feeds, int offset, int count) {
        var rows = jdbc.sql("""
                        select article.id, api.source, api.warnings from api_article api
                        join article on article.id = api.article
                        where article.feed in (:feeds) and article.state <> 'WITHDRAWN'
                          and not exists (select 1 from folder_file where folder_file.article = article.id)
                        order by article.published desc, article.id desc limit :count offset :offset
                        """)
                .param("feeds", feeds.stream().map(FeedName::value).toList())
                .param("offset", offset)
                .param("count", count)
                .query((row, _) -> row(row))
                .list();
        return each(rows);
    }

    private Map<Slug, Held> held(List<Row> rows) {
        var held = new LinkedHashMap<Slug, Held>();
        each(rows)
                .forEach(each -> held.merge(
                        each.article().slug(),
                        each,
                        (one, other) -> one.article().state() == State.WITHDRAWN ? other : one));
        return held;
    }

    private List<Held> each(List<Row> rows) {
        var ids = rows.stream().map(Row::id).toList();
        var found = articles.find(ids).stream().collect(Collectors.toMap(Article::id, Function.identity()));
        var paths = files.of(ids);
        var held = new ArrayList<Held>();
        for (var row : rows) {
            var article = found.get(row.id());
            if (article != null) {
                held.add(new Held(article, row.source(), row.warnings(), paths.get(row.id())));
            }
        }
        return held;
    }

    /** The feed in which an article is, or was when it was withdrawn; empty where no article has the id. */
    Optional<FeedName> feed(ArticleId article) {
        return articles.find(article).map(Article::feed);
    }

    /** Whether an article came through the API, and was not taken back there. */
    boolean has(ArticleId article) {
        return !jdbc.sql("select article from api_article where article = :article")
                .param("article", article.value())
                .query(String.class)
                .list()
                .isEmpty();
    }

    void note(Collection<Held> written) {
        named.batchUpdate(
                """
                insert into api_article (article, source, warnings) values (:article, :source, :warnings)
                on conflict (article) do update set source = excluded.source, warnings = excluded.warnings
                """,
                written.stream()
                        .map(held -> new MapSqlParameterSource(
                                        "article", held.article().id().value())
                                .addValue("source", held.source())
                                .addValue("warnings", held.warnings()))
                        .toArray(SqlParameterSource[]::new));
    }

    void forget(ArticleId article) {
        jdbc.sql("delete from api_article where article = :article")
                .param("article", article.value())
                .update();
    }
}
