package org.feedwright.authoring.body;

import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.jsoup.nodes.Entities;

/** What generators write beside code: its language in a line above it, and a title behind the language. */
final class CodeIdioms {
    /** Python-Markdown's name of a language above indented code. */
    private static final Pattern LANGUAGE = Pattern.compile("(?::::|#!)([\\w+#.-]+)(?:[ \\t][^\\n]*)?\\n");

    /** As Docusaurus, Hugo's themes and Gatsby have it behind a fence. */
    private static final Pattern TITLE = Pattern.compile(
            "(?:^|[\\s{,:])(?:title|caption|filename)\\s*=\\s*(?:\"([^\"]+)\"|'([^']+)'|([^\\s\"'{},]+))");

    private CodeIdioms() {}

    /** A first line of code that names its language is none of the code. */
    static void name(IndentedCodeBlock code) {
        var language = LANGUAGE.matcher(code.getLiteral());
        if (language.lookingAt() && !Callout.isName(language.group(1))) {
            var named = new FencedCodeBlock();
            named.setInfo(language.group(1));
            named.setLiteral(code.getLiteral().substring(language.end()));
            named.setSourceSpans(code.getSourceSpans());
            code.insertBefore(named);
            code.unlink();
        }
    }

    /** A title is shown as the caption of the code. */
    static void caption(FencedCodeBlock code) {
        var title = TITLE.matcher(code.getInfo() == null ? "" : code.getInfo());
        if (title.find()) {
            String words = title.group(1) != null ? title.group(1) : title.group(2);
            code.insertBefore(html("<figure><figcaption>" + Entities.escape(words == null ? title.group(3) : words)
                    + "</figcaption>"));
            code.insertAfter(html("</figure>"));
            code.setInfo(code.getInfo().replaceFirst(":title\\s*=.*", ""));
        }
    }

    private static HtmlBlock html(String html) {
        var block = new HtmlBlock();
        block.setLiteral(html);
        return block;
    }
}
