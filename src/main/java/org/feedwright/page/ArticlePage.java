package org.feedwright.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Slug;
import org.feedwright.entry.Entries;
import org.feedwright.entry.Entry;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.http.Answer;
import org.feedwright.http.Asked;
import org.feedwright.http.Asker;
import org.feedwright.http.Fields;
import org.feedwright.text.ElementIds;
import org.feedwright.text.TextLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** An article as a page. */
@Controller
class ArticlePage {
    /** What the templates of the page use, so that a link in an article never leads to a part of the page. */
    private static final List<String> PAGE_IDS = List.of("page-main", "summary-title", "disclaimer-title");

    private final Feeds feeds;
    private final Articles articles;
    private final InstantSource clock;
    private final Pages pages;
    private final WithdrawnPage withdrawn;

    ArticlePage(Feeds feeds, Articles articles, InstantSource clock, Pages pages) {
        this.feeds = feeds;
        this.articles = articles;
        this.clock = clock;
        this.pages = pages;
        this.withdrawn = new WithdrawnPage(pages);
    }

    /**
     * @param isTitled whether the title is the author's, and not the first words of a note
     * @param canonical the article's address: elsewhere if it is published elsewhere, or its page
     * @param corrections what has been put right, the latest first
     * @param updated null where it has not changed since it was published
     * @param summary what the article is about, where it has no highlights
     * @param image the lead image, unless the text shows it
     * @param preview the image that goes with a link to the article
     * @param body HTML
     * @param disclaimer HTML; empty where there is none
     * @param formats none where the feed has ended
     */
    record View(
            String title,
            boolean isTitled,
            TextLanguage language,
            String canonical,
            @Nullable ExternalLink original,
            DisplayedTime published,
            @Nullable DisplayedTime updated,
            List<Byline> authors,
            List<Label> categories,
            List<Note> corrections,
            List<String> highlights,
            @Nullable String summary,
            @Nullable String image,
            String imageAlternative,
            @Nullable String preview,
            String body,
            String disclaimer,
            List<Attachment> attachments,
            @Nullable String rights,
            String feed,
            TextLanguage feedLanguage,
            String feedPath,
            List<FormatLink> formats) {}

    /** A correction: since when it is told, and what it says as HTML. */
    record Note(DisplayedTime date, String html) {}

    record Byline(String name, @Nullable String address) {}

    /** A category and the path of its page. */
    record Label(String name, String path) {}

    @RequestMapping(
            path = Address.ARTICLES + "{feed}/{slug}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer article(@PathVariable String feed, @PathVariable String slug, HttpServletRequest request) {
        if (!FeedName.isValid(feed) || !Slug.isValid(slug)) {
            return pages.missing();
        }
        var article = articles.findMeant(new FeedName(feed), new Slug(slug), clock.instant());
        var home = article.flatMap(meant -> feeds.find(meant.feed()));
        return article.filter(meant -> home.isPresent() && isElsewhere(meant, feed, slug))
                .map(meant -> moved(meant, request.getQueryString()))
                .orElseGet(
                        () -> answer(home, article, Asker.isBrowser(Fields.of(request)) ? null : Asked.path(request)));
    }

    private boolean isElsewhere(Article article, String feed, String slug) {
        boolean isHere =
                article.feed().value().equals(feed) && article.slug().value().equals(slug);
        return !isHere && article.isVisible(clock.instant());
    }

    private Answer moved(Article article, @Nullable String query) {
        String address = feeds.addresses().article(article.feed(), article.slug());
        return pages.moved(query == null ? address : address + "?" + query);
    }

    /** @param asked the path that a program asked for; null where a person sees the answer */
    Answer answer(Optional<Feed> feed, Optional<Article> article, @Nullable String asked) {
        if (feed.isEmpty() || article.isEmpty()) {
            return pages.missing();
        }
        if (article.get().isVisible(clock.instant())) {
            var view = view(feed.get(), article.get());
            return pages.page(JteArticleGenerated::render, view, view.formats());
        }
        return wasSeen(article.get()) ? withdrawn.answer(feed.get(), article.get(), asked) : pages.missing();
    }

    /** A draft that was given up has never had a place in its feed, and nobody is to know of it. */
    private static boolean wasSeen(Article article) {
        return article.state() == State.WITHDRAWN && article.appeared() != null;
    }

    private View view(Feed feed, Article article) {
        var definition = feed.definition();
        var entries = new Entries(definition, feeds.addresses());
        var entry = entries.withoutText(article);
        var ids = new ElementIds(PAGE_IDS);
        var media = entries.media(article);
        var body = ArticleHtml.of(article.text().body(), entry.link(), media, ids);
        var disclaimer = ArticleHtml.of(entries.disclaimer(article.text()).prose(), entry.link(), media, ids);
        String image = SafeAddress.orNull(entry.image());
        return new View(
                entry.heading(),
                !entry.title().isEmpty(),
                TextLanguage.of(entry.language()),
                canonical(entry),
                original(entry),
                DisplayedTime.day(entry.published(), definition.zone()),
                isUpdated(entry) ? DisplayedTime.after(entry.published(), entry.updated(), definition.zone()) : null,
                entry.authors().stream()
                        .map(author -> new Byline(author.name(), SafeAddress.orNull(author.uri())))
                        .toList(),
                entry.categories().stream()
                        .map(category ->
                                new Label(category.name(), pages.path(LogicalFeed.of(feed.name(), category), 0)))
                        .toList(),
                entries.corrections(article, entry.link(), ids).stream()
                        .map(correction -> new Note(
                                DisplayedTime.day(correction.date(), definition.zone()),
                                ArticleHtml.of(correction.html(), entry.link()).html()))
                        .toList(),
                entry.highlights().stream().map(Highlight::text).toList(),
                entry.highlights().isEmpty() ? article.text().summary() : null,
                body.shows(image) ? null : image,
                Objects.requireNonNullElse(article.text().imageAlternative(), ""),
                image,
                body.html(),
                disclaimer.html(),
                entry.enclosures().stream().flatMap(Attachment::of).toList(),
                entry.rights(),
                definition.title(),
                TextLanguage.of(definition.language()),
                pages.path(feed.name()),
                feed.isRetired() ? List.of() : FormatLink.of(feed.name(), feeds.addresses()));
    }

    private static String canonical(Entry entry) {
        String link = SafeAddress.orNull(entry.link());
        return link != null ? link : entry.page();
    }

    private static @Nullable ExternalLink original(Entry entry) {
        return entry.link().equals(entry.page()) ? null : ExternalLink.orNull(entry.link());
    }

    private static boolean isUpdated(Entry entry) {
        return !entry.updated()
                .truncatedTo(ChronoUnit.SECONDS)
                .equals(entry.published().truncatedTo(ChronoUnit.SECONDS));
    }
}
