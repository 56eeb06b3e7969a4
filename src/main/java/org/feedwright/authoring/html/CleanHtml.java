package org.feedwright.authoring.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.problem.TooMuch;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeTraversor;

/**
 * Removes from HTML what could act or hide in a reader: scripts, event handlers, styles, forms, frames, plug-ins, and
 * addresses that no reader may follow. The text around them stays, and an element with a meaning leaves words or a
 * link. {@code docs/html.md} has the rules.
 */
public final class CleanHtml {
    /** Far more elements than anyone writes; each takes a few hundred bytes while it is read. */
    private static final int MOST_ELEMENTS = 200_000;

    private CleanHtml() {}

    public static String of(String html) {
        return of(html, _ -> {});
    }

    /**
     * Cleans an HTML fragment.
     *
     * @param notes receives what could not stay as it was written
     * @throws TooMuch if the fragment has, or would get, so many elements or characters that it would harm others
     */
    public static String of(String html, Consumer<Note> notes) {
        var body = parsed(html, Parser.htmlParser());
        var cleaning = new Cleaning(body, new CleaningNotes(notes));
        NodeTraversor.filter(cleaning, body);
        var clean = cleaning.clean();
        clean.outputSettings(new OutputSettings().prettyPrint(false));
        return clean.body().html().strip();
    }

    /**
     * Reads an HTML fragment as a tree whose nodes know their places in it.
     *
     * @throws TooMuch if the fragment has so many elements that it would harm others
     */
    public static Element parsed(String html) {
        return parsed(html, Parser.htmlParser().setTrackPosition(true));
    }

    /**
     * Counts the elements while it reads: an element that is left open can be opened again in each of a million
     * paragraphs.
     */
    private static Element parsed(String html, Parser reader) {
        try (var parser = new StreamParser(reader)) {
            parser.parseFragment(html, new Element("body"), "");
            int elements = 0;
            for (var each = parser.iterator(); each.hasNext(); each.next()) {
                if (++elements > MOST_ELEMENTS) {
                    throw new TooMuch(
                            String.format(Locale.ROOT, "it has more than %,d HTML elements", MOST_ELEMENTS),
                            TooMuch.PART);
                }
            }
            return parser.completeFragment().stream()
                    .findFirst()
                    .flatMap(first -> Optional.ofNullable(first.parentElement()))
                    .orElseGet(() -> new Element("body"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen in memory
        }
    }
}
