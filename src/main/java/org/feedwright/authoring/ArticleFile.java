package org.feedwright.authoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Correction;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Slug;
import org.feedwright.article.StatedId;
import org.feedwright.authoring.body.Markdown;
import org.feedwright.authoring.body.PlainText;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Limits;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.problem.TooMuch;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.text.AddressKind;
import org.jspecify.annotations.Nullable;

/**
 * An article's file: front matter between two {@code ---} lines, then the body in Markdown or plain text.
 *
 * @param idLine the line in which an id is stated, for the case that it is taken; 0 if none is
 * @param warnings what its author should know, and what holds nothing back
 */
public record ArticleFile(Manuscript manuscript, int idLine, List<Problem> warnings) {
    public ArticleFile {
        warnings = List.copyOf(warnings);
    }

    public static final String RENAME = "rename the file, so that it gets an address of its own";
    private static final String STATED_ID =
            "write any text on one line, of at most " + StatedId.LONGEST + " bytes, without control characters";
    public static final String OTHER_ID = "remove the line, or state another id";

    private static final Pattern NAME =
            Pattern.compile("(?:\\d{4}-\\d{2}-\\d{2}-)?(.+)\\.(?i:md|markdown|(txt))", Pattern.DOTALL);

    /** Hidden files, those of editors, what is kept from being read on purpose, and what tells of the folder. */
    private static final Pattern NO_ARTICLE = Pattern.compile("[._].*|~\\$.*|(?i:readme)(?:\\.[^.]*)?", Pattern.DOTALL);

    private static final Pattern FENCE = Pattern.compile("(?dm)^---[ \\t]*$");
    private static final Pattern END = Pattern.compile("(?dm)^(?:---|\\.\\.\\.)[ \\t]*$");

    /** The same in a feed with this id. */
    public ArticleFile within(String feedId) {
        return new ArticleFile(manuscript.within(feedId), idLine, warnings);
    }

    /** Whether a file of this name is an article. */
    public static boolean isArticle(String name) {
        return isWritten(name) && !isKeptBack(name);
    }

