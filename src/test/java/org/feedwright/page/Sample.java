package org.feedwright.page;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
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
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Identity;
import org.jspecify.annotations.Nullable;

/** An article to be published, with what a test says of it. */
final class Sample {
    private FeedName feed;
    private String slug;
    private String title;
    private OffsetDateTime published;
    private @Nullable OffsetDateTime updated;
    private boolean draft;
    private @Nullable String link;
    private List<Person> authors;
    private List<String> highlights;
    private String body;
    private @Nullable String disclaimer;
    private @Nullable String language;
    private @Nullable String image;
    private List<Enclosure> enclosures;
    private @Nullable ArticleText text;

    private Sample(
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
        this.feed = feed;
        this.slug = slug;
        this.title = title;
        this.published = published;
        this.updated = updated;
        this.draft = draft;
        this.link = link;
        this.authors = authors;
        this.highlights = highlights;
        this.body = body;
        this.disclaimer = disclaimer;
        this.language = language;
        this.image = image;
        this.enclosures = enclosures;
    }

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
        return with(changed -> changed.title = title);
    }

    Sample published(String date) {
        return with(changed -> changed.published = OffsetDateTime.parse(date));
    }

    Sample updated(String date) {
        return with(changed -> changed.updated = OffsetDateTime.parse(date));
    }

    Sample asDraft() {
        return with(changed -> changed.draft = true);
    }

    Sample link(String link) {
        return with(changed -> changed.link = link);
    }

    Sample authors(Person... authors) {
        return with(changed -> changed.authors = List.of(authors));
    }

    Sample highlights(String... highlights) {
        return with(changed -> changed.highlights = List.of(highlights));
    }

    Sample body(String html) {
        return with(changed -> changed.body = html);
    }

    Sample disclaimer(String html) {
        return with(changed -> changed.disclaimer = html);
    }

    Sample language(String language) {
        return with(changed -> changed.language = language);
    }

    Sample image(String image) {
        return with(changed -> changed.image = image);
    }

    Sample enclosures(Enclosure... enclosures) {
        return with(changed -> changed.enclosures = List.of(enclosures));
    }

    /** All of the text at once, in place of what else is said of it. */
    Sample text(ArticleText text) {
        return with(changed -> changed.text = text);
    }

    private Sample with(Consumer<Sample> change) {
        var changed = new Sample(
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
        changed.text = text;
        change.accept(changed);
        return changed;
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
                text != null ? text : written(),
                null,
                null);
    }

    private ArticleText written() {
        return new ArticleText(
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
                enclosures);
    }

    static FeedDefinition feed(String title) {
        return feed(title, "en");
    }

    static FeedDefinition feed(String title, @Nullable String language) {
        return new FeedDefinition(
                Identity.under("example.org"),
                new Description(
                        title,
                        "What is new about it",
                        "https://example.org/",
                        language,
                        Person.named("Ada Fenwick"),
                        null,
                        null,
                        null,
                        List.of()),
                Display.ofPlaces(FeedDefinition.DEFAULT_WINDOW),
                Delivery.POLLED,
                null,
                null);
    }
}
