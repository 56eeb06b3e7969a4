package org.feedwright.search;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles and queries of few words that meet often, and whether they do, found by comparing character by character. */
final class RandomTexts {
    private static final List<String> WORDS = List.of(
            "solar", "Solar", "SOLAR", "sol", "Énergie", "energie", "Straße", "strasse", "wind", "2026", "x", "Ω", "東京",
            "東京都", "京", "都", "大東京", "ガス", "AI技術", "技", "서울");
    private static final List<String> PARTING = List.of(" ", ", ", " — ", "-", "</p><p>", "<br>", " <b>(</b>");
    private static final List<String> CATEGORIES = List.of("C#", "c", "Energy policy", "日本語");
    private static final List<String> AUTHORS = List.of("Ann", "Zoë Ñ", "李");

    private final RandomGenerator random;

    RandomTexts(RandomGenerator random) {
        this.random = random;
    }

    record Text(String title, String highlight, String html, String category, String author) {
        List<List<Sign>> fields() {
            return Stream.of(
                            title,
                            author,
                            category,
                            highlight,
                            html.replaceAll("</?b>", "").replaceAll("<[^>]*>", " "))
                    .map(RandomTexts::signs)
                    .toList();
        }
    }

    /** A word, or a character of a script that has no spaces; glued to the one before it in the same run. */
    record Sign(String text, boolean isDense, boolean isGlued) {}

    record Asked(
            List<String> categories,
            List<String> authors,
            List<List<String>> wanted,
            List<String> unwanted,
            int limit) {

        @Nullable
        String q() {
            if (wanted.isEmpty()) {
                return null;
            }
            return Stream.concat(
                            wanted.stream()
                                    .map(any -> any.stream()
                                            .map(RandomTexts::quoted)
                                            .collect(Collectors.joining(" OR "))),
                            unwanted.stream().map(phrase -> "-" + quoted(phrase)))
                    .collect(Collectors.joining(" "));
        }

        boolean matches(Text text) {
            var fields = text.fields();
            return (categories.isEmpty() || categories.contains(text.category()))
                    && (authors.isEmpty() || authors.contains(text.author()))
                    && wanted.stream().allMatch(any -> any.stream().anyMatch(phrase -> isIn(signs(phrase), fields)))
                    && unwanted.stream().noneMatch(phrase -> isIn(signs(phrase), fields));
        }
    }

    Text text(int number) {
        return new Text(
                ("Number" + number + " " + words(random.nextInt(3), " ")).strip(),
                words(1 + random.nextInt(3), " "),
                "<p>" + words(random.nextInt(8), null) + "</p>",
                any(CATEGORIES),
                any(AUTHORS));
    }

    Asked query() {
        var wanted = some(3).mapToObj(_ -> Stream.concat(Stream.of(phrase()), some(2).mapToObj(_ -> phrase()))
                        .toList())
                .toList();
        return new Asked(
                random.nextInt(4) == 0
                        ? some(3).mapToObj(_ -> any(CATEGORIES)).distinct().toList()
                        : List.of(),
                random.nextInt(4) == 0
                        ? some(2).mapToObj(_ -> any(AUTHORS)).distinct().toList()
                        : List.of(),
                wanted,
                wanted.isEmpty() ? List.of() : some(2).mapToObj(_ -> phrase()).toList(),
                1 + random.nextInt(Query.MOST));
    }

    private IntStream some(int bound) {
        return IntStream.range(0, random.nextInt(bound));
    }

    private String phrase() {
        return words(random.nextInt(4) == 0 ? 2 : 1, " ");
    }

    private String words(int count, @Nullable String parting) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : parting != null ? parting : any(PARTING)).append(any(WORDS));
        }
        return words.toString();
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String quoted(String phrase) {
        return '"' + phrase + '"';
    }

    private static boolean isIn(List<Sign> phrase, List<List<Sign>> fields) {
        return fields.stream()
                .anyMatch(field -> IntStream.rangeClosed(0, field.size() - phrase.size())
                        .anyMatch(at -> IntStream.range(0, phrase.size()).allMatch(i -> is(phrase, field, at, i))));
    }

    private static boolean is(List<Sign> phrase, List<Sign> field, int at, int i) {
        var wanted = phrase.get(i);
        var there = field.get(at + i);
        return wanted.text().equals(there.text()) && (i == 0 || wanted.isGlued() == there.isGlued());
    }

    private static List<Sign> signs(String text) {
        String folded = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036F]", "")
                .toLowerCase(Locale.ROOT);
        String plain = Normalizer.normalize(folded, Normalizer.Form.NFC);
        var signs = new ArrayList<Sign>();
        var word = new StringBuilder();
        boolean isRun = false;
        for (int c : plain.codePoints().toArray()) {
            if (isDense(c)) {
                flush(word, signs);
                signs.add(new Sign(Character.toString(c), true, isRun));
                isRun = true;
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
                isRun = false;
            } else {
                flush(word, signs);
                isRun = false;
            }
        }
        flush(word, signs);
        return signs;
    }

    private static void flush(StringBuilder word, List<Sign> signs) {
        if (!word.isEmpty()) {
            signs.add(new Sign(word.toString(), false, false));
            word.setLength(0);
        }
    }

    private static boolean isDense(int c) {
        var block = UnicodeBlock.of(c);
        return UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS.equals(block)
                || UnicodeBlock.KATAKANA.equals(block)
                || UnicodeBlock.HANGUL_SYLLABLES.equals(block);
    }
}
