package org.feedwright.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.search.Tokenizer.Phrase;

/**
 * The words of a query as people write them. All words must be in an article; {@code "words in quotation marks"} must
 * follow one another; of {@code two OR three} one is enough; a word behind a {@code -minus} must not be in it. Every
 * other sign only separates words, so that nobody can reach a database's own query language.
 *
 * @param text the query as it was written, without parts that mean nothing
 * @param wanted lists of phrases, of each of which an article must have one; at least one list
 * @param unwanted phrases of which an article must have none
 */
record SearchPhrases(String text, List<List<Phrase>> wanted, List<Phrase> unwanted) {
    private static final int LONGEST = 200; // characters
    private static final int MOST = 16; // words and phrases

    private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}]+");
    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u201F\uFF02]");
    private static final String OR = "OR";

    SearchPhrases {
        wanted = wanted.stream().map(List::copyOf).toList();
        unwanted = List.copyOf(unwanted);
    }

    /**
     * Reads the words of a query.
     *
     * @throws QueryRefused if they cannot be understood
     */
    static SearchPhrases parse(String q) {
        if (q.codePointCount(0, q.length()) > LONGEST) {
            throw new QueryRefused("q has more than " + LONGEST + " characters. Look for fewer words.");
        }
        var reading = new Reading();
        terms(line(q)).forEach(reading::add);
        return reading.end();
    }

    private static String line(String q) {
        String composed = Normalizer.normalize(QUOTES.matcher(q).replaceAll("\""), Normalizer.Form.NFC);
        return SPACE.matcher(composed).replaceAll(" ").strip();
    }

    /** Splits a line into terms such as {@code word}, {@code -word} and {@code "two words"}. */
    private static List<String> terms(String line) {
        var terms = new ArrayList<String>();
        for (int i = 0; i < line.length(); ) {
            int start = i;
            i += line.startsWith("-\"", i) ? 1 : 0;
            if (line.charAt(i) == '"') {
                int end = line.indexOf('"', i + 1);
                if (end < 0) {
                    throw new QueryRefused(
                            "A quotation mark in q has no partner. Write \"words like these\", or none.");
                }
                i = end + 1;
            } else {
                while (i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != '"') {
                    i++;
                }
            }
            terms.add(line.substring(start, i).strip());
            while (i < line.length() && line.charAt(i) == ' ') {
                i++;
            }
        }
        return terms;
    }

    private static final class Reading {
        private final List<String> written = new ArrayList<>();
        private final List<List<Phrase>> wanted = new ArrayList<>();
        private final List<Phrase> unwanted = new ArrayList<>();
        private boolean isBehindWanted;
        private boolean isBehindOr;

        void add(String term) {
            if (term.equals(OR)) {
                if (!isBehindWanted || isBehindOr) {
                    throw lonelyOr();
                }
                isBehindOr = true;
                written.add(term);
                return;
            }
            boolean isUnwanted = term.startsWith("-");
            var phrase = Tokenizer.phrase(term);
            if (phrase.isEmpty()) {
                return;
            }
            if (isUnwanted && isBehindOr) {
                throw new QueryRefused("In q, what is left out (" + term + ") cannot follow OR. Write it without OR.");
            }
            if (isUnwanted) {
                unwanted.add(phrase);
            } else if (isBehindOr) {
                wanted.getLast().add(phrase);
            } else {
                wanted.add(new ArrayList<>(List.of(phrase)));
            }
            isBehindWanted = !isUnwanted;
            isBehindOr = false;
            written.add(term);
        }

        SearchPhrases end() {
            if (isBehindOr) {
                throw lonelyOr();
            }
            if (wanted.isEmpty()) {
                throw new QueryRefused(
                        unwanted.isEmpty()
                                ? "q has no letter or digit. Write words that articles have in them."
                                : "q says only what is left out. Write also a word that articles have in them.");
            }
            if (wanted.stream().mapToInt(List::size).sum() + unwanted.size() > MOST) {
                throw new QueryRefused("q has more than " + MOST + " words and phrases. Look for fewer.");
            }
            return new SearchPhrases(String.join(" ", written), wanted, unwanted);
        }

        private static QueryRefused lonelyOr() {
            return new QueryRefused("In q, OR stands between two words that are looked for."
                    + " Write a word on both sides, or \"OR\" to look for it.");
        }
    }
}
