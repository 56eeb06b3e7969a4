package org.feedwright.authoring.body;

import java.text.Normalizer;
import org.commonmark.node.Heading;
import org.feedwright.text.XmlText;

/** Recognizes a heading that repeats the article's title, apart from white space, markup and typographic quotes. */
final class HeadingTitle {
    private HeadingTitle() {}

    static boolean is(String title, Heading heading) {
        return !title.isBlank() && plain(title).equals(plain(MarkdownText.of(heading)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(XmlText.line(text), Normalizer.Form.NFC)
                .replaceAll("[*_`~]", "")
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"");
    }
}
