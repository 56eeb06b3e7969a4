package org.feedwright.text;

import java.util.regex.Pattern;

/**
 * The grammar of absolute IRIs (<a href="https://www.rfc-editor.org/rfc/rfc3987#section-2.2">RFC 3987 §2.2</a>). {@link
 * java.net.URI} takes more than the grammar: brackets where none may stand, and private characters.
 */
public final class Iri {
    private static final String UCS = "\\xA0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF" + planes();
    private static final String PRIVATE = "\\uE000-\\uF8FF\\x{F0000}-\\x{FFFFD}\\x{100000}-\\x{10FFFD}";
    private static final String UNRESERVED = "A-Za-z0-9._~\\-" + UCS;
    private static final String SUB_DELIMITERS = "!$&'()*+,;=";

    private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.\\-]*+:";
    private static final String USER = some(":") + "@";
    private static final String LITERAL = "\\[(?:[0-9A-Fa-f:.]++|v[0-9A-Fa-f]++\\.[A-Za-z0-9._~\\-!$&'()*+,;=:]++)]";
    private static final String AUTHORITY = "(?:" + USER + ")?(?:" + LITERAL + "|" + some("") + ")(?::[0-9]*+)?";
    private static final String HIERARCHY =
            "(?://" + AUTHORITY + "(?:/" + some(":@/") + ")?|(?!//)(?=[^?#])" + some(":@/") + "|(?=[?#].))";
    private static final String QUERY = "(?:\\?" + some(":@/?" + PRIVATE) + ")?";
    private static final String FRAGMENT = "(?:#" + some(":@/?") + ")?";

    private static final Pattern ABSOLUTE = Pattern.compile(SCHEME + HIERARCHY + QUERY + FRAGMENT);

    private Iri() {}

    /** Whether a text is an IRI with a scheme and something behind it. */
    public static boolean isAbsolute(String text) {
        return ABSOLUTE.matcher(text).matches();
    }

    /** Characters that a part of an IRI may have: those that all parts may have, and some others. */
    private static String some(String others) {
        return "(?:[" + UNRESERVED + SUB_DELIMITERS + others + "]++|%[0-9A-Fa-f]{2})*+";
    }

    /** Planes 1 to 14, each without its two noncharacters, and without the tags at the beginning of plane 14. */
    private static String planes() {
        var planes = new StringBuilder();
        for (int plane = 1; plane <= 13; plane++) {
            planes.append("\\x{%X0000}-\\x{%XFFFD}".formatted(plane, plane));
        }
        return planes + "\\x{E1000}-\\x{EFFFD}";
    }
}
