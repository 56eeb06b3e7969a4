package org.feedwright.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A {@code srcset} attribute: the addresses of images, each with an optional width or density (<a
 * href="https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute">HTML, "Parse a srcset
 * attribute"</a>).
 */
public record SourceSet(List<Candidate> candidates) {

    /**
     * One image of the set.
     *
     * @param descriptors such as {@code 2x}; empty where there is none
     */
    public record Candidate(String address, String descriptors) {
        @Override
        public String toString() {
            return descriptors.isEmpty() ? address : address + " " + descriptors;
        }
    }

    public static SourceSet parse(String text) {
        var candidates = new ArrayList<Candidate>();
        int at = 0;
        while (true) {
            while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
                at++;
            }
            if (at == text.length()) {
                return new SourceSet(candidates);
            }
            int start = at;
            while (at < text.length() && !isSpace(text.charAt(at))) {
                at++;
            }
            String address = text.substring(start, at);
            if (address.endsWith(",")) {
                candidates.add(new Candidate(withoutCommas(address), ""));
                continue;
            }
            int end = endOfDescriptors(text, at);
            candidates.add(new Candidate(address, text.substring(at, end).strip()));
            at = end;
        }
    }

    /** Removes the commas at the end of an address, which separate it from the next candidate. */
    private static String withoutCommas(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == ',') {
            end--;
        }
        return address.substring(0, end);
    }

    /** The position of the next comma that is not in parentheses. */
    private static int endOfDescriptors(String text, int at) {
        boolean isInParentheses = false;
        for (int i = at; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> isInParentheses = true;
                case ')' -> isInParentheses = false;
                case ',' -> {
                    if (!isInParentheses) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return text.length();
    }

    /** A set in which every address is changed. */
    public SourceSet withAddresses(UnaryOperator<String> change) {
        return new SourceSet(candidates.stream()
                .map(candidate -> new Candidate(change.apply(candidate.address), candidate.descriptors))
                .toList());
    }

    /** A set of the candidates whose addresses are wanted. */
    public SourceSet with(Predicate<String> isWanted) {
        return new SourceSet(candidates.stream()
                .filter(candidate -> isWanted.test(candidate.address))
                .toList());
    }

    @Override
    public String toString() {
        return String.join(", ", candidates.stream().map(Candidate::toString).toList());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
