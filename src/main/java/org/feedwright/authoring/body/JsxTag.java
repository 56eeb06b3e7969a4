package org.feedwright.authoring.body;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads what MDX has and CommonMark would show to readers: a tag with JavaScript among its attributes, such as {@code
 * <Tabs values={[…]}>}, as a tag without these; one whose name has a dot; and a comment, as one of HTML.
 */
final class JsxTag implements InlineContentParser {
    private static final Set<String> VOID = Set.of("br", "embed", "hr", "img", "input", "source", "track", "wbr");
    private static final Set<String> ENDED = Set.of("audio", "iframe", "video");
    private static final Pattern TAG =
            Pattern.compile("<([A-Za-z][\\w.-]*+)((?:\\s[^<>/]*+(?:/(?!>)[^<>/]*+)*+)?)(/?>)");
    private static final Pattern CODE = Pattern.compile("\\s[\\w:.-]++=\\{[^{}\"']*+}");
    private static final int LONGEST = 5_000; // characters
    private static final int MOST_TRIES = 20; // in one block, for each may look at all of these characters

    /** In place of JavaScript; no attribute of this name is published. */
    static final String MARK = " data-javascript";

    /** In place of a comment. */
    static final String COMMENT = "<!---->";

    private int tries;
    private int members;

    private JsxTag() {}

    @Override
    public @Nullable ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        if (tries > MOST_TRIES) {
            return ParsedInline.none();
        }
        if (scanner.next('{')) {
            return comment(scanner);
        }
        scanner.next(); // the sign that it begins with
        var tag = new Reading(scanner);
        boolean isTag = tag.read();
        tries += tag.hasCode && !isTag ? 1 : 0;
        boolean isOwn = isTag && (isMember(tag) || tag.hasCode);
        return isOwn ? html(tag.html(), scanner) : ParsedInline.none();
    }

    /** Whether it is {@code <Tabs.Item label="…">} or its end; a name alone may be anything, such as that of a file. */
    private boolean isMember(Reading tag) {
        if (tag.name.indexOf('.') < 0 || !Character.isUpperCase(tag.name.charAt(0))) {
            return false;
        }
        boolean isMember =
                tag.isEnd ? members > 0 : tag.isEmpty || tag.hasCode || tag.kept.length() > tag.name.length();
        members += !isMember || tag.isEmpty ? 0 : tag.isEnd ? -1 : 1;
        return isMember;
    }

    /** A comment that is neither a mark nor the id of a heading. */
    private @Nullable ParsedInline comment(Scanner scanner) {
        if (!scanner.next("/*")) {
            return ParsedInline.none();
        }
        var begin = scanner.position();
        while (scanner.find('*') >= 0) {
            var end = scanner.position();
            if (scanner.next("*/}")) {
                String text = scanner.getSource(begin, end).getContent().strip();
                return text.startsWith("#") || text.equals("truncate") ? ParsedInline.none() : html(COMMENT, scanner);
            }
            scanner.next();
        }
        tries++;
        return ParsedInline.none();
    }

    /**
     * HTML in which a tag has JavaScript that CommonMark takes for a value, such as {@code src={film}}, without it; and a
     * film that ends by itself, as in MDX, with its end: in HTML all that follows would be in it.
     */
    static String inHtml(String html) {
        if (!html.contains("={") && !html.contains("/>")) {
            return html;
        }
        return TAG.matcher(html).replaceAll(tag -> {
            String code = CODE.matcher(tag.group(2)).replaceAll("");
            String own = code.length() < tag.group(2).length() ? code + MARK : code;
            boolean ends =
                    tag.group(3).equals("/>") && ENDED.contains(tag.group(1).toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(
                    "<" + tag.group(1) + own + (ends ? "></" + tag.group(1) + ">" : tag.group(3)));
        });
    }

    private static ParsedInline html(String literal, Scanner scanner) {
        var html = new HtmlInline();
        html.setLiteral(literal);
        return ParsedInline.of(html, scanner.position());
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** One tag while it is read. */
    private static final class Reading {
        private final Scanner scanner;
        private final StringBuilder kept = new StringBuilder();
        private String name = "";
        private int length;
        private boolean hasCode;
        private boolean isEmpty;
        private boolean isEnd;

        Reading(Scanner scanner) {
            this.scanner = scanner;
        }

        /** Whether it is a whole tag; then the scanner stands behind it. */
        boolean read() {
            isEnd = scanner.next('/');
            if (!isLetter(scanner.peek())) {
                return false;
            }
            name = word();
            kept.append(isEnd ? "/" : "").append(name);
            if (isEnd) {
                return scanner.next('>');
            }
            while (length < LONGEST) {
                boolean isApart = scanner.whitespace() > 0;
                if (scanner.next('>')) {
                    return true;
                }
                if (scanner.next('/')) {
                    isEmpty = true;
                    return scanner.next('>');
                }
                if (!isApart || !attribute()) {
                    return false;
                }
            }
            return false;
        }

        /** The tag in HTML, where only some elements may be empty by themselves. */
        String html() {
            String end = isEmpty && !VOID.contains(name) ? "</" + name + ">" : "";
            return "<" + kept + (hasCode ? MARK : "") + ">" + end;
        }

        private boolean attribute() {
            if (scanner.next('{')) { // {...props}
                return scanner.next('.') && code();
            }
            String name = word();
            if (name.isEmpty()) {
                return false;
            }
            scanner.whitespace();
            if (!scanner.next('=')) {
                kept.append(' ').append(name);
                return true;
            }
            scanner.whitespace();
            if (scanner.next('{')) {
                return code();
            }
            char quote = scanner.peek();
            return (quote == '"' || quote == '\'') && quoted(name, quote);
        }

        private String word() {
            var word = new StringBuilder();
            for (char c = scanner.peek(); isLetter(c) || (c >= '0' && c <= '9') || "._:-".indexOf(c) >= 0; ) {
                word.append(c);
                length++;
                scanner.next();
                c = scanner.peek();
            }
            return word.toString();
        }

        private boolean quoted(String name, char quote) {
            scanner.next();
            var begin = scanner.position();
            int found = scanner.find(quote);
            if (found < 0) {
                return false;
            }
            length += found;
            String value = scanner.getSource(begin, scanner.position()).getContent();
            kept.append(' ')
                    .append(name)
                    .append('=')
                    .append(quote)
                    .append(value)
                    .append(quote);
            return scanner.next(quote);
        }

        /** Whether the brace that was read has an end; braces in texts count for nothing. */
        private boolean code() {
            hasCode = true;
            int depth = 1;
            char quote = 0;
            while (depth > 0 && scanner.hasNext() && length++ < LONGEST) {
                char c = scanner.peek();
                scanner.next();
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'' || c == '`') {
                    quote = c;
                } else {
                    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                }
            }
            return depth == 0;
        }
    }

    /** Makes a parser for each block. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<', '{');
        }

        @Override
        public InlineContentParser create() {
            return new JsxTag();
        }
    }
}
