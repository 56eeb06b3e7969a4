package org.feedwright.authoring.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.feedwright.authoring.html.CleanHtml;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.template.Range;
import org.feedwright.authoring.template.Translation;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The body of an article in HTML. Its sections are cut out of the text as it was written, so that what is left stays
 * byte for byte.
 */
public final class HtmlBody {
    private static final Pattern TITLE =
            Pattern.compile("<title(?:\\s[^<>]*+)?>([^<]*+)</title", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE = Pattern.compile("<body(?:\\s[^<>]*+)?>|</head\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_END = Pattern.compile("</body\\s*>|</html\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE =
            Pattern.compile("<(/?)(pre|code|script|style|textarea)(?=[\\s>])", Pattern.CASE_INSENSITIVE);

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> WRAPPERS = Set.of("article", "div", "main", "section");

    private final Translation translation;
    private final String source;
    private final int begin;
    private final int end;
    private final Element root;
    private final List<Range> cuts = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private HtmlBody(Translation translation) {
        this.translation = translation;
        this.source = translation.text();
        var head = PAGE.matcher(source);
        int found = 0;
        while (found < source.length() && head.find()) {
            found = head.end();
            if (source.charAt(head.start() + 1) != '/') {
                break;
            }
        }
        this.begin = found;
        var foot = PAGE_END.matcher(source).region(begin, source.length());
        this.end = begin > 0 && foot.find() ? foot.start() : source.length();
        this.root = CleanHtml.parsed(source.substring(begin, end));
    }

    /**
     * Cleans the body of an article; of a whole page what its {@code body} holds. Sections that are not wanted stay.
     *
     * @param title the article's title, which a leading heading does not repeat
     * @param takeHighlights whether a leading section "Highlights" is taken out
     * @param takeDisclaimer whether a last section or paragraph "Disclaimer" is taken out
     */
    public static Body body(Translation translation, String title, boolean takeHighlights, boolean takeDisclaimer) {
        return new HtmlBody(translation).read(title, takeHighlights, takeDisclaimer);
    }

    /** Finds what is shown as it stands: {@code pre}, {@code code}, and what is never shown. */
    public static List<Range> code(String source) {
        var code = new ArrayList<Range>();
        var tag = CODE.matcher(source);
        String open = "";
        int start = 0;
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            boolean isEnd = !tag.group(1).isEmpty();
            if (open.isEmpty() && !isEnd) {
                open = name;
                start = tag.end();
            } else if (isEnd && name.equals(open)) {
                code.add(new Range(start, tag.start()));
                open = "";
            }
        }
        return code;
    }

    private Body read(String title, boolean takeHighlights, boolean takeDisclaimer) {
        var content = content();
        String heading = heading(title);
        var highlights = takeHighlights ? takeHighlights(content) : List.<Highlight>of();
        var disclaimer = takeDisclaimer ? takeDisclaimer(content) : null;
        String left = left();
        String html = PartIds.unique(CleanHtml.of(left, notes::add), PartIds.BODY);
        String written = cuts.isEmpty() && begin == 0 && end == source.length() ? translation.written() : left;
        return new Body(
                new Prose(written.strip(), html), highlights, disclaimer, heading, SummaryMark.before(left), notes);
    }

    /** The element that holds the article: the outermost one that is not alone in another. */
    private Element content() {
        var content = root;
        while (content.childrenSize() == 1
                && content.ownText().isBlank()
                && WRAPPERS.contains(content.child(0).normalName())) {
            content = content.child(0);
        }
        return content;
    }

    private @Nullable String heading(String title) {
        var first = root.selectFirst("h1");
        if (!title.isBlank()) {
            var leading = root.selectFirst("h1, h2, h3, p, ul, ol, pre, blockquote, table, img");
            if (leading != null
                    && leading.tagName().startsWith("h")
                    && XmlText.line(title).equals(HtmlLine.of(leading.html()))) {
                cut(leading, leading);
            }
            return null;
        }
        String words = first == null ? "" : HtmlLine.of(first.html());
        if (first != null && !words.isEmpty()) {
            cut(first, first);
            return words;
        }
        var stated = TITLE.matcher(source).region(0, begin);
        String page = stated.find() ? HtmlLine.of(stated.group(1)) : "";
        return page.isEmpty() ? null : page;
    }

    private List<Highlight> takeHighlights(Element content) {
        var heading =
                content.children().stream().filter(this::isLeft).findFirst().orElse(null);
        var list = heading == null ? null : heading.nextElementSibling();
        boolean isHeaded = heading != null
                && (HEADINGS.contains(heading.normalName()) || heading.nameIs("p"))
                && Body.HIGHLIGHTS.matcher(heading.text()).matches();
        if (heading == null || list == null || !isHeaded || !list.is("ul, ol")) {
            return List.of();
        }
        cut(heading, list);
        return list.children().stream()
                .map(item -> HtmlLine.of(CleanHtml.of(item.html())))
                .filter(line -> !line.isEmpty())
                .map(Highlight::new)
                .toList();
    }

    private @Nullable Disclaimer takeDisclaimer(Element content) {
        var last = content.lastElementChild();
        if (last == null || !isLeft(last)) {
            return null;
        }
        if (last.nameIs("p")) {
            var beginning = Body.DISCLAIMER.matcher(last.wholeText());
            if (beginning.lookingAt()) {
                return disclaimer(last, last, beginning.end());
            }
        }
        int passed = 0;
        for (var block = last; block != null && isLeft(block); block = block.previousElementSibling(), passed++) {
            boolean isHeading = HEADINGS.contains(block.normalName());
            boolean isLine = passed == 1 && block.nameIs("p");
            var next = block.nextElementSibling();
            if ((isHeading || isLine)
                    && next != null
                    && Body.DISCLAIMER_HEADING.matcher(block.text()).matches()) {
                var disclaimer = disclaimer(next, last, 0);
                cut(block, block);
                return disclaimer;
            }
            if (isHeading) {
                return null;
            }
        }
        return null;
    }

    private Disclaimer disclaimer(Element first, Element last, int dropped) {
        String written = source.substring(start(first), end(last));
        cut(first, last);
        var body = Jsoup.parseBodyFragment(CleanHtml.of(written, notes::add)).body();
        var left = new int[] {dropped};
        body.forEachNode(node -> {
            if (node instanceof TextNode text && left[0] > 0) {
                int drop = Math.min(left[0], text.getWholeText().length());
                left[0] -= drop;
                text.text(text.getWholeText().substring(drop));
            }
        });
        body.select("strong:empty, b:empty, em:empty, i:empty").remove();
        var document = body.ownerDocument();
        if (document != null) {
            document.outputSettings(new OutputSettings().prettyPrint(false));
        }
        String html = body.html().strip();
        return new Disclaimer(new Prose(written.strip(), PartIds.unique(html, PartIds.DISCLAIMER)));
    }

    private boolean isLeft(Element element) {
        int start = start(element);
        return cuts.stream().noneMatch(cut -> cut.start() <= start && start < cut.end());
    }

    private void cut(Element first, Element last) {
        cuts.add(new Range(start(first), end(last)));
    }

    private int start(Element element) {
        return begin + element.sourceRange().startPos();
    }

    /** The position behind an element, whether its end is written or not. */
    private int end(Element element) {
        var written = element.endSourceRange();
        if (written.isTracked() && !written.isImplicit()) {
            return begin + written.endPos();
        }
        Node next = element.nextSibling();
        if (next != null && next.sourceRange().isTracked()) {
            return begin + next.sourceRange().startPos();
        }
        var parent = element.parent();
        return parent == null ? end : parentEnd(parent);
    }

    private int parentEnd(Element parent) {
        var written = parent.endSourceRange();
        return written.isTracked() && !written.isImplicit() ? begin + written.startPos() : end;
    }

    private String left() {
        var left = new StringBuilder();
        int from = begin;
        for (var cut :
                cuts.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
            if (cut.start() >= from) {
                left.append(source, from, cut.start());
                from = cut.end();
            }
        }
        return left.append(source, from, end).toString();
    }
}
