package org.feedwright.feed;

import java.util.List;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.jspecify.annotations.Nullable;

/** Makes entries of articles: fills in what the feed says for all, and makes addresses absolute. */
public final class Entries {
    private final FeedDefinition definition;
    private final Addresses addresses;

    public Entries(FeedDefinition definition, Addresses addresses) {
        this.definition = definition;
        this.addresses = addresses;
    }

    public Entry of(Article article) {
        var text = article.text();
        String page = addresses.article(article.feed(), article.slug());
        String link = text.link() != null ? text.link() : page;
        var disclaimer = disclaimer(text);
        boolean full = definition.content() == Content.FULL;
        return new Entry(
                article.id(),
                link,
                text.title(),
                article.published(),
                article.updated(),
                text.authors().isEmpty() ? author() : text.authors(),
                text.categories(),
                text.highlights(),
                orNull(EntryHtml.list(text.highlights())
                        + (full ? "" : AbsoluteHtml.resolve(EntryHtml.apart(disclaimer), link))),
                orNull(EntryHtml.text(text.highlights(), full ? Disclaimer.NONE : disclaimer)),
                full ? content(article, disclaimer, link) : null,
                text.language() != null ? text.language() : definition.language(),
                text.rights() != null ? text.rights() : definition.rights(),
                text.image() == null ? null : AbsoluteHtml.resolved(text.image(), link),
                text.enclosures().stream()
                        .map(enclosure -> new Enclosure(
                                AbsoluteHtml.resolved(enclosure.url(), link),
                                enclosure.type(),
                                enclosure.length(),
                                enclosure.title()))
                        .toList());
    }

    private String content(Article article, Disclaimer disclaimer, String link) {
        var text = article.text();
        String highlights =
                definition.highlights() == Highlights.SUMMARY_AND_CONTENT ? EntryHtml.list(text.highlights()) : "";
        String image = text.image() != null && text.body().isEmpty() ? EntryHtml.image(text.image(), text.title()) : "";
        return highlights + AbsoluteHtml.resolve(image + text.body().html() + EntryHtml.apart(disclaimer), link);
    }

    private Disclaimer disclaimer(ArticleText text) {
        if (text.disclaimer() != null) {
            return text.disclaimer();
        }
        return definition.disclaimer() != null ? definition.disclaimer() : Disclaimer.NONE;
    }

    private List<Person> author() {
        return definition.author() == null ? List.of() : List.of(definition.author());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
