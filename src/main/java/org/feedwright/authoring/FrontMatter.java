package org.feedwright.authoring;

import java.util.Locale;
import java.util.Set;
import org.feedwright.authoring.yaml.DidYouMean;
import org.feedwright.authoring.yaml.Yaml;

/**
 * An article's front matter under our keys, whichever of the usual words for them were written. What says
 * nothing to us is warned of, with what it may have meant.
 *
 * @param isDraft whether anything in it says that nobody is to see the article yet
 * @param isFlagged whether {@code published} is Jekyll's flag, which is no date
 */
record FrontMatter(Yaml yaml, boolean isDraft, boolean isFlagged) {
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
            "deleted");
    private static final Set<String> OUT =
            Set.of("published", "publish", "public", "live", "done", "final", "scheduled", "future", "visible");

    /** What says whether an article is out: all but {@code draft} are others' words for it. */
    private static final Set<String> STATES = Set.of("draft", "status", "visibility", "password");

    static FrontMatter of(Yaml written) {
        warnOfUnknown(written);
        boolean isFlag = written.isText("published")
                && FLAGS.contains(written.text("published").orElse("").strip().toLowerCase(Locale.ROOT));
        var yaml = (isFlag ? written.without("published") : written).named(FrontKeys.OTHERS);
        yaml.warnOfComments(FrontKeys.TEXTS);
        if (isFlag && !yaml.has("published")) {
            written.problem(
                    "published",
                    written.written("published") + " says whether it is published and not when",
                    "add a line 'date: …' to the front matter; " + Dates.FORMS);
        }
        boolean isUnpublished =
                isFlag && !written.value("published", FeedFile::flag, "").orElse(true);
        return new FrontMatter(yaml, isDraft(yaml, isUnpublished), isFlag);
    }

    private static void warnOfUnknown(Yaml yaml) {
        yaml.keys().keySet().stream()
                .filter(key -> !FrontKeys.KNOWN.contains(key)
                        && !STATES.contains(key)
                        && !FrontKeys.OF_PRESENTATION.contains(key)
                        && FrontKeys.OTHERS.values().stream().noneMatch(others -> others.contains(key)))
                .forEach(key -> yaml.warn(
                        key,
                        "the key " + yaml.written(key) + " is not known, and what it says is not used",
                        () -> DidYouMean.of(key, FrontKeys.KNOWN, FrontKeys.MEANINGS)
                                .map(meant -> "did you mean '" + meant + "'?")
                                .orElse("take the line out if no other program reads it")));
    }

    /** What {@code draft} says counts before what others say instead. */
    private static boolean isDraft(Yaml yaml, boolean isUnpublished) {
        boolean isHidden = isUnpublished;
        isHidden |= isHidden(yaml, "status");
        isHidden |= isHidden(yaml, "visibility");
        isHidden |= hasPassword(yaml); // each is asked, because each may warn
        var stated = yaml.value("draft", FeedFile::flag, "write true or false");
        if (yaml.isBlank("draft")) {
            yaml.warn("draft", yaml.written("draft") + " says nothing", "write true or false");
        }
        if (stated.isPresent() && !stated.get() && isHidden) {
            yaml.warn(
                    "draft",
                    yaml.written("draft") + " says that it is no draft, and counts before what else says that it is",
                    "write 'draft: true', or take the other line out");
        }
        return stated.orElse(isHidden);
    }

    private static boolean isHidden(Yaml yaml, String key) {
        String word = yaml.text(key).orElse("").strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ");
        if (word.isEmpty() || HIDDEN.contains(word) || OUT.contains(word)) {
            return HIDDEN.contains(word);
        }
        String wrong = yaml.written(key) + " is '" + word + "', which says neither that it is out nor that it is not";
        String remedy = "write 'draft: true' if nobody is to see it, or '" + key + ": public'";
        if (key.equals("visibility")) { // who cannot be told from others must not see it by mistake
            yaml.problem(key, wrong, remedy);
        } else {
            yaml.warn(key, wrong, remedy);
        }
        return false;
    }

    private static boolean hasPassword(Yaml yaml) {
        return yaml.has("password") && !yaml.isBlank("password");
    }
}
