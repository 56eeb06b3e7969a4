package org.feedwright.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;

/** Where everything is: absolute addresses under the base URL. */
public final class Addresses {
    /** Below it are the files that come with articles. */
    public static final String MEDIA = "/media";

    private final String base;

    /** @param baseUrl absolute, with or without a slash at its end */
    public Addresses(URI baseUrl) {
        this.base = baseUrl.toString().replaceAll("/+$", "");
    }

    /** The front page. */
    public String home() {
        return base + "/";
    }

    /** The list of all feeds. */
    public String subscriptions() {
        return base + "/feeds.opml";
    }

    /** The list of the parts of the site's map. */
    public String sitemap() {
        return base + "/sitemap.xml";
    }

    /**
     * A part of the site's map. Like the list it is at the root, for a map may only name what is below its own
     * directory.
     */
    public String sitemap(String part) {
        return base + "/sitemap-" + part + ".xml";
    }

    /** The feed's page. */
    public String feed(FeedName feed) {
        return base + feedPath(feed);
    }

    /** A feed's subscription document in the format of this extension, such as {@code atom}. */
    public String document(FeedName feed, String extension) {
        return feed(feed) + "." + extension;
    }

    /**
     * A strand's document in the format of this extension, such as {@code atom}.
     *
     * @param archive the number of an archive document; 0 for the subscription document
     */
    public String document(LogicalFeed strand, int archive, String extension) {
        return base + documentPath(strand, archive, extension);
    }

    /** The strand's page. */
    public String page(LogicalFeed strand) {
        return page(strand, 0);
    }

    /**
     * The address of a page of a feed.
     *
     * @param archive the number of an archive; 0 for the newest
     */
    public String page(LogicalFeed strand, int archive) {
        return base + pagePath(strand, archive);
    }

    /** The article's page. */
    public String article(FeedName feed, Slug slug) {
        return base + articlePath(feed, slug);
    }

    /**
     * A file that comes with an article.
     *
     * @param path in the feed's folder, with {@code /}
     */
    public String media(FeedName feed, String path) {
        return base + MEDIA + "/" + feed + "/"
                + Arrays.stream(path.split("/"))
                        .map(part ->
                                URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    /** The host that stands in for a feed's authority where nothing better is known. */
    public String host() {
        return URI.create(base).getHost();
    }

    public static String feedPath(FeedName feed) {
        return "/feeds/" + feed;
    }

    /**
     * The path of a page of a feed.
     *
     * @param archive the number of an archive; 0 for the newest
     */
    public static String pagePath(LogicalFeed strand, int archive) {
        return "/feeds/" + strand.path() + (archive == 0 ? "" : "/archive/" + archive);
    }

    public static String documentPath(LogicalFeed strand, int archive, String extension) {
        return pagePath(strand, archive) + "." + extension;
    }

    public static String articlePath(FeedName feed, Slug slug) {
        return "/articles/" + feed + "/" + slug.encoded();
    }
}
