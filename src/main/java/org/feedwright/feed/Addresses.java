package org.feedwright.feed;

import java.net.URI;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.jspecify.annotations.Nullable;

/** Where everything is: absolute addresses under the base URL. */
public final class Addresses {
    /** The path of the list of all feeds. */
    public static final String SUBSCRIPTIONS = "/feeds.opml";

    private final String base;
    private final BasePath path;
    private final String files;

    /** @param baseUrl absolute, with or without a slash at its end */
    public Addresses(URI baseUrl) {
        this.base = baseUrl.toString().replaceAll("/+$", "");
        this.path = new BasePath(baseUrl);
        this.files = base;
    }

    private Addresses(Addresses others, String files) {
        this.base = others.base;
        this.path = others.path;
        this.files = files;
    }

    /** The same addresses, but those of files that come with articles are below another one. */
    public Addresses withFilesBelow(String address) {
        return new Addresses(this, address);
    }

    /** The path of the base URL, with which requests may come. */
    public BasePath basePath() {
        return path;
    }

    /** The front page. */
    public String home() {
        return base + "/";
    }

    /** The list of all feeds. */
    public String subscriptions() {
        return base + SUBSCRIPTIONS;
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
        return at(Address.Page.of(feed));
    }

    /** A feed's subscription document in the format of this extension, such as {@code atom}. */
    public String document(FeedName feed, String extension) {
        return feed(feed) + "." + extension;
    }

    /**
     * A logical feed's document in the format of this extension, such as {@code atom}.
     *
     * @param archive the number of an archive document; 0 for the subscription document
     */
    public String document(LogicalFeed logicalFeed, int archive, String extension) {
        return at(new Address.Document(logicalFeed, archive, extension));
    }

    /** The logical feed's page. */
    public String page(LogicalFeed logicalFeed) {
        return page(logicalFeed, 0);
    }

    /**
     * The address of a page of a feed.
     *
     * @param archive the number of an archive; 0 for the newest
     */
    public String page(LogicalFeed logicalFeed, int archive) {
        return at(new Address.Page(logicalFeed, archive));
    }

    /** The article's page. */
    public String article(FeedName feed, Slug slug) {
        return at(new Address.Article(feed, slug));
    }

    /**
     * A file that comes with an article.
     *
     * @param path in the feed's folder, with {@code /}
     */
    public String media(FeedName feed, String path) {
        return files + new Address.MediaFile(feed, path).path();
    }

    /** The secret address of an article that readers do not see yet. */
    public String preview(String token) {
        return base + Address.PREVIEWS + token;
    }

    /**
     * An address on this host that an author writes.
     *
     * @param home where the site is that was on this host before; null where that is not known
     * @return empty if the address is on another host
     */
    public Optional<LocalAddress> local(String written, @Nullable String home) {
        return LocalAddress.read(written, URI.create(base), home);
    }

    private String at(Address address) {
        return base + address.path();
    }

    /** The host that stands in for a feed's authority where nothing better is known. */
    public String host() {
        return URI.create(base).getHost();
    }
}
