package org.feedwright.authoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.authoring.front.StateKeys;
import org.feedwright.authoring.value.LaterDate;
import org.feedwright.authoring.value.PathDate;
import org.feedwright.authoring.yaml.DidYouMean;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Conventions;
import org.jspecify.annotations.Nullable;

/**
 * An article's front matter under our keys, whichever of the usual words for them were written. What says
 * nothing to us is warned of, with what it may have meant.
 *
 * @param isDraft whether anything in it says that nobody is to see the article yet
 * @param isFlagged whether {@code published} is Jekyll's flag, which is no date
 * @param flagLine the line of that flag
 * @param inPath the date in the stated address of the article; null if there is none
 * @param sections its categories without its tags, of which generators make addresses
 */
record FrontMatter(
        Yaml yaml,
        boolean isDraft,
        boolean isFlagged,
        int flagLine,
        @Nullable LocalDate inPath,
        List<String> sections) {
    /** Themes have their own place for keys, where the author may stand too, and in Hugo's the picture. */
    private static final Set<String> OF_EXTRA = Set.of("author", "authors");

    private static final Set<String> OF_PARAMS =
            Set.of("author", "authors", "cover", "image", "images", "featured_image", "featuredimage", "feature_image");

    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "on", "off");
    private static final Set<String> HIDDEN = Set.of(
            "draft",
            "drafts",
            "hidden",
            "private",
            "pending",
            "unpublished",
            "unlisted",
            "wip",
            "in progress",
            "in review",
            "review",
            "idea",
            "trash",
            "deleted",
            "skip",
            "auto draft");
    private static final Set<String> OUT =
            Set.of("published", "publish", "public", "live", "done", "final", "scheduled", "future", "visible");

    /** Where Hugo is told what to make of an article; {@code false} is its older word for never. */
    private static final List<String> BUILD = List.of("build", "_build");

    private static final Set<String> NEVER = Set.of("never", "false");

    /** What may stand between the words of a state. */
    private static final Pattern PARTED = Pattern.compile("[-_\\s]+");

    /** What says whether an article is out: all but {@code draft} are others' words for it. */
    private static final Set<String> STATES = Set.of("draft", "status", "visibility", "password");

    /** Reads the front matter of an article in a feed with these conventions. */
    static FrontMatter of(Yaml read, String path, Conventions conventions) {
        var words = FrontKeys.words(conventions.keys());
        var hoisted = read.hoisted("taxonomies", _ -> true)
                .hoisted("params", OF_PARAMS::contains)
                .hoisted("extra", OF_EXTRA::contains);
        var written = UnknownKeys.withoutSwitches(hoisted, FrontKeys.noSwitches(hoisted, words));
        warnOfUnknown(written, words);
        boolean isFlag = FLAGS.contains(written.plain("published").toLowerCase(Locale.ROOT));
        var dated = isFlag ? written.without("published") : written;
        var categories = CategoryKeys.of(dated, path, conventions, words);
        var yaml = categories.joined(LaterDate.counting(dated)).named(words);
        yaml.warnOfComments(FrontKeys.TEXTS);
        boolean isUnpublished =
                isFlag && !written.value("published", FeedFile::flag, "").orElse(true);
        return new FrontMatter(
                parted(yaml),
                isDraft(yaml, isUnpublished),
                isFlag,
                written.line("published"),
                PathDate.of(written).orElse(null),
                categories.ofSection());
    }

    /** In header lines, several authors stand in one line, and so do several addresses. */
    private static Yaml parted(Yaml yaml) {
        if (!yaml.notation().partsByCommas()) {
            return yaml;
        }
        var parted =
                yaml.parted("aliases", CategoryKeys.between(yaml.text("aliases").orElse("")));
        return yaml.written("authors").equalsIgnoreCase("'author'")
                ? parted
                : parted.parted(
                        "authors", CategoryKeys.between(yaml.text("authors").orElse("")));
    }

    private static void warnOfUnknown(Yaml yaml, Map<String, List<String>> words) {
        yaml.keys().keySet().stream()
                .filter(key -> !yaml.isBlank(key)
                        && !FrontKeys.KNOWN.contains(key)
                        && !STATES.contains(key)
                        && !StateKeys.UNLISTED.contains(key)
                        && !key.equals("taxonomies")
                        && !PresentationKeys.ALL.contains(key)
                        && !key.endsWith(PresentationKeys.WEIGHT)
                        && words.values().stream().noneMatch(others -> others.contains(key)))
                .forEach(key -> yaml.warn(
                        key,
                        UnknownKeys.what(yaml.written(key)),
                        DidYouMean.remedy(
                                key,
                                FrontKeys.KNOWN,
                                FrontKeys.MEANINGS,
                                "take the line out if no other program reads it")));
    }

    /** What {@code draft} says counts before what others say instead. */
    private static boolean isDraft(Yaml yaml, boolean isUnpublished) {
        boolean isHidden = isUnpublished;
        isHidden |= isHidden(yaml, "status");
        isHidden |= isHidden(yaml, "visibility");
        isHidden |= isUnlisted(yaml);
        isHidden |= isInNoList(yaml);
        isHidden |= hasPassword(yaml); // each is asked, because each may warn
        var stated = yaml.value("draft", FeedFile::flag, "write true or false");
        if (yaml.isBlank("draft")) {
            yaml.warn("draft", yaml.written("draft") + " says nothing", "write true or false");
        }
        if (stated.isPresent() && !stated.get() && isHidden) {
            yaml.warn(
                    "draft",
                    yaml.written("draft") + " says that it is no draft, and counts before what else says that it is",
                    "write '" + yaml.notation().line("draft", "true") + "', or take the other line out");
        }
        return stated.orElse(isHidden);
    }

    private static boolean isHidden(Yaml yaml, String key) {
        String written = yaml.text(key).orElse("").strip();
        String word = written.isEmpty()
                ? ""
                : PARTED.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(" ");
        if (word.isEmpty() || HIDDEN.contains(word) || OUT.contains(word)) {
            return HIDDEN.contains(word);
        }
        String wrong = yaml.written(key) + " is '" + word + "', which says neither that it is out nor that it is not";
        String remedy = "write '" + yaml.notation().line("draft", "true") + "' if nobody is to see it, or '"
                + yaml.notation().line(key, "public") + "'";
        if (key.equals("visibility")) { // who cannot be told from others must not see it by mistake
            yaml.problem(key, wrong, remedy);
        } else {
            yaml.warn(key, wrong, remedy);
        }
        return false;
    }

    /** Generators leave such articles out of their own feeds. */
    private static boolean isUnlisted(Yaml yaml) {
        return StateKeys.UNLISTED.stream()
                .filter(key -> isFlag(yaml, key))
                .map(key -> yaml.value(key, FeedFile::flag, "write true or false"))
                .toList()
                .contains(Optional.of(true));
    }

    /** Eleventy may be told some of its collections; whether the site's feed is one of these, nobody knows here. */
    private static boolean isFlag(Yaml yaml, String key) {
        if (yaml.has(key) && !yaml.isText(key)) {
            yaml.warn(
                    key,
                    yaml.written(key) + " names some lists, and this feed is not counted among them",
                    "write '" + yaml.notation().line("draft", "true") + "' if the article is not to be in it");
        }
        return yaml.isText(key);
    }

    /** Hugo leaves out of its lists, and so out of its feeds, what {@code build: {list: never}} says. */
    private static boolean isInNoList(Yaml yaml) {
        return BUILD.stream()
                .filter(yaml::has)
                .flatMap(key -> yaml.mappings(key, "").stream())
                .anyMatch(build -> NEVER.contains(build.plain("list").toLowerCase(Locale.ROOT)));
    }

    private static boolean hasPassword(Yaml yaml) {
        return yaml.has("password") && !yaml.isBlank("password");
    }
}
