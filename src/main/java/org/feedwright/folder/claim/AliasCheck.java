package org.feedwright.folder.claim;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LocalAddress;
import org.feedwright.folder.disk.FolderPath;
import org.jspecify.annotations.Nullable;

/**
 * Finds the former addresses in a folder that lead nowhere, once all of it has been read: an article of the folder has
 * its page there, or two files claim one address.
 */
public final class AliasCheck {
    /** Nobody knows the base URL here, so a whole address counts only if it is under the feed's home. */
    private static final URI SOMEWHERE = URI.create("http://localhost/");

    private final Set<String> alive = new HashSet<>(AliasDisputes.PAGES);
    private final List<Claim> ofFeeds = new ArrayList<>();
    private final List<Claim> ofArticles = new ArrayList<>();

    public AliasCheck() {
        addFeed(Feed.ALL.value());
    }

    /** @param own the page of the article itself */
    private record Claim(FolderPath file, int line, String written, String address, String own) {}

    public void note(FolderPath file, int line, FeedDefinition definition) {
        if (!definition.retired()) {
            addFeed(file.directory());
        }
        for (var document : definition.identity().formerlyAt()) {
            claim(document.address(), definition.description().home(), file, line, "")
                    .ifPresent(ofFeeds::add);
        }
    }

    private void addFeed(String name) {
        String page = Address.FEEDS + name;
        alive.add(page);
        Stream.of("atom", "rss", "json", "rdf").forEach(extension -> alive.add(page + "." + extension));
    }

    public void note(FolderPath file, ArticleFile article, @Nullable String home) {
        var manuscript = article.manuscript();
        var feed = new FeedName(file.directory());
        String own = new Address.Article(feed, manuscript.slug()).decoded();
        boolean isThere = manuscript.withdrawal() == null;
        if (isThere) {
            alive.add(own);
        }
        if (isThere && !manuscript.draft()) {
            manuscript.text().media().forEach(media -> alive.add(new Address.MediaFile(feed, media.path()).decoded()));
        }
        for (String alias : manuscript.aliases()) {
            claim(alias, home, file, article.aliasesLine(), own).ifPresent(ofArticles::add);
        }
    }

    private static Optional<Claim> claim(String written, @Nullable String home, FolderPath file, int line, String own) {
        return LocalAddress.read(written, SOMEWHERE, home)
                .map(address -> address.isOfFrontPage() ? "/" : address.toString())
                .map(address -> new Claim(file, line, written, address, own));
    }

    public List<Problem> warnings() {
        Map<String, FolderPath> holders = new HashMap<>();
        return Stream.concat(ofFeeds.stream(), ofArticles.stream())
                .flatMap(claim -> dispute(claim, holders)
                        .map(what -> new Problem(claim.file.toString(), claim.line, what, AliasWarnings.REMEDY))
                        .stream())
                .toList();
    }

    private Optional<String> dispute(Claim claim, Map<String, FolderPath> holders) {
        if (claim.address.equals(claim.own)) {
            return Optional.empty();
        }
        if (alive.contains(claim.address)) {
            return Optional.of(AliasWarnings.alive(claim.written));
        }
        return Optional.ofNullable(holders.putIfAbsent(claim.address, claim.file))
                .filter(holder -> !holder.equals(claim.file))
                .map(holder -> AliasWarnings.ofArticle(claim.written, "what is in " + holder));
    }
}
