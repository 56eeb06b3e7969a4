package org.feedwright.authoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Slug;
import org.feedwright.article.StatedId;
import org.feedwright.authoring.front.ArticleParts;
import org.feedwright.authoring.problem.Limits;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.problem.TooMuch;
import org.feedwright.authoring.value.Dates;
import org.feedwright.authoring.value.StatedSlug;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.FeedDefinition;

/**
 * Reads one article's file, and adds everything that is wrong with it to its problems.
 *
 * @param name the path of the file in the feed's folder
 * @param now nothing in the file can have happened later
 */
record ArticleFileReader(
        String name,
        String text,
        FeedName feed,
        FeedDefinition definition,
        Attachments files,
        Instant now,
        Problems problems) {
    private static final String PUBLISHED = "published";
    private static final String ALIASES = "aliases";

    /** An address and what may be another one behind it. */
    private static final Pattern SEVERAL = Pattern.compile("[,\\s]\\s*+(?:/|https?:)");

    private static final String STATED_ID =
            "write any text on one line, of at most " + StatedId.LONGEST + " bytes, without control characters";

    /** Returns nothing if a problem was added. */
    Optional<ArticleFile> read() {
        files.refuseCopy(name, text, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return ArticleParts.of(text, problems).flatMap(this::read);
    }

    private String slug(Yaml yaml) {
        if (yaml.has("slug") && !yaml.isBlank("slug")) {
            return yaml.value("slug", StatedSlug::of, "write letters, digits and hyphens, such as my-article")
                    .orElse("");
        }
        String slug = ArticleName.slug(name);
        if (slug.isEmpty()) {
            problems.add(
                    0, "the file's name makes no address", "name it with letters or digits, such as my-article.md");
        }
        return slug;
    }

    private Optional<ArticleFile> read(ArticleParts parts) {
        var front = FrontMatter.of(parts.read(problems), name, definition.conventions());
        var yaml = front.yaml();
        String slug = slug(yaml);
        var published = published(front, parts);
        var statedId = yaml.value("id", StatedId::new, STATED_ID);
        var statedUpdated = published.flatMap(date -> updated(yaml, date));
        // A scheduled article may be corrected or withdrawn when it appears.
        var latest =
                published.map(OffsetDateTime::toInstant).filter(now::isBefore).orElse(now);
        var withdrawal = CorrectionBlock.withdrawal(yaml, definition.zone(), latest);
        var site = published
                .filter(_ -> !slug.isEmpty())
                .map(date -> new SiteLink(yaml, definition, name, slug, date, front.sections()));
        String onSite = site.map(SiteLink::address).orElse(null);
        var aliases = aliases(yaml);
        var shown = shown(new ArticleTextReader(name, yaml, parts, definition, files, latest, onSite, problems));
        if (shown.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        var manuscript = new Manuscript(
                feed,
                new Slug(slug),
                statedId.orElse(null),
                definition.identity().authority(),
                published.get(),
                statedUpdated.orElse((Instant) null),
                front.isDraft(),
                shown.get(),
                withdrawal.orElse(null),
                null,
                aliases,
                site.map(SiteLink::id).orElse(null));
        return Optional.of(new ArticleFile(manuscript, line(yaml, "id"), line(yaml, ALIASES), problems.warnings()));
    }

    private static List<String> aliases(Yaml yaml) {
        if (SEVERAL.matcher(yaml.plain(ALIASES)).find()) {
            yaml.warn(
                    ALIASES,
                    yaml.written(ALIASES) + " is one address with commas or spaces in it",
                    "write [/a/, /b/] if they are several");
        }
        return yaml.texts(ALIASES).stream()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    private static int line(Yaml yaml, String key) {
        return yaml.has(key) ? yaml.line(key) : 0;
    }

    /** The stated date, else the one in the name of the file, else the one in the stated address. */
    private Optional<OffsetDateTime> published(FrontMatter front, ArticleParts parts) {
        var yaml = front.yaml();
        if (yaml.has(PUBLISHED) && !yaml.isBlank(PUBLISHED)) {
            return yaml.value(PUBLISHED, date -> Dates.read(date, definition.zone()), Dates.FORMS);
        }
        var guessed = ArticleName.date(name).or(() -> Optional.ofNullable(front.inPath()));
        if (guessed.isEmpty() && yaml.isReadable()) {
            tellOfNoDate(front, parts);
        }
        return guessed.map(date -> date.atStartOfDay(definition.zone()).toOffsetDateTime());
    }

    private void tellOfNoDate(FrontMatter front, ArticleParts parts) {
        var yaml = front.yaml();
        if (!parts.hasFront()) {
            parts.tellOfNone(problems);
        } else if (front.isFlagged()) {
            problems.add(
                    front.flagLine(),
                    "'published' says whether it is published and not when",
                    "add a line '" + yaml.notation().line("date", "…") + "' to the front matter; " + Dates.FORMS);
        } else {
            yaml.problem(
                    PUBLISHED,
                    "the article has no date",
                    "add a line '" + yaml.notation().line(PUBLISHED, "…") + "' to the front matter; " + Dates.FORMS);
        }
    }

    /** The text that readers are shown; nothing if anything in the file is wrong. */
    private Optional<ArticleText> shown(ArticleTextReader reader) {
        try {
            var shown = reader.read(text);
            Limits.check(shown, text.length(), problems);
            return problems.isEmpty() ? Optional.of(shown) : Optional.empty();
        } catch (TooMuch e) {
            problems.add(0, e.what(), e.remedy());
            return Optional.empty();
        }
    }

    /**
     * The stated date of the last change: not before the article was published, and not later than now, for readers and
     * caches take what lies ahead for a mistake of the clock. A scheduled article may change when it appears.
     */
    private Optional<Instant> updated(Yaml yaml, OffsetDateTime published) {
        var stated = yaml.value("updated", date -> Dates.read(date, definition.zone()), Dates.FORMS);
        stated.ifPresent(updated -> refuseFuture(yaml, updated.toInstant(), published.toInstant()));
        return stated.map(updated -> {
            boolean isBefore = updated.toInstant().isBefore(published.toInstant());
            if (isBefore && updated.toLocalDate().isBefore(published.toLocalDate())) {
                yaml.warn(
                        "updated",
                        yaml.written("updated") + " lies before " + yaml.written("published") + ", which counts",
                        "write when it changed last, or take the line out");
            }
            return (isBefore ? published : updated).toInstant();
        });
    }

    private void refuseFuture(Yaml yaml, Instant updated, Instant published) {
        if (updated.isAfter(now) && updated.isAfter(published)) {
            yaml.problem(
                    "updated",
                    yaml.written("updated") + " lies in the future",
                    "write when it changed last, or take the line out; at that time it is published as it is");
        }
    }
}
