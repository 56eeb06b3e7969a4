package org.feedwright.document;

import java.time.Instant;
import java.util.List;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.jspecify.annotations.Nullable;

/** An article for a test to change where it matters. */
final class SampleArticle {
    String id = "tag:example.org,2026-01-26:rare-earth/conference";

    @Nullable
    String statedId;

    String slug = "conference";
    String title = "A conference on rare earths";
    Instant published = Instant.parse("2026-01-26T08:00:00Z");
    Instant updated = Instant.parse("2026-01-27T09:30:15Z");

    @Nullable
    String link = "https://example.org/news/conference";

    List<Person> authors = List.of();
    List<String> categories = List.of();
    List<String> highlights = List.of();
    String body = "<p>The body.</p>";

    @Nullable
    String disclaimer;

    @Nullable
    String language;

    @Nullable
    String rights;

    @Nullable
    String image;

    List<Enclosure> enclosures = List.of();

    Article article() {
        return new Article(
                new ArticleId(id),
                new FeedName("rare-earth"),
                new Slug(slug),
                State.PUBLISHED,
                published,
                updated,
                published,
                new ArticleText(
                        title,
                        link,
                        authors,
                        categories.stream().map(Category::new).toList(),
                        highlights.stream().map(Highlight::new).toList(),
                        new Prose(body, body),
                        disclaimer == null ? null : new Disclaimer(new Prose(disclaimer, disclaimer)),
                        language,
                        rights,
                        image,
                        enclosures),
                null,
                null,
                statedId);
    }
}
