package org.feedwright.export;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.Aliases;
import org.feedwright.article.Aliases.Alias;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.export.server.ServerFacts;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.FeedPath;
import org.feedwright.feed.JdbcFormerDocuments;
import org.feedwright.feed.LocalAddress;
import org.springframework.stereotype.Component;

/**
 * The addresses that feeds and articles had before they came here, for a web server's configuration. An address at which
 * there is a file is left out, so that none of them hides what lives.
 */
@Component
class OtherAddressExport {
    private static final int BATCH = 250;

    private final JdbcFormerDocuments documents;
    private final Aliases aliases;
    private final Articles articles;

    OtherAddressExport(JdbcFormerDocuments documents, Aliases aliases, Articles articles) {
        this.documents = documents;
        this.aliases = aliases;
        this.articles = articles;
    }

    /**
     * Notes all of them, once everything else has been written.
     *
     * @param successors what feeds of former names are called now
     */
    void note(ExportRun run, Addresses addresses, Map<FeedName, FeedName> successors, Instant now) {
        var configuration = run.configuration();
        var taken = documents.all();
        taken.forEach((address, document) -> {
            if (!isAlive(address, run.manifest(), successors)) {
                configuration.lead(address, addresses.document(document.feed(), document.extension()), false);
            }
        });
        var free = aliases.all(now).stream()
                .filter(alias -> !taken.containsKey(alias.address()))
                .filter(alias -> !isAlive(alias.address(), run.manifest(), successors))
                .toList();
        for (int from = 0; from < free.size(); from += BATCH) {
            var found = new HashMap<ArticleId, Article>();
            var part = free.subList(from, Math.min(from + BATCH, free.size()));
            articles.find(part.stream().map(Alias::article).toList())
                    .forEach(article -> found.put(article.id(), article));
            part.forEach(alias -> Optional.ofNullable(found.get(alias.article()))
                    .ifPresent(article -> note(alias, article, configuration, addresses, now)));
        }
    }

    private static void note(
            Alias alias, Article article, ServerFacts configuration, Addresses addresses, Instant now) {
        if (article.isVisible(now)) {
            boolean keepsQuery = alias.address().indexOf('?') < 0;
            configuration.lead(alias.address(), addresses.article(article.feed(), article.slug()), keepsQuery);
        } else if (alias.address().indexOf('?') < 0) {
            configuration.addGone(alias.address());
        }
    }

    private static boolean isAlive(String address, Manifest manifest, Map<FeedName, FeedName> successors) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        if (path.equals("/")) {
            return query < 0 || LocalAddress.isOfFrontPage(address.substring(query + 1));
        }
        var named = FeedPath.parse(path).map(FeedPath::lowerCase);
        return isAFile(path, manifest)
                || named.filter(spelled -> isAFile(spelled.toString(), manifest))
                        .isPresent()
                || named.flatMap(FeedPath::feed)
                        .map(successors::get)
                        .filter(feed ->
                                isAFile(named.get().root() + feed + named.get().rest(), manifest))
                        .isPresent();
    }

    private static boolean isAFile(String path, Manifest manifest) {
        String file = path.substring(1);
        return manifest.has(file)
                || manifest.has(file + ExportPaths.PAGE)
                || manifest.has(file + "/index" + ExportPaths.PAGE);
    }
}
