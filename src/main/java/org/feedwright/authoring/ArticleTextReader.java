package org.feedwright.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Correction;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.feedwright.authoring.body.Body;
import org.feedwright.authoring.body.HtmlBody;
import org.feedwright.authoring.body.Markdown;
import org.feedwright.authoring.body.PlainText;
import org.feedwright.authoring.front.ArticleParts;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.template.Range;
import org.feedwright.authoring.template.Site;
import org.feedwright.authoring.template.TemplateTags;
import org.feedwright.authoring.template.Translation;
import org.feedwright.authoring.value.WrittenList;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Conventions.Titles;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text that readers are shown of an article, from its front matter and its body. A highlight or a disclaimer
 * in the front matter counts before one in the body.
 *
 * @param name the file's name, which tells whether the body is plain text
 * @param latest no correction can have been made later
 * @param onSite the article's address on its feed's site; null if it has none there
 */
record ArticleTextReader(
        String name,
        Yaml yaml,
        ArticleParts parts,
        FeedDefinition definition,
        Attachments files,
        Instant latest,
        @Nullable String onSite,
        Problems problems) {

    /** @param text the whole file, in which the author finds the lines of the warnings */
    ArticleText read(String text) {
        var body = body();
        var disclaimer = yaml.has("disclaimer") ? disclaimer() : body.disclaimer();
        var link = yaml.value("link", YamlValues::address, "write the article's address, beginning with https://")
                .or(() -> Optional.ofNullable(onSite));
        var picture = LeadImage.read(yaml);
        var media = new MediaBlock(yaml, link.isPresent(), definition.podcast() != null, files);
        var enclosures = media.enclosures();
        var episode = media.episode().orElse(null);
        var corrections = CorrectionBlock.corrections(yaml, definition.zone(), latest);
        media.lookFor(picture);
        lookForNamed(Stream.of(
                        Stream.of(body.prose()),
                        Stream.ofNullable(disclaimer).map(Disclaimer::prose),
                        corrections.stream().map(Correction::prose))
                .flatMap(proses -> proses));
        files.tell(link.isPresent(), text, problems);
        var highlights = yaml.has("highlights") ? highlights() : body.highlights();
        return new ArticleText(
                title(body),
                link.orElse(null),
                YamlValues.people(yaml, "authors", definition.conventions().authors()),
                YamlValues.categories(yaml),
                highlights,
                body.prose(),
                disclaimer,
                yaml.value("language", YamlValues::language, "write a language tag such as en, de-CH or zh-Hans")
                        .orElse(null),
                yaml.text("rights").orElse(null),
                picture.map(LeadImage::address).orElse(null),
                enclosures,
                corrections,
                files.found(),
                episode,
                summary(highlights, body),
                picture.map(LeadImage::alternative).orElse(null),
                files.linked(link.isPresent()));
    }

    private Optional<String> statedTitle() {
        return yaml.text("title").filter(title -> !XmlText.line(title).isEmpty());
    }

    /**
     * The stated title, else the first heading, else the name of the file where the feed says so. A note says that it has
     * none, and is not named by its file.
     */
    private String title(Body body) {
        boolean isNote =
                yaml.value("untitled", FeedFile::flag, "write true or false").orElse(false);
        var title = statedTitle()
                .or(() -> Optional.ofNullable(XmlText.lineOrNull(body.heading())))
                .or(() -> isNote ? Optional.of("") : nameAsTitle());
        if (title.isEmpty()) {
            tellOfNoTitle();
        }
        return title.orElse("Untitled");
    }

    private Optional<String> nameAsTitle() {
        return definition.conventions().titles() == Titles.NAMES ? ArticleName.title(name) : Optional.empty();
    }

    private void tellOfNoTitle() {
        if (parts.hasFront()) {
            yaml.require(
                    "title",
                    "the article has no title",
                    "add a line '" + yaml.notation().line("title", "…") + "' to the front matter");
        } else {
            parts.tellOfNone(problems);
        }
    }

    private Body body() {
        boolean takesHighlights = !yaml.has("highlights");
        boolean takesDisclaimer = !yaml.has("disclaimer");
        String title = statedTitle().orElse("");
        Body body;
        if (ArticleName.isPlainText(name)) {
            body = PlainText.body(parts.body(), takesHighlights, takesDisclaimer);
        } else if (ArticleName.isHtml(name)) {
            body = HtmlBody.body(translated(HtmlBody::code, true), title, takesHighlights, takesDisclaimer);
        } else {
            body = Markdown.body(translated(Markdown::code, false), title, takesHighlights, takesDisclaimer);
        }
        body.notes().forEach(this::warn);
        return body;
    }

    private void warn(Note note) {
        int line = note.line(parts.body());
        problems.warn(line == 0 ? 0 : parts.linesBefore() + line, note.what(), note.remedy());
    }

    private Translation translated(Function<String, List<Range>> code, boolean isHtml) {
        if (RunTemplates.areOff(yaml)) {
            return Translation.none(parts.body()).withMark(yaml.plain("excerpt_separator"));
        }
        var site = new Site(
                definition.conventions().templates(),
                statedTitle().orElse(""),
                definition.description().home(),
                this::asset,
                Markdown::inline);
        return TemplateTags.translate(parts.body(), site, code, isHtml, this::warn)
                .withMark(yaml.plain("excerpt_separator"));
    }

    /** Hexo keeps the files of an article in a folder that has the article's name; else the file lies beside it. */
    private String asset(String file) {
        String folder = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        return files.find(folder + "/" + file, "").isPresent() ? folder + "/" + file : file;
    }

    private void lookForNamed(Stream<Prose> proses) {
        proses.flatMap(NamedAddress::of).forEach(files::look);
    }

    private List<Highlight> highlights() {
        return WrittenList.read(yaml, "highlights", "highlight").stream()
                .filter(text -> !text.isBlank())
                .map(Highlight::new)
                .toList();
    }

    /** Readers are shown the highlights, or else the summary, or else what stands before the mark in the body. */
    private @Nullable String summary(List<Highlight> highlights, Body body) {
        String summary = yaml.text("summary").filter(text -> !text.isBlank()).orElse(null);
        if (summary != null && !highlights.isEmpty()) {
            yaml.warn(
                    "summary",
                    yaml.written("summary") + " is not shown, for the highlights are the article's summary",
                    "take the line out, or leave it to the program that reads it");
        }
        return summary == null && highlights.isEmpty() ? body.summary() : summary;
    }

    /** An empty text, or the word false, says that the article has none, not even the feed's. */
    private Disclaimer disclaimer() {
        return yaml.text("disclaimer")
                .filter(text -> !text.isBlank() && !text.strip().equalsIgnoreCase("false"))
                .map(text -> new Disclaimer(Markdown.prose(text, PartIds.DISCLAIMER)))
                .orElse(Disclaimer.NONE);
    }
}
