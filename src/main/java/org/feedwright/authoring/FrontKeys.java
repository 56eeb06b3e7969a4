package org.feedwright.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.feedwright.authoring.front.StateKeys;
import org.feedwright.authoring.yaml.Yaml;

/** The keys of articles' front matter, in lower case: ours, and those of others that mean the same. */
final class FrontKeys {
    /** The words of other programs for each of our keys, the more usual word first. */
    static final Map<String, List<String>> OTHERS = others();

    /** Behind them stands a text, in which a {@code #} may be meant as one. */
    static final Set<String> TEXTS = Set.of(
            "title",
            "summary",
            "rights",
            "disclaimer",
            "highlights",
            "categories",
            "authors",
            "correction",
            "withdrawn");

    /** Behind them stands a text, an address or a block, and never true or false alone. */
    private static final List<String> NO_SWITCHES = List.of(
            "link",
            "authors",
            "categories",
            "summary",
            "language",
            "rights",
            "highlights",
            "enclosures",
            "podcast",
            "correction",
            "aliases");

    static final Set<String> KNOWN = new TreeSet<>(List.of(
            "title",
            "untitled",
            "published",
            "updated",
            "draft",
            "id",
            "link",
            "authors",
            "categories",
            "summary",
            "image",
            "language",
            "rights",
            "highlights",
            "disclaimer",
            "enclosures",
            "podcast",
            "correction",
            "withdrawn",
            "slug",
            "aliases",
            "permalink"));

    /** What our keys are called by those who know neither ours nor any generator's. */
    static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("headline", "title"),
            Map.entry("heading", "title"),
            Map.entry("name", "title"),
            Map.entry("created", "published"),
            Map.entry("createdat", "published"),
            Map.entry("datecreated", "published"),
            Map.entry("datepublished", "published"),
            Map.entry("day", "published"),
            Map.entry("datetime", "published"),
            Map.entry("timestamp", "published"),
            Map.entry("posted", "published"),
            Map.entry("issued", "published"),
            Map.entry("publicationdate", "published"),
            Map.entry("publishon", "published"),
            Map.entry("updatedat", "updated"),
            Map.entry("lastupdated", "updated"),
            Map.entry("lastmodified", "updated"),
            Map.entry("datemodified", "updated"),
            Map.entry("modifiedat", "updated"),
            Map.entry("revised", "updated"),
            Map.entry("edited", "updated"),
            Map.entry("by", "authors"),
            Map.entry("byline", "authors"),
            Map.entry("writer", "authors"),
            Map.entry("writers", "authors"),
            Map.entry("creator", "authors"),
            Map.entry("contributors", "authors"),
            Map.entry("keywords", "categories"),
            Map.entry("keyword", "categories"),
            Map.entry("topics", "categories"),
            Map.entry("topic", "categories"),
            Map.entry("labels", "categories"),
            Map.entry("subjects", "categories"),
            Map.entry("section", "categories"),
            Map.entry("series", "categories"),
            Map.entry("subtitle", "summary"),
            Map.entry("abstract", "summary"),
            Map.entry("teaser", "summary"),
            Map.entry("intro", "summary"),
            Map.entry("lead", "summary"),
            Map.entry("standfirst", "summary"),
            Map.entry("keypoints", "highlights"),
            Map.entry("takeaways", "highlights"),
            Map.entry("bullets", "highlights"),
            Map.entry("tldr", "highlights"),
            Map.entry("picture", "image"),
            Map.entry("photo", "image"),
            Map.entry("hero", "image"),
            Map.entry("banner", "image"),
            Map.entry("headerimage", "image"),
            Map.entry("featureimage", "image"),
            Map.entry("attachments", "enclosures"),
            Map.entry("files", "enclosures"),
            Map.entry("audio", "enclosures"),
            Map.entry("video", "enclosures"),
            Map.entry("media", "enclosures"),
            Map.entry("copyright", "rights"),
            Map.entry("license", "rights"),
            Map.entry("licence", "rights"),
            Map.entry("locale", "language"),
            Map.entry("uuid", "id"),
            Map.entry("uid", "id"),
            Map.entry("externalurl", "link"),
            Map.entry("originalurl", "link"),
            Map.entry("source", "link"),
            Map.entry("href", "link"),
            Map.entry("hidden", "draft"),
            Map.entry("private", "draft"),
            Map.entry("unpublished", "draft"),
            Map.entry("wip", "draft"),
            Map.entry("publish", "draft"),
            Map.entry("corrections", "correction"),
            Map.entry("erratum", "correction"),
            Map.entry("errata", "correction"),
            Map.entry("retracted", "withdrawn"),
            Map.entry("expirydate", "withdrawn"),
            Map.entry("unpublishdate", "withdrawn"),
            Map.entry("legal", "disclaimer"));

    private FrontKeys() {}

    /**
     * The words for each of our keys, with those of a site.
     *
     * @param own our key for each of the site's
     */
    static Map<String, List<String>> words(Map<String, String> own) {
        if (own.isEmpty()) {
            return OTHERS;
        }
        var words = new LinkedHashMap<String, List<String>>();
        OTHERS.forEach((ours, others) -> words.put(
                ours, others.stream().filter(other -> !own.containsKey(other)).toList()));
        new TreeMap<>(own).forEach((theirs, ours) -> {
            if (!theirs.equals(ours)) {
                words.merge(
                        ours,
                        List.of(theirs),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList());
            }
        });
        return words;
    }

    /** The keys of front matter that switch nothing; {@code permalink} and {@code disclaimer: false} do. */
    static Stream<String> noSwitches(Yaml front, Map<String, List<String>> words) {
        var all = NO_SWITCHES.stream()
                .flatMap(ours -> Stream.concat(Stream.of(ours), words.getOrDefault(ours, List.of()).stream()));
        return front.plain("disclaimer").equalsIgnoreCase("false") ? all : Stream.concat(all, Stream.of("disclaimer"));
    }

    private static Map<String, List<String>> others() {
        var others = new LinkedHashMap<String, List<String>>();
        others.put("published", StateKeys.PUBLISHED);
        others.put(
                "updated",
                List.of(
                        "lastmod",
                        "last_modified_at",
                        "modified",
                        "date_updated",
                        "update",
                        "updateddate",
                        "moddatetime"));
        others.put("authors", List.of("author"));
        others.put("categories", List.of("category", "tags", "tag"));
        others.put("summary", List.of("description", "excerpt"));
        others.put(
                "image",
                List.of(
                        "cover",
                        "thumbnail",
                        "featured_image",
                        "images",
                        "feature_image",
                        "featuredimage",
                        "coverimage",
                        "heroimage",
                        "ogimage"));
        others.put("id", List.of("guid"));
        others.put("link", List.of("canonical", "canonical_url"));
        others.put("language", List.of("lang"));
        others.put("aliases", List.of("redirect_from"));
        others.put("permalink", List.of("url", "path"));
        return others;
    }
}
