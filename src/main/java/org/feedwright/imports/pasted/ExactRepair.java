package org.feedwright.imports.pasted;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Repairs UTF-8 that was read in another code page and saved again, where nothing was lost: the characters are written
 * in that page and read as UTF-8. Correct text hardly ever is UTF-8 then; where it may be, it stays as it is.
 */
final class ExactRepair {
    private static final int MOST_TIMES = 3; // that a text was damaged, one time after another

    private final String text;
    private final Map<CodePage, List<Misreading>> found = new HashMap<>();

    /** @param repaired how many runs of characters were repaired */
    record Result(String text, int repaired) {}

    /** Where characters beyond ASCII are, and nothing else is looked at for each code page. */
    private final List<Range> stretches;

    /** How many letters of other scripts than Latin stand before each place. */
    private final int[] lettersBefore;

    private record Range(int start, int end) {}

    private ExactRepair(String text) {
        this.text = text;
        this.stretches = stretches(text);
        this.lettersBefore = stretches.isEmpty() ? new int[0] : lettersBefore(text);
    }

    static Result of(String text) {
        var result = new Result(text, 0);
        for (int time = 0; time < MOST_TIMES; time++) {
            var next = new ExactRepair(result.text()).repaired();
            if (next.repaired() == 0) {
                break;
            }
            result = new Result(next.text(), Math.max(result.repaired(), next.repaired()));
        }
        return result;
    }

    private Result repaired() {
        if (stretches.isEmpty()) {
            return new Result(text, 0);
        }
        var characters = new BitSet();
        text.chars().filter(c -> c >= 128).forEach(characters::set);
        var pages = CodePage.all().stream()
                .filter(page -> page.mayWriteUtf8(characters))
                .toList();
        var whole = OnePage.of(runs(), pages);
        if (whole.isPresent()) {
            return repaired(whole.get());
        }
        pages.forEach(this::look);
        var chosen = new ChosenMisreadings();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<CodePage, List<Misreading>> page) -> -votes(page.getValue()))
                        .thenComparingInt(page -> CodePage.all().indexOf(page.getKey())))
                .forEach(page -> chosen.add(page.getValue()));
        return new Result(chosen.repaired(text), chosen.count());
    }

    /** The stretches of characters beyond ASCII. */
    private static List<Range> stretches(String text) {
        var stretches = new ArrayList<Range>();
        for (int i = 0; i < text.length(); i++) {
            int start = i;
            while (i < text.length() && text.charAt(i) >= 128) {
                i++;
            }
            if (i > start) {
                stretches.add(new Range(start, i));
            }
        }
        return stretches;
    }

    private List<String> runs() {
        return stretches.stream()
                .map(stretch -> text.substring(stretch.start(), stretch.end()))
                .distinct()
                .toList();
    }

    private Result repaired(OnePage page) {
        var result = new StringBuilder(text.length());
        int end = 0;
        for (var stretch : stretches) {
            result.append(text, end, stretch.start())
                    .append(page.meant().get(text.substring(stretch.start(), stretch.end())));
            end = stretch.end();
        }
        return new Result(result.append(text, end, text.length()).toString(), stretches.size());
    }

    private static int[] lettersBefore(String text) {
        int[] before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            before[i + 1] = before[i] + (c >= 128 && Misreading.isForeignLetter(text.codePointAt(i)) ? 1 : 0);
        }
        return before;
    }

    private void look(CodePage page) {
        var spans = new ArrayList<Range>();
        var meant = new ArrayList<String>();
        var known = new HashMap<String, String>();
        boolean isForeignWritten = false;
        for (var stretch : stretches) {
            int end;
            for (int start = stretch.start(); start < stretch.end(); start = end + 1) {
                end = start;
                while (end < stretch.end() && page.has(text.charAt(end))) {
                    end++;
                }
                String decoded = end > start && page.mayBeUtf8(text, start, end)
                        ? known.computeIfAbsent(text.substring(start, end), run -> decoded(page, run))
                        : "";
                if (!decoded.isEmpty()) {
                    spans.add(new Range(start, end));
                    meant.add(decoded);
                } else {
                    isForeignWritten = isForeignWritten || isForeign(start, end);
                }
            }
        }
        var list = new ArrayList<Misreading>();
        var judged = new HashMap<String, @Nullable Misreading>();
        for (int i = 0; i < spans.size(); i++) {
            int start = spans.get(i).start();
            int end = spans.get(i).end();
            String around = text.substring(Math.max(0, start - 1), Math.min(text.length(), end + 1));
            String key = start == 0 ? "\n" + around : around;
            if (!judged.containsKey(key)) {
                judged.put(key, Misreading.of(text, start, end, meant.get(i), isForeignWritten));
            }
            var misreading = judged.get(key);
            if (misreading != null) {
                list.add(misreading.at(start));
            }
        }
        if (votes(list) > 0) {
            found.put(page, list);
        }
    }

    private static String decoded(CodePage page, String run) {
        String decoded = Misreading.decoded(page.bytes(run));
        return decoded == null || !Misreading.isPlausible(decoded) ? "" : decoded;
    }

    /** Whether a run, which no misreading explains, is a word in another script. */
    private boolean isForeign(int start, int end) {
        boolean isThai = start < end && text.charAt(start) >= 0xE00 && text.charAt(start) < 0xE60;
        return end - start >= (isThai ? 3 : 2) && lettersBefore[end] > lettersBefore[start];
    }

    /** How much of the text is certainly of this page: the length of all different runs. */
    private static int votes(List<Misreading> list) {
        var runs = new HashSet<String>();
        list.stream().filter(Misreading::isCertain).map(Misreading::run).forEach(runs::add);
        return runs.stream().mapToInt(String::length).sum();
    }
}
