package org.feedwright.text;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A domain name in the ASCII form that the domain name system uses.
 *
 * <p>{@link IDN} follows the rules of 2003, by which {@code ß} becomes {@code ss} and {@code ς} becomes {@code σ}:
 * another domain than browsers open. Labels with these letters are written by today's rules (<a
 * href="https://www.unicode.org/reports/tr46/">UTS 46</a>, non-transitional). The joiners that a few scripts write
 * within words are still dropped, as in 2003.
 */
final class HostName {
    private static final Pattern DOT = Pattern.compile("[.。．｡]");
    private static final Pattern KEPT_TODAY = Pattern.compile("[ßẞς]");
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /** The name in ASCII; a name that cannot be a domain's stays as it is. */
    static String ascii(String name) {
        if (name.length() > LONGEST || name.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        try {
            return KEPT_TODAY.matcher(name).find()
                    ? Arrays.stream(DOT.split(name, -1)).map(HostName::label).collect(Collectors.joining("."))
                    : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }

    private static String label(String label) {
        if (!KEPT_TODAY.matcher(label).find()) {
            return label.isEmpty() ? label : IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
        }
        // A final sigma stays one where it was written, not where Java's rules for words would put one.
        String folded = label.codePoints()
                .map(c -> c == 'ẞ' ? 'ß' : Character.toLowerCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String ascii = "xn--" + punycode(Normalizer.normalize(folded, Normalizer.Form.NFKC));
        if (ascii.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("too long");
        }
        return ascii.toLowerCase(Locale.ROOT);
    }

    /** RFC 3492 §6.3. */
    private static String punycode(String label) {
        int[] points = label.codePoints().toArray();
        var out = new StringBuilder();
        Arrays.stream(points).filter(c -> c < 0x80).forEach(out::appendCodePoint);
        int basic = out.length();
        int handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        int n = 0x80;
        int delta = 0;
        int bias = 72;
        while (handled < points.length) {
            int least = n;
            int next = Arrays.stream(points).filter(c -> c >= least).min().orElseThrow();
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : points) {
                delta += c < n ? 1 : 0;
                if (c == n) {
                    appendNumber(delta, bias, out);
                    bias = bias(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static void appendNumber(int number, int bias, StringBuilder out) {
        int q = number;
        for (int k = 36; ; k += 36) {
            int t = Math.clamp(k - bias, 1, 26);
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (36 - t)));
            q = (q - t) / (36 - t);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int bias(int delta, int points, boolean isFirst) {
        int left = isFirst ? delta / 700 : delta / 2;
        left += left / points;
        int k = 0;
        while (left > 455) {
            left /= 35;
            k += 36;
        }
        return k + 36 * left / (left + 38);
    }
}
