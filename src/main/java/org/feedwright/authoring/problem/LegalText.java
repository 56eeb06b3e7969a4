package org.feedwright.authoring.problem;

import org.feedwright.text.XmlText;

/** What is left of a file's text in every form of feed. */
public final class LegalText {
    private LegalText() {}

    /** Leaves out the characters that XML cannot hold, with a warning where the first of them stands. */
    public static String of(String text, Problems problems) {
        int illegal = XmlText.firstIllegal(text);
        if (illegal >= 0) {
            int before =
                    (int) text.chars().limit(illegal).filter(c -> c == '\n').count();
            problems.warnOfIllegal(1 + before, text.codePointAt(illegal));
        }
        return XmlText.legal(text);
    }
}
