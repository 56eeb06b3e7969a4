package org.feedwright.feed;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;

/** The address of something that is published, as a path below the base URL. */
public sealed interface Address {
    /** Below it are the documents and the pages of feeds. */
    String FEEDS = "/feeds/";

    /** Below it are the pages of articles. */
    String ARTICLES = "/articles/";

    /** Below it are the files that come with articles. */
    String MEDIA = "/media/";

    /** Below it are the secret addresses of articles that readers do not see yet. */
    String PREVIEWS = "/preview/";

    /** Comes before the number of an archive. */
    String ARCHIVE = "/archive/";

    /** The form of that number: a regular expression. */
    String ARCHIVE_NUMBER = "[1-9][0-9]{0,7}";

    /** What stands for bytes that are no UTF-8. Nothing that is published has it in its address. */
    char REPLACEMENT = '\uFFFD';

    /** The path as it is written in a link, percent-encoded. */
    String path();

    /** The path as people read it, and as files are named. */
    String decoded();

    /**
     * A document of a feed, or of a category or an author in it.
     *
     * @param archive the number of an archive document; 0 for the subscription document
     * @param extension in lower case, such as {@code atom}
     */
    record Document(LogicalFeed logicalFeed, int archive, String extension) implements Address {
        @Override
        public String path() {
            return page().path() + "." + extension;
        }

        @Override
        public String decoded() {
            return page().decoded() + "." + extension;
        }

        /** The page that shows the same to people. */
        public Page page() {
            return new Page(logicalFeed, archive);
        }

        /**
         * Reads a path that may be written otherwise than {@link #path} writes it: with capitals, with a slash at its
         * end, or with a category's own name, slashes included, for people write addresses by hand. Empty if it can
         * mean no document.
         */
        public static Optional<Document> meant(String path) {
            return FeedAddressReader.document(path);
        }
    }

    /**
     * A page of a feed, or of a category or an author in it.
     *
     * @param archive the number of an archive; 0 for the newest articles
     */
    record Page(LogicalFeed logicalFeed, int archive) implements Address {
        public static Page of(FeedName feed) {
            return new Page(LogicalFeed.of(feed), 0);
        }

        @Override
        public String path() {
            return FEEDS + logicalFeed.path() + end();
        }

        @Override
        public String decoded() {
            return FEEDS + logicalFeed + end();
        }

        private String end() {
            return archive == 0 ? "" : ARCHIVE + archive;
        }
    }

    /** The page of an article. */
    record Article(FeedName feed, Slug slug) implements Address {
        @Override
        public String path() {
            return ARTICLES + feed + "/" + slug.encoded();
        }

        @Override
        public String decoded() {
            return ARTICLES + feed + "/" + slug;
        }
    }

    /**
     * A file that comes with an article.
     *
     * @param file its path in the feed's folder, with {@code /}
     */
    record MediaFile(FeedName feed, String file) implements Address {
        @Override
        public String path() {
            return MEDIA + feed + "/"
                    + Arrays.stream(file.split("/", -1)).map(MediaFile::encoded).collect(Collectors.joining("/"));
        }

        @Override
        public String decoded() {
            return MEDIA + feed + "/" + file;
        }

        private static String encoded(String segment) {
            return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** Reads what {@link #path} writes, in whichever way it is percent-encoded; empty for everything else. */
    static Optional<Address> parse(String path) {
        var root = FeedPath.parse(path);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        return switch (root.get().root()) {
            case FEEDS ->
                Document.meant(path)
                        .<Address>map(meant -> meant)
                        .or(() -> FeedAddressReader.page(path))
                        .filter(meant -> meant.isWrittenAs(path));
            case ARTICLES ->
                root.get()
                        .feed()
                        .flatMap(feed -> decoded(root.get().below())
                                .filter(Slug::isValid)
                                .<Address>map(slug -> new Article(feed, new Slug(slug)))
                                .filter(article -> article.isWrittenAs(path)));
            default ->
                root.get()
                        .feed()
                        .flatMap(feed -> decoded(root.get().below())
                                .filter(file -> !file.isEmpty())
                                .<Address>map(file -> new MediaFile(feed, file))
                                .filter(file -> file.isWrittenAs(path)));
        };
    }

    /** Whether a path is this address, in whichever way it is percent-encoded. */
    default boolean isWrittenAs(String path) {
        return decoded(path).filter(decoded()::equals).isPresent();
    }

    /** Without percent-encoding; empty where that is none, such as {@code %zz}, or is not of UTF-8. */
    static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf(REPLACEMENT) < 0);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
