package org.feedwright.preview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.feedwright.access.PreviewAddresses;
import org.feedwright.access.PreviewAddresses.Opened;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.Articles;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.feedwright.http.Problem;
import org.feedwright.media.MediaAnswers;
import org.feedwright.media.MediaCopy;
import org.feedwright.media.MediaLookup;
import org.feedwright.media.PublishedMedia;
import org.feedwright.page.PreviewPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The secret addresses of drafts and scheduled articles, and of the files that come with them. */
@Controller
class PreviewController {
    private static final MediaLookup NOTHING = new MediaLookup.Nothing(Absence.UNKNOWN);

    private final PreviewAddresses secrets;
    private final Articles articles;
    private final Feeds feeds;
    private final PreviewPages pages;
    private final PublishedMedia media;
    private final MediaAnswers files;
    private final InstantSource clock;

    PreviewController(
            PreviewAddresses secrets,
            Articles articles,
            Feeds feeds,
            PreviewPages pages,
            PublishedMedia media,
            MediaAnswers files,
            InstantSource clock) {
        this.secrets = secrets;
        this.articles = articles;
        this.feeds = feeds;
        this.pages = pages;
        this.media = media;
        this.files = files;
        this.clock = clock;
    }

    /** The signature is looked at first: who has none learns nothing of what there is. */
    @RequestMapping(
            path = Address.PREVIEWS + "{token}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer page(@PathVariable String token) {
        return secrets.open(token).map(opened -> page(opened, token)).orElseGet(pages::nothing);
    }

    private Answer page(Opened opened, String token) {
        return articles.find(opened.article())
                .map(article -> page(article, token, opened.until()))
                .orElseGet(pages::nothing);
    }

    private Answer page(Article article, String token, Instant until) {
        return switch (stage(article)) {
            case HIDDEN ->
                feeds.find(article.feed())
                        .map(feed ->
                                pages.secret(feed, article, feeds.addresses().preview(token), until))
                        .orElseGet(pages::nothing);
            case SEEN -> pages.moved(article);
            case WITHDRAWN -> pages.gone();
        };
    }

    private enum Stage {
        HIDDEN,
        SEEN,
        WITHDRAWN
    }

    private Stage stage(Article article) {
        if (article.state() == State.WITHDRAWN) {
            return Stage.WITHDRAWN;
        }
        return article.isVisible(clock.instant()) ? Stage.SEEN : Stage.HIDDEN;
    }

    /** A file that comes with the article, for as long as its page is there. */
    @RequestMapping(
            path = Address.PREVIEWS + "{token}" + Address.MEDIA + "{feed}/{*path}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void file(
            @PathVariable String token,
            @PathVariable String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        switch (find(token, path.isEmpty() ? "" : path.substring(1))) {
            case MediaCopy file -> files.send(file, request, response, PreviewPages.secretFields());
            case MediaLookup.Nothing(var reason) ->
                AnswerWriter.send(
                        Problem.of(reason.status(), Asked.path(request)).answer(PreviewPages.secretFields()),
                        request,
                        response);
        }
    }

    private MediaLookup find(String token, String path) {
        return secrets.open(token)
                .flatMap(opened -> articles.find(opened.article()))
                .filter(found -> stage(found) != Stage.WITHDRAWN)
                .map(found -> media.find(found, path))
                .orElse(NOTHING);
    }
}