    /** Whether a name ends like an article's; such a file may hold what is not to be out. */
    public static boolean isWritten(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether a file of this name was never meant to be an article, so that nothing is missing without it. */
    public static boolean isKeptBack(String name) {
        return NO_ARTICLE.matcher(name).matches();
    }

    private static boolean isPlainText(String name) {
        var parts = NAME.matcher(name);
        return parts.matches() && parts.group(2) != null;
    }

    /** The slug: the file's name without date prefix and suffix. Empty if nothing of it can stand in an address. */
    public static String slug(String name) {
        var parts = NAME.matcher(name);
        return parts.matches() ? Slug.of(parts.group(1)) : "";
    }

    /**
     * Reads an article.
     *
     * @param name the file's name, without its folder
     * @return nothing if a problem was added
     */
    public static Optional<ArticleFile> read(
            String name, String text, FeedName feed, FeedDefinition definition, Problems problems) {
        return read(name, text, feed, definition, Attachments.NONE, problems);
    }

    /**
     * Reads an article that may name files beside it.
     *
     * @param name the file's name, without its folder
     * @return nothing if a problem was added
     */
    public static Optional<ArticleFile> read(
            String name, String text, FeedName feed, FeedDefinition definition, Attachments files, Problems problems) {
        return read(name, text, feed, definition, files, Instant.MAX, problems);
    }

    /**
     * Reads an article, and refuses what cannot have happened yet.
     *
     * @param name the file's name, without its folder
     * @return nothing if a problem was added
     */
    public static Optional<ArticleFile> read(
            String name,
            String text,
            FeedName feed,
            FeedDefinition definition,
            Attachments files,
            Instant now,
            Problems problems) {
        files.refuseCopy(name, text, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        String slug = slug(name);
        if (slug.isEmpty()) {
            problems.add(
                    0, "the file's name makes no address", "name it with letters or digits, such as my-article.md");
        }
        var begins = FENCE.matcher(text);
        if (!text.startsWith("---") || !begins.find() || begins.start() != 0) {
            problems.add(
                    1,
                    "the file does not begin with front matter",
                    "begin it with the lines '---', 'title: …', 'published: …', '---'");
            return Optional.empty();
        }
        int begin = Math.min(begins.end() + 1, text.length());
        var fences = END.matcher(text);
        if (!fences.find(begin)) {
            problems.add(1, "the front matter has no end", "close it with a line '---' before the body");
            return Optional.empty();
        }
        var front = FrontMatter.of(Yaml.read(text.substring(begin, fences.start()), 2, problems));
        var yaml = front.yaml();
        yaml.require("title", "the article has no title", "add a line 'title: …' to the front matter");
        if (!front.isFlagged()) {
            yaml.require(
                    "published",
                    "the article has no date",
                    "add a line 'published: …' to the front matter; " + Dates.FORMS);
        }
        var published = yaml.value("published", date -> Dates.read(date, definition.zone()), Dates.FORMS);
        var statedId = yaml.value("id", StatedId::new, STATED_ID);
        var statedUpdated = published.flatMap(date -> updated(yaml, date, definition.zone(), now));
        boolean draft = front.isDraft();
        var latest =
                published.map(OffsetDateTime::toInstant).filter(now::isBefore).orElse(now);
        var withdrawal = CorrectionBlock.withdrawal(yaml, definition.zone(), latest);
        ArticleText shown;
        try {
            shown = shown(name, yaml, text, fences.end(), definition, files, latest, problems);
        } catch (TooMuch e) {
            problems.add(0, e.what(), e.remedy());
            return Optional.empty();
        }
        Limits.check(shown, text.length(), problems);
        if (!problems.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        var manuscript = new Manuscript(
                feed,
                new Slug(slug),
                statedId.orElse(null),
                definition.identity().authority(),
                published.get(),
                statedUpdated.orElse((Instant) null),
                draft,
                shown,
                withdrawal.orElse(null),
                null);
        return Optional.of(new ArticleFile(manuscript, yaml.has("id") ? yaml.line("id") : 0, problems.warnings()));
    }

    /**
     * When it is said to have changed: not before it was published, and not later than now, for readers and
     * caches take what lies ahead for a mistake of the clock. What is scheduled may change when it appears.
     */
    private static Optional<Instant> updated(Yaml yaml, OffsetDateTime published, ZoneId zone, Instant now) {
        return yaml.value("updated", date -> Dates.read(date, zone), Dates.FORMS)
                .map(updated -> {
                    var instant = updated.toInstant();
                    if (instant.isAfter(now) && instant.isAfter(published.toInstant())) {
                        yaml.problem(
                                "updated",
                                yaml.written("updated") + " lies in the future",
                                "write when it changed last, or take the line out; at that time it is published as it is");
                    }
                    if (!instant.isBefore(published.toInstant())) {
                        return instant;
                    }
                    if (updated.toLocalDate().isBefore(published.toLocalDate())) {
                        yaml.warn(
                                "updated",
                                yaml.written("updated") + " lies before " + yaml.written("published")
                                        + ", which counts",
                                "write when it changed last, or take the line out");
                    }
                    return published.toInstant();
                });
    }

    private static ArticleText shown(
            String name,
            Yaml yaml,
            String text,
            int bodyStart,
            FeedDefinition definition,
            Attachments files,
            Instant latest,
            Problems problems) {
        String source = text.substring(bodyStart);
        boolean ownHighlights = yaml.has("highlights");
        boolean ownDisclaimer = yaml.has("disclaimer");
        var body = isPlainText(name)
                ? PlainText.body(source, !ownHighlights, !ownDisclaimer)
                : Markdown.body(source, yaml.text("title").orElse(""), !ownHighlights, !ownDisclaimer);
        int lineOfBody = (int) text.substring(0, bodyStart).lines().count() - 1;
        body.notes().forEach(note -> {
            int line = note.line(source);
            problems.warn(line == 0 ? 0 : lineOfBody + line, note.what(), note.remedy());
        });
        var disclaimer = ownDisclaimer ? disclaimer(yaml) : body.disclaimer();
        String link = yaml.value("link", YamlValues::address, "write the article's address, beginning with https://")
                .orElse(null);
        var picture = LeadImage.read(yaml);
        String image = picture.map(LeadImage::address).orElse(null);
        var media = new MediaBlock(yaml, link != null, definition.podcast() != null, files);
        var enclosures = media.enclosures();
        var episode = definition.podcast() == null ? null : media.episode().orElse(null);
        var corrections = CorrectionBlock.corrections(yaml, definition.zone(), latest);
        Stream.ofNullable(image).forEach(files::find);
        media.refuseUnsafe("image", image, AddressKind.MEDIA);
        Stream.of(
                        Stream.of(body.prose()),
                        Stream.ofNullable(disclaimer).map(Disclaimer::prose),
                        corrections.stream().map(Correction::prose))
                .flatMap(proses -> proses)
                .flatMap(NamedAddress::of)
                .forEach(files::look);
        files.tell(link != null, text, problems);
        var highlights = ownHighlights ? highlights(yaml) : body.highlights();
        return new ArticleText(
                yaml.text("title").filter(title -> !title.isBlank()).orElse("Untitled"),
                link,
                YamlValues.people(yaml, "authors"),
                YamlValues.categories(yaml),
                highlights,
                body.prose(),
                disclaimer,
                yaml.value("language", YamlValues::language, "write a language tag such as en, de-CH or zh-Hans")
                        .orElse(null),
                yaml.text("rights").orElse(null),
                image,
                enclosures,
                corrections,
                files.found(),
                episode,
                summary(yaml, highlights),
                picture.map(LeadImage::alternative).orElse(null),
                files.linked(link != null));
    }

    private static List<Highlight> highlights(Yaml yaml) {
        var texts = yaml.texts("highlights");
        if (yaml.isText("highlights")) {
            texts = texts.stream()
                    .flatMap(text -> WrittenList.items(text).stream())
                    .toList();
            if (texts.stream().anyMatch(WrittenList::isFolded)) {
                yaml.warn(
                        "highlights",
                        "the lines of " + yaml.written("highlights") + " are one highlight",
                        "write '|' behind it, or nothing but a list");
            }
        }
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(Highlight::new)
                .toList();
    }

    /** Readers are shown the highlights, or else the summary. */
    private static @Nullable String summary(Yaml yaml, List<Highlight> highlights) {
        String summary = yaml.text("summary").filter(text -> !text.isBlank()).orElse(null);
        if (summary != null && !highlights.isEmpty()) {
            yaml.warn(
                    "summary",
                    yaml.written("summary") + " is not shown, for the highlights are the article's summary",
                    "take the line out, or leave it to the program that reads it");
        }
        return summary;
    }

    /** An empty text, or the word false, says that the article has none, not even the feed's. */
    private static Disclaimer disclaimer(Yaml yaml) {
        return yaml.text("disclaimer")
                .filter(text -> !text.isBlank() && !text.strip().equalsIgnoreCase("false"))
                .map(text -> new Disclaimer(Markdown.prose(text, PartIds.DISCLAIMER)))
                .orElse(Disclaimer.NONE);
    }
}
