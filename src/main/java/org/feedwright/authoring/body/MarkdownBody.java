package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.template.Translation;
import org.jspecify.annotations.Nullable;

/** The body of an article in Markdown. Its sections are taken out of it, each with the footnotes that it needs. */
final class MarkdownBody {
    private final Node document;
    private final Translation translation;
    private final String source;
    private final List<Note> notes;
    /** The lines that were taken out and no longer belong to the body. */
    private final Set<Integer> taken = new HashSet<>();

    private final Footnotes footnotes;

    /** @param notes those that were made while it was parsed; more are added */
    MarkdownBody(Node document, Translation translation, List<Note> notes) {
        this.document = document;
        this.translation = translation;
        this.source = translation.text();
        this.notes = notes;
        this.footnotes = new Footnotes(document);
    }

    Body read(String title, boolean takeHighlights, boolean takeDisclaimer) {
        String heading = title.isBlank() ? takeHeading() : null;
        dropTitle(title);
        Footnotes.noteUndefined(document, source, notes::add);
        TableCells.noteLost(document, source, notes::add);
        var list = takeHighlights ? takeHighlights() : null;
        var disclaimer = takeDisclaimer ? takeDisclaimer() : null;
        var ofHighlights = list == null ? Set.<FootnoteDefinition>of() : footnotes.below(List.of(list));
        var ofDisclaimer = disclaimer == null ? Set.<FootnoteDefinition>of() : footnotes.below(disclaimer);
        var shown = place(ofHighlights, ofDisclaimer);
        var highlights = list == null ? List.<Highlight>of() : Markdown.items(list, source, footnotes, notes::add);
        String summary = SummaryMark.isIn(source) ? SummaryMark.before(Markdown.uncleaned(document, source)) : null;
        String html = Markdown.html(document, source, PartIds.BODY, notes::add);
        var own = disclaimer == null ? null : disclaimer(disclaimer, ofDisclaimer, shown);
        return new Body(new Prose(translation.writtenWithout(taken), html), highlights, own, heading, summary, notes);
    }

    /** Removes a leading heading that repeats the title; the page has a heading for it. */
    private void dropTitle(String title) {
        if (document.getFirstChild() instanceof Heading heading
                && heading.getNext() != null
                && MarkdownText.repeats(heading, title)) {
            heading.unlink();
        }
    }

    /** Takes out the first heading of level 1, which is the title of an article that states none. */
    private @Nullable String takeHeading() {
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == 1) {
                String words = Markdown.said(heading, source);
                if (!words.isEmpty()) {
                    heading.unlink();
                    return words;
                }
            }
        }
        return null;
    }

    /**
     * Distributes the footnotes to the body and its sections.
     *
     * @return the footnotes that the body itself needs
     */
    private Set<FootnoteDefinition> place(Set<FootnoteDefinition> first, Set<FootnoteDefinition> last) {
        if (footnotes.isEmpty()) {
            return Set.of();
        }
        var shown = footnotes.below(List.of(document));
        var used = new LinkedHashSet<>(shown);
        used.addAll(first);
        used.addAll(last);
        used.stream().filter(definition -> !shown.contains(definition)).forEach(this::takeLines);
        footnotes.showUnused(used, notes::add);
        return shown;
    }

    private @Nullable ListBlock takeHighlights() {
        var heading = document.getFirstChild();
        boolean isHeaded = (heading instanceof Heading || heading instanceof Paragraph)
                && Body.HIGHLIGHTS.matcher(MarkdownText.of(heading)).matches();
        if (!isHeaded || !(heading.getNext() instanceof ListBlock list)) {
            return null;
        }
        take((Block) heading);
        take(list);
        footnotes.within(list).forEach(document::appendChild);
        return list;
    }

    /** Takes out the blocks of the disclaimer, without its heading; null if there is none. */
    private @Nullable List<Block> takeDisclaimer() {
        var last = blockBefore(document.getLastChild());
        if (last instanceof Paragraph paragraph
                && Body.DISCLAIMER.matcher(MarkdownText.of(paragraph)).lookingAt()) {
            take(paragraph);
            return List.of(paragraph);
        }
        var section = new ArrayList<Block>();
        for (var block = last; block != null; block = blockBefore(block.getPrevious())) {
            // A paragraph heads at most one other; else all that follows any mention of a disclaimer would be taken.
            boolean isHeading = block instanceof Heading || (block instanceof Paragraph && section.size() == 1);
            if (isHeading
                    && !section.isEmpty()
                    && Body.DISCLAIMER_HEADING.matcher(MarkdownText.of(block)).matches()) {
                take((Block) block);
                section.forEach(this::take);
                return section.reversed();
            }
            if (block instanceof Heading) {
                return null;
            }
            section.add((Block) block);
        }
        return null;
    }

    /** The node, or the nearest one before it that is shown where it stands. */
    private static @Nullable Node blockBefore(@Nullable Node node) {
        var block = node;
        while (block instanceof FootnoteDefinition || block instanceof LinkReferenceDefinition) {
            block = block.getPrevious();
        }
        return block;
    }

    /** Makes the disclaimer, with its footnotes below it. A footnote that the body needs too is shown below both. */
    private Disclaimer disclaimer(List<Block> section, Set<FootnoteDefinition> needed, Set<FootnoteDefinition> shown) {
        var all = new Document();
        var written = new ArrayList<Block>(section);
        section.forEach(all::appendChild);
        needed.forEach(definition -> {
            all.appendChild(definition);
            if (!shown.contains(definition)) {
                written.add(definition);
            }
        });
        String own = source(written);
        if (section.size() == 1 && section.getFirst() instanceof Paragraph paragraph) {
            var beginning = Body.DISCLAIMER.matcher(MarkdownText.of(paragraph));
            if (beginning.lookingAt()) {
                MarkdownText.dropBeginning(paragraph, beginning.end());
            }
        }
        return new Disclaimer(new Prose(own, Markdown.html(all, source, PartIds.DISCLAIMER, notes::add)));
    }

    private String source(Collection<Block> blocks) {
        List<String> lines = source.lines().toList();
        return blocks.stream()
                .map(block -> block.getSourceSpans().stream()
                        .map(SourceSpan::getLineIndex)
                        .map(lines::get)
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private void take(Block block) {
        takeLines(block);
        block.unlink();
    }

    private void takeLines(Block block) {
        block.getSourceSpans().forEach(span -> taken.add(span.getLineIndex()));
    }
}
