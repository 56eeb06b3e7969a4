package org.feedwright.api;

import java.nio.charset.StandardCharsets;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.feed.Addresses;
import org.feedwright.upload.UnfinishedUpload;
import org.feedwright.upload.UploadedFile;
import org.springframework.web.util.UriUtils;

/** The API's absolute addresses. */
public record ApiAddresses(String base) {
    public static final String ROOT = "/api/v1";
    public static final String FEEDS = ROOT + "/feeds";
    public static final String FEED = FEEDS + "/{feed}";
    static final String ARTICLES = FEED + "/articles";
    static final String ARTICLE = ARTICLES + "/{slug}";

    /** The files that came through the API, each below it under its name. */
    public static final String MEDIA = FEED + "/media";

    /** An upload that is not finished. */
    public static final String UPLOAD = FEED + "/uploads/{id}";

    public static ApiAddresses of(Addresses addresses) {
        return new ApiAddresses(addresses.home().replaceFirst("/$", "") + FEEDS + "/");
    }

    String feed(FeedName feed) {
        return base + feed;
    }

    String articles(FeedName feed) {
        return feed(feed) + "/articles";
    }

    String article(FeedName feed, Slug slug) {
        return articles(feed) + "/" + slug.encoded();
    }

    public String media(FeedName feed) {
        return feed(feed) + "/media";
    }

    public String file(UploadedFile file) {
        return media(file.feed()) + "/" + UriUtils.encodePath(file.name(), StandardCharsets.UTF_8);
    }

    public String upload(UnfinishedUpload upload) {
        return feed(upload.feed()) + "/uploads/" + upload.id();
    }
}
