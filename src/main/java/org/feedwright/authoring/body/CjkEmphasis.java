package org.feedwright.authoring.body;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes emphasis in Chinese, Japanese and Korean, which are written without spaces: {@code これは**太字。**次の文。}
 *
 * <p>Where one side of the asterisks is punctuation, CommonMark demands a space or punctuation on the other side too,
 * and shows the asterisks otherwise. By <a href="https://github.com/tats-u/markdown-cjk-friendly">CommonMark
 * CJK-friendly Amendments</a> a CJK character will do there as well, and CJK punctuation counts as letters. The parser
 * cannot be extended for this. So a noncharacter, which counts as a letter, is put between the punctuation and the
 * asterisks, and is removed from everything that was parsed, code and addresses too. No article's text contains it,
 * because XML forbids it.
 */
final class CjkEmphasis {
    private static final char MARK = '\uFFFE';
    private static final String MARKS = String.valueOf(MARK);

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.YI);
    private static final Set<UnicodeBlock> BLOCKS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.CJK_COMPATIBILITY_FORMS,
            UnicodeBlock.CJK_COMPATIBILITY,
            UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            UnicodeBlock.VERTICAL_FORMS,
            UnicodeBlock.SMALL_FORM_VARIANTS,
            UnicodeBlock.KATAKANA);

    private CjkEmphasis() {}

    static Node parse(Parser parser, String source) {
        String marked = marked(source);
        var document = parser.parse(marked);
        if (marked.length() != source.length()) {
            document.accept(new Unmarking());
        }
        return document;
    }

    private static String marked(String source) {
        if (!mayBeCjk(source)) {
            return source;
        }
        var marked = new StringBuilder(source.length() + 16);
        int end;
        for (int i = 0; i < source.length(); i = end) {
            char c = source.charAt(i);
            end = i + 1;
            boolean isDelimiter = c == '*' || c == '~';
            while (isDelimiter && end < source.length() && source.charAt(end) == c) {
                end++;
            }
            boolean isMarked = isDelimiter && (c == '*' || end - i == 2) && needsMarks(source, i, end);
            marked.append(isMarked ? MARKS : "").append(source, i, end).append(isMarked ? MARKS : "");
        }
        return marked.toString();
    }

    /** Quotation marks and dashes, which most texts have, stand between Hangul's letters and the radicals of Chinese. */
    private static boolean mayBeCjk(String source) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c >= 0x2E80 || (c >= 0x1100 && c < 0x1200)) {
                return true;
            }
        }
        return false;
    }

    /** Whether asterisks should begin or end emphasis here although CommonMark would not let them. */
    private static boolean needsMarks(String source, int start, int end) {
        if (start == 0 || end == source.length() || source.charAt(start - 1) == '\\') {
            return false;
        }
        int before = source.codePointBefore(start);
        int after = source.codePointAt(end);
        if (Characters.isWhitespaceCodePoint(before) || Characters.isWhitespaceCodePoint(after)) {
            return false;
        }
        boolean isBeside = Characters.isPunctuationCodePoint(before) != Characters.isPunctuationCodePoint(after);
        return isBeside && !isForeign(before, after) && !isForeign(after, before);
    }

    /** Whether a character is punctuation of other scripts beside a letter of other scripts. */
    private static boolean isForeign(int c, int other) {
        return Characters.isPunctuationCodePoint(c) && !isCjk(c) && !isCjk(other);
    }

    static boolean isCjk(int c) {
        return c >= 0x1100 && (SCRIPTS.contains(UnicodeScript.of(c)) || isInBlock(UnicodeBlock.of(c)));
    }

    private static boolean isInBlock(@Nullable UnicodeBlock block) {
        return block != null && BLOCKS.contains(block);
    }

    private static final class Unmarking extends AbstractVisitor {
        @Override
        public void visit(Text text) {
            text.setLiteral(unmarked(text.getLiteral()));
        }

        @Override
        public void visit(Code code) {
            code.setLiteral(unmarked(code.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setLiteral(unmarked(code.getLiteral()));
            code.setInfo(unmarked(code.getInfo()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code.setLiteral(unmarked(code.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            html.setLiteral(unmarked(html.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            html.setLiteral(unmarked(html.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            link.setDestination(unmarked(link.getDestination()));
            link.setTitle(unmarkedOrNull(link.getTitle()));
            super.visit(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(unmarked(image.getDestination()));
            image.setTitle(unmarkedOrNull(image.getTitle()));
            super.visit(image);
        }

        private static @Nullable String unmarkedOrNull(@Nullable String text) {
            return text == null ? null : unmarked(text);
        }

        private static String unmarked(String text) {
            return text.indexOf(MARK) < 0 ? text : text.replace(MARKS, "");
        }
    }
}
