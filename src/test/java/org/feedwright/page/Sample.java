package org.feedwright.page;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.feedwright.feed.FeedDefinition;
import org.jspecify.annotations.Nullable;

/** An article to be published, with what a test says of it. */
record Sample(
        FeedName feed,
        String slug,
        String title,
        OffsetDateTime published,
        @Nullable OffsetDateTime updated,
        boolean draft,
        @Nullable String link,
        List<Person> authors,
        List<String> highlights,
        String body,
        @Nullable String disclaimer,
        @Nullable String language,
        @Nullable String image,
        List<Enclosure> enclosures) {

    static Sample of(FeedName feed, String slug) {
        return new Sample(
                feed,
                slug,
                "The title of " + slug,
                OffsetDateTime.parse("2026-01-26T00:00:00Z"),
                null,
                false,
                null,
                List.of(),
                List.of(),
                "<p>The text of " + slug + ".</p>",
                null,
                null,
                null,
                List.of());
    }

    Sample title(String title) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample published(String date) {
        return new Sample(
                feed,
                slug,
                title,
                OffsetDateTime.parse(date),
                updated,
                draft,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample updated(String date) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                OffsetDateTime.parse(date),
                draft,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample asDraft() {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                true,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample link(String link) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample authors(Person... authors) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                List.of(authors),
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample highlights(String... highlights) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                List.of(highlights),
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample body(String html) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                highlights,
                html,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample disclaimer(String html) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                highlights,
                body,
                html,
                language,
                image,
                enclosures);
    }

    Sample language(String language) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample image(String image) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                enclosures);
    }

    Sample enclosures(Enclosure... enclosures) {
        return new Sample(
                feed,
                slug,
                title,
                published,
                updated,
                draft,
                link,
                authors,
                highlights,
                body,
                disclaimer,
                language,
                image,
                List.of(enclosures));
    }

    Manuscript manuscript() {
        return new Manuscript(
                feed,
                new Slug(slug),
                null,
                "example.org",
                published,
                updated == null ? null : updated.toInstant(),
                draft,
                new ArticleText(
                        title,
                        link,
                        authors,
                        List.of(new Category("Science"), new Category("C# & co")),
                        highlights.stream().map(Highlight::new).toList(),
                        new Prose(body, body),
                        disclaimer == null ? null : new Disclaimer(new Prose(disclaimer, disclaimer)),
                        language,
                        null,
                        image,
                        enclosures));
    }

    static FeedDefinition feed(String title) {
        return feed(title, "en");
    }

    static FeedDefinition feed(String title, @Nullable String language) {
        return new FeedDefinition(
                null,
                title,
                "What is new about it",
                "https://example.org/",
                "example.org",
                language,
                Person.named("Ada Fenwick"),
                null,
                null,
                null,
                List.of(),
                null,
                FeedDefinition.DEFAULT_WINDOW,
                FeedDefinition.Content.FULL,
                FeedDefinition.Highlights.SUMMARY,
                ZoneOffset.UTC,
                List.of(),
                null,
                false,
                null);
    }
}
