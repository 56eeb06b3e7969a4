package org.feedwright.imports.pasted;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Repairs text whose UTF-8 was read in a code page and saved again: {@code Ã©} was {@code é}. Nothing was lost then: the
 * bytes are made again, and read as what they are. It is done only where most of what could be damage is.
 */
final class WrongCharset {
    /** Damage upon damage is repaired this often. */
    private static final int LAYERS = 2;

    /** The likely ones first, for some of them differ in a few characters only. */
    private static final List<Charset> CHARSETS = Stream.of(
                    "windows-1252,ISO-8859-1,windows-1250,windows-1251,ISO-8859-15,windows-1254,windows-1253,windows-1255,"
                            + "windows-1256,windows-1257,windows-1258,ISO-8859-2,ISO-8859-3,ISO-8859-4,ISO-8859-5,ISO-8859-6,"
                            + "ISO-8859-7,ISO-8859-8,ISO-8859-9,ISO-8859-13,ISO-8859-16,x-windows-874,TIS-620,KOI8-R,KOI8-U,"
                            + "IBM437,IBM850,IBM858,IBM852,IBM855,IBM857,IBM862,IBM866,x-MacRoman")
            .flatMap(names -> Stream.of(names.split(",")))
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private static final List<Charset> WIDE = Stream.of("GBK", "GB18030", "Big5", "windows-31j")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private WrongCharset() {}

    static Repair repair(String text) {
        String repaired = text;
        var steps = new ArrayList<String>();
        for (int layer = 0; layer < LAYERS; layer++) {
            var best = best(repaired);
            if (best.isEmpty()) {
                break;
            }
            tell(repaired, best.get(), steps);
            repaired = best.get().text;
        }
        return new Repair(repaired, steps);
    }

    private static void tell(String before, Attempt attempt, List<String> steps) {
        var old = before.lines().toList();
        var now = attempt.text.lines().toList();
        for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
            if (!old.get(i).equals(now.get(i))) {
                steps.add(Repair.step(
                        i + 1, old.get(i), now.get(i), "exactly: UTF-8 that was read as " + attempt.charset));
            }
        }
    }

    /** @param repaired how many characters were made whole, and how many letters stay that could have begun one */
    private record Attempt(String charset, String text, int repaired, int left) {}

    private static Optional<Attempt> best(String text) {
        Attempt best = null;
        for (var charset : CHARSETS) {
            var attempt = attempt(text, charset);
            if (attempt.repaired > attempt.left && (best == null || isBetter(attempt, best))) {
                best = attempt;
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        return WIDE.stream().flatMap(charset -> wide(text, charset).stream()).findFirst();
    }

    private static boolean isBetter(Attempt one, Attempt other) {
        return one.repaired - one.left > other.repaired - other.left;
    }

    private static Attempt attempt(String text, Charset charset) {
        var bytes = new Bytes(charset);
        var result = new StringBuilder(text.length());
        int repaired = 0;
        int left = 0;
        for (int i = 0; i < text.length(); ) {
            int length = length(bytes.of(text.charAt(i)));
            String whole = length == 0 ? null : whole(text, i, length, bytes);
            if (whole != null) {
                result.append(whole);
                repaired++;
                i += length;
            } else {
                left += length == 0 ? 0 : 1;
                result.append(text.charAt(i++));
            }
        }
        return new Attempt(charset.name(), result.toString(), repaired, left);
    }

    /** How many bytes a character has that begins with a byte (RFC 3629 §4); 0 if none of several does. */
    private static int length(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static @Nullable String whole(String text, int at, int length, Bytes bytes) {
        if (at + length > text.length()) {
            return null;
        }
        var raw = new byte[length];
        for (int i = 0; i < length; i++) {
            int one = bytes.of(text.charAt(at + i));
            if (one < 0x80) {
                return null;
            }
            raw[i] = (byte) one;
        }
        String decoded = decoded(raw);
        return decoded != null && decoded.codePoints().allMatch(WrongCharset::isPlausible) ? decoded : null;
    }

    private static @Nullable String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /** In damage upon damage C1 controls come out first; they are bytes that the code page leaves out. */
    private static boolean isPlausible(int c) {
        return Character.isDefined(c)
                && Character.getType(c) != Character.PRIVATE_USE
                && Character.getType(c) != Character.SURROGATE;
    }

    /** Where a code page has two bytes for a character, only a whole run can be judged: all of them, or nothing. */
    private static Optional<Attempt> wide(String text, Charset charset) {
        var runs = Pattern.compile("[^\\x00-\\x7F]+").matcher(text);
        var result = new StringBuilder();
        int repaired = 0;
        while (runs.find()) {
            String run = runs.group();
            String whole = whole(run, charset);
            if (whole == null) {
                return Optional.empty();
            }
            repaired += whole.codePointCount(0, whole.length());
            runs.appendReplacement(result, Matcher.quoteReplacement(whole));
        }
        runs.appendTail(result);
        return repaired < 3 ? Optional.empty() : Optional.of(new Attempt(charset.name(), result.toString(), repaired, 0));
    }

    private static @Nullable String whole(String run, Charset charset) {
        try {
            var bytes = charset.newEncoder().encode(CharBuffer.wrap(run));
            var raw = new byte[bytes.remaining()];
            bytes.get(raw);
            String decoded = decoded(raw);
            return decoded != null
                            && decoded.codePoints().allMatch(c -> isPlausible(c) && !Character.isISOControl(c))
                            && new String(raw, charset).equals(run)
                    ? decoded
                    : null;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /** The byte of each character in a code page; a C1 control is the byte that the page leaves out. */
    private static final class Bytes {
        private final CharsetEncoder encoder;
        private final Map<Character, Integer> known = new HashMap<>();

        Bytes(Charset charset) {
            this.encoder = charset.newEncoder();
        }

        int of(char c) {
            return c < 0x80 ? c : Objects.requireNonNull(known.computeIfAbsent(c, this::made));
        }

        private boolean isLeftOut(char control) {
            return new String(new byte[] {(byte) control}, encoder.charset()).equals("\uFFFD");
        }

        private int made(char c) {
            try {
                var bytes = encoder.encode(CharBuffer.wrap(new char[] {c}));
                return bytes.remaining() == 1 ? bytes.get() & 0xFF : -1;
            } catch (CharacterCodingException _) {
                return c <= 0x9F && isLeftOut(c) ? c : -1;
            }
        }
    }
}
