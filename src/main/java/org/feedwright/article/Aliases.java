package org.feedwright.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The other addresses on this host that lead to articles, as their authors state them. They are stored with the articles
 * and counted by nobody: no document changes by them.
 */
public interface Aliases {
    /**
     * An address that leads to an article.
     *
     * @param address as requests ask for it: a decoded path, perhaps with a query
     */
    record Alias(String address, ArticleId article) {}

    /**
     * The article to which an address leads: the one that claimed it first of those that readers see; else, of those
     * that they saw before these were withdrawn, the first.
     *
     * @param addresses ways to ask for it, the most exact one first
     */
    Optional<Alias> find(List<String> addresses, Instant now);

    /** Every address with the article to which it leads, in any order. */
    List<Alias> all(Instant now);

    /** The articles that claimed addresses first, by address. */
    Map<String, ArticleId> holders(Collection<String> addresses);
}
