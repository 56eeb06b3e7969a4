package org.feedwright.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.feedwright.article.StatedId;
import org.jspecify.annotations.Nullable;

/** Writes manuscripts: one that is complete, and each step another one that differs in one thing. */
public final class Manuscripts {
    private String feed;
    private String slug;
    private @Nullable String id;
    private String published;
    private @Nullable String updated;
    private boolean draft;
    private String title;
    private String body;
    private List<String> highlights;
    private List<String> categories;
    private List<String> authors;
    private @Nullable String disclaimer;

    private Manuscripts(
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
        this.feed = feed;
        this.slug = slug;
        this.id = id;
        this.published = published;
        this.updated = updated;
        this.draft = draft;
        this.title = title;
        this.body = body;
        this.highlights = highlights;
        this.categories = categories;
        this.authors = authors;
        this.disclaimer = disclaimer;
    }

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
        return with(changed -> changed.feed = feed);
    }

    public Manuscripts at(String slug) {
        return with(changed -> changed.slug = slug);
    }

    public Manuscripts withId(String id) {
        return with(changed -> changed.id = id);
    }

    public Manuscripts published(String published) {
        return with(changed -> changed.published = published);
    }

    public Manuscripts updated(@Nullable String updated) {
        return with(changed -> changed.updated = updated);
    }

    public Manuscripts asDraft() {
        return with(changed -> changed.draft = true);
    }

    public Manuscripts titled(String title) {
        return with(changed -> changed.title = title);
    }

    public Manuscripts saying(String body) {
        return with(changed -> changed.body = body);
    }

    public Manuscripts highlighting(String... highlights) {
        return with(changed -> changed.highlights = List.of(highlights));
    }

    public Manuscripts about(String category) {
        var all = new ArrayList<>(categories);
        all.add(category);
        return with(changed -> changed.categories = all);
    }

    public Manuscripts by(String... authors) {
        return with(changed -> changed.authors = List.of(authors));
    }

    public Manuscripts disclaiming(String disclaimer) {
        return with(changed -> changed.disclaimer = disclaimer);
    }

    public String feed() {
        return feed;
    }

    public String slug() {
        return slug;
    }

    public String published() {
        return published;
    }

    public String body() {
        return body;
    }

    public List<String> categories() {
        return categories;
    }

    private Manuscripts with(Consumer<Manuscripts> change) {
        var changed = new Manuscripts(
                feed, slug, id, published, updated, draft, title, body, highlights, categories, authors, disclaimer);
        change.accept(changed);
        return changed;
    }

    public Manuscript done() {
        return new Manuscript(
                        new FeedName(feed),
                        new Slug(slug),
                        id == null ? null : new StatedId(id),
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
                                disclaimer == null
                                        ? null
                                        : new Disclaimer(new Prose(disclaimer, "<p>" + disclaimer + "</p>")),
                                null,
                                null,
                                null,
                                List.of()),
                        null,
                        null)
                .within("urn:x-feed:" + feed);
    }
}
