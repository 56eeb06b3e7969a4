package org.feedwright.authoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of a {@code feed.yaml}. */
final class FeedKeys {
    static final Set<String> ALL = new LinkedHashSet<>(List.of(
            "title",
            "subtitle",
            "home",
            "authority",
            "id",
            "language",
            "author",
            "authors",
            "rights",
            "icon",
            "logo",
            "categories",
            "disclaimer",
            "window",
            "content",
            "highlights",
            "zone",
            "hubs",
            "ttl",
            "retired",
            "select",
            "formerly",
            "formerly-at",
            "tombstones",
            "podcast",
            "exclude",
            "keys",
            "titles",
            "templates",
            "permalink",
            "ids"));

    /** The names that other programs have for our keys. */
    static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("name", "title"),
            Map.entry("description", "subtitle"),
            Map.entry("summary", "subtitle"),
            Map.entry("tagline", "subtitle"),
            Map.entry("url", "home"),
            Map.entry("link", "home"),
            Map.entry("site", "home"),
            Map.entry("website", "home"),
            Map.entry("baseurl", "home"),
            Map.entry("domain", "authority"),
            Map.entry("guid", "id"),
            Map.entry("lang", "language"),
            Map.entry("locale", "language"),
            Map.entry("copyright", "rights"),
            Map.entry("license", "rights"),
            Map.entry("favicon", "icon"),
            Map.entry("image", "logo"),
            Map.entry("category", "categories"),
            Map.entry("tags", "categories"),
            Map.entry("limit", "window"),
            Map.entry("size", "window"),
            Map.entry("timezone", "zone"),
            Map.entry("tz", "zone"),
            Map.entry("hub", "hubs"),
            Map.entry("websub", "hubs"),
            Map.entry("aliases", "formerly"),
            Map.entry("ended", "retired"),
            Map.entry("itunes", "podcast"),
            Map.entry("ignore", "exclude"),
            Map.entry("permalinks", "permalink"),
            Map.entry("redirect_from", "formerly-at"));

    private FeedKeys() {}
}
