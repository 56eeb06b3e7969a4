package org.feedwright.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.jspecify.annotations.Nullable;

/** Writes manuscripts: one that is complete, and each step another one that differs in one thing. */
public record Manuscripts(
        String feed,
        String slug,
        @Nullable String id,
        String published,
        @Nullable String updated,
        boolean draft,
        String title,
        String body,
        List<String> highlights,
        List<String> categories,
        List<String> authors,
        @Nullable String disclaimer) {

    /** An article of the feed {@code news}, published in the morning of the day on which {@link Store#START} is. */
    public static Manuscripts article(String slug) {
        return new Manuscripts(
                "news",
                slug,
                null,
                "2026-06-01T08:00:00Z",
                null,
                false,
                "About " + slug,
                "All of it.",
                List.of("One point"),
                List.of(),
                List.of(),
                null);
    }

    public Manuscripts in(String feed) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts at(String slug) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts withId(String id) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts published(String published) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts updated(@Nullable String updated) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts asDraft() {
        return new Manuscripts(
                feed, slug, id, published, updated, true, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts titled(String title) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts saying(String body) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscripts highlighting(String... highlights) {
        return new Manuscripts(
                feed,
                slug,
                id,
                published,
                updated,
                draft,
                title,
                body,
                List.of(highlights),
                categories,
                authors,
                disclaimer);
    }

    public Manuscripts about(String category) {
        var all = new ArrayList<>(categories);
        all.add(category);
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, all, authors, disclaimer);
    }

    public Manuscripts by(String... authors) {
        return new Manuscripts(
                feed,
                slug,
                id,
                published,
                updated,
                draft,
                title,
                body,
                highlights,
                categories,
                List.of(authors),
                disclaimer);
    }

    public Manuscripts disclaiming(String disclaimer) {
        return new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
    }

    public Manuscript done() {
        return new Manuscript(
                new FeedName(feed),
                new Slug(slug),
                id == null ? null : new ArticleId(id),
                "example.org",
                OffsetDateTime.parse(published),
                updated == null ? null : Instant.parse(updated),
                draft,
                new ArticleText(
                        title,
                        null,
                        authors.stream().map(Person::named).toList(),
                        categories.stream().map(Category::new).toList(),
                        highlights.stream().map(Highlight::new).toList(),
                        new Prose(body, "<p>" + body + "</p>"),
                        disclaimer == null ? null : new Disclaimer(new Prose(disclaimer, "<p>" + disclaimer + "</p>")),
                        null,
                        null,
                        null,
                        List.of()));
    }
}
