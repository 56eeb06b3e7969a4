package org.feedwright.api.media;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.feedwright.access.Scopes;
import org.feedwright.api.ApiArticles;
import org.feedwright.api.KnownFeeds;
import org.feedwright.api.Refusal;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media;
import org.feedwright.article.Slug;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.store.Transactions;
import org.feedwright.upload.Receiving;
import org.feedwright.upload.Receiving.Kept;
import org.feedwright.upload.UnfinishedUpload;
import org.feedwright.upload.UploadedFile;
import org.feedwright.upload.Uploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes files of uploads, gives articles the new content of the files that they name, and removes files. */
@Component
public class KeptFiles {
    private static final Logger log = LoggerFactory.getLogger(KeptFiles.class);

    private final Receiving receiving;
    private final Uploads uploads;
    private final ApiArticles articles;
    private final KnownFeeds feeds;
    private final Media media;
    private final JdbcFeeds locks;
    private final Transactions transactions;

    KeptFiles(
            Receiving receiving,
            Uploads uploads,
            ApiArticles articles,
            KnownFeeds feeds,
            Media media,
            JdbcFeeds locks,
            Transactions transactions) {
        this.receiving = receiving;
        this.uploads = uploads;
        this.articles = articles;
        this.feeds = feeds;
        this.media = media;
        this.locks = locks;
        this.transactions = transactions;
    }

    /**
     * Makes files of uploads, all of them or none. Articles that named an earlier content have the new one then.
     *
     * @param check may refuse by the file that a name means so far
     */
    public List<Kept> keep(Scopes scopes, List<UnfinishedUpload> received, Consumer<Optional<UploadedFile>> check)
            throws IOException {
        var kept = receiving.finish(received, check);
        kept.forEach(each -> renew(scopes, each.file()));
        return kept;
    }

    private void renew(Scopes scopes, UploadedFile file) {
        for (var slug : uploads.withEarlier(file)) {
            try {
                articles.readAgain(scopes, file.feed(), slug);
            } catch (Refusal e) {
                log.warn("The article {}/{} keeps the earlier {}: {}", file.feed(), slug, file.name(), e.detail());
            }
        }
        uploads.removeEarlier(file);
    }

    /**
     * Removes the file that a name means.
     *
     * @param check may refuse by the file
     * @throws Refusal if there is none, or an article has it
     */
    void remove(FeedName feed, String name, Consumer<Optional<UploadedFile>> check) {
        feeds.refuseDuringFirstLook();
        transactions.write(() -> {
            locks.hold(feed);
            var file = uploads.find(feed, name);
            check.accept(file);
            file.ifPresent(this::refuseUsed);
            uploads.remove(file.orElseThrow(() -> absent(feed, name)));
        });
    }

    /** Removes a file unless an article has it. */
    public void removeUnused(UploadedFile file) {
        transactions.write(() -> {
            locks.hold(file.feed());
            if (media.namedBy(file.feed(), file.path()).isEmpty()) {
                uploads.remove(file);
            }
        });
    }

    private void refuseUsed(UploadedFile file) {
        var articles = media.namedBy(file.feed(), file.path());
        if (!articles.isEmpty()) {
            throw new Refusal(
                    409,
                    "The file comes with " + (articles.size() == 1 ? "the article " : "the articles ")
                            + articles.stream().limit(20).map(Slug::value).collect(Collectors.joining(", "))
                            + ". Take it out of them, or withdraw them, first.");
        }
    }

    static Refusal absent(FeedName feed, String name) {
        return new Refusal(404, "There is no file '" + name + "' in the feed '" + feed + "'.");
    }
}
