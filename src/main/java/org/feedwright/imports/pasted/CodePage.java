package org.feedwright.imports.pasted;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A code page as which UTF-8 may have been misread: it has ASCII, and turns characters back into bytes. */
abstract sealed class CodePage {
    private static final List<String> MULTIPLE = List.of(
            "GBK", "GB18030", "Big5", "Shift_JIS", "windows-31j", "EUC-JP", "EUC-KR", "x-windows-949", "x-windows-950");
    /** Those of Windows come first: where two pages explain a text, the text has met the one that more people use. */
    private static final List<CodePage> ALL = Stream.concat(
                    Charset.availableCharsets().values().stream().flatMap(CodePage::single),
                    MULTIPLE.stream().filter(Charset::isSupported).map(name -> new Multiple(Charset.forName(name))))
            .sorted(Comparator.comparing(page -> !page.name.contains("windows-")))
            .toList();

    final String name;

    private CodePage(String name) {
        this.name = name;
    }

    static List<CodePage> all() {
        return ALL;
    }

    boolean isSingle() {
        return this instanceof Single;
    }

    /** Whether the page has the character, beyond ASCII. */
    abstract boolean has(char c);

    /** Whether UTF-8 may be written with these characters in this page; with most pages it cannot be. */
    abstract boolean mayWriteUtf8(BitSet characters);

    /** Whether a run may be UTF-8 in this page, as its first characters tell; most runs are not. */
    abstract boolean mayBeUtf8(String text, int start, int end);

    /** The bytes of a run; null if it has no bytes of its own in this page. */
    abstract byte @Nullable [] bytes(String run);

    /** Whether a byte begins a character of several bytes in UTF-8 (RFC 3629 §4). */
    static boolean begins(byte one) {
        return (one & 0xFF) >= 0xC2 && (one & 0xFF) <= 0xF4;
    }

    private static boolean continues(byte one) {
        return (one & 0xC0) == 0x80;
    }

    private static Stream<CodePage> single(Charset charset) {
        try {
            if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1f) {
                return Stream.empty();
            }
        } catch (UnsupportedOperationException _) {
            return Stream.empty();
        }
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(value -> bytes[value] = (byte) value);
        String decoded = new String(bytes, charset);
        boolean hasAscii =
                decoded.length() == 256 && IntStream.range(' ', 127).allMatch(value -> decoded.charAt(value) == value);
        boolean isAscii = IntStream.range(128, 256).allMatch(value -> decoded.charAt(value) == '\uFFFD');
        return hasAscii && !isAscii ? Stream.of(new Single(charset.name(), decoded)) : Stream.empty();
    }

    private static final class Single extends CodePage {
        private final byte[] byCharacter = new byte[0x10000]; // 0 where the page lacks the character

        Single(String name, String decoded) {
            super(name);
            // Browsers take a byte that the page leaves open for the control character of its number.
            IntStream.range(128, 160)
                    .filter(value -> decoded.charAt(value) == '\uFFFD')
                    .forEach(value -> byCharacter[value] = (byte) value);
            for (int value = 128; value < 256; value++) {
                char c = decoded.charAt(value);
                if (c != '\uFFFD' && c >= 128) {
                    byCharacter[c] = (byte) value;
                }
            }
        }

        @Override
        boolean has(char c) {
            return byCharacter[c] != 0;
        }

        @Override
        boolean mayWriteUtf8(BitSet characters) {
            return characters.stream().anyMatch(c -> begins(byCharacter[c]))
                    && characters.stream().anyMatch(c -> continues(byCharacter[c]));
        }

        @Override
        boolean mayBeUtf8(String text, int start, int end) {
            return end - start > 1
                    && begins(byCharacter[text.charAt(start)])
                    && continues(byCharacter[text.charAt(start + 1)]);
        }

        @Override
        byte[] bytes(String run) {
            byte[] bytes = new byte[run.length()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = byCharacter[run.charAt(i)];
            }
            return bytes;
        }
    }

    private static final class Multiple extends CodePage {
        private static final int LONGEST = 100_000; // characters of one run
        private final Charset charset;
        /** What the bytes of a character tell, for each that was met: they may begin a run of UTF-8, or cannot. */
        private final byte[] told = new byte[0x10000];

        Multiple(Charset charset) {
            super(charset.name());
            this.charset = charset;
        }

        @Override
        boolean has(char c) {
            return c >= 128;
        }

        @Override
        boolean mayWriteUtf8(BitSet characters) {
            return true;
        }

        @Override
        boolean mayBeUtf8(String text, int start, int end) {
            char first = text.charAt(start);
            if (Character.isSurrogate(first)) {
                return true;
            }
            if (told[first] == 0) {
                byte[] bytes = bytes(String.valueOf(first));
                boolean may = bytes != null && begins(bytes[0]) && (bytes.length == 1 || continues(bytes[1]));
                told[first] = (byte) (may ? 1 : -1);
            }
            return told[first] > 0;
        }

        /** What has no bytes here is the rule and no exception, which would cost a hundred times as much. */
        @Override
        byte @Nullable [] bytes(String run) {
            if (run.length() > LONGEST) {
                return null;
            }
            var encoder = charset.newEncoder();
            var bytes = ByteBuffer.allocate((int) Math.ceil(run.length() * (double) encoder.maxBytesPerChar()));
            if (encoder.encode(CharBuffer.wrap(run), bytes, true).isError()
                    || encoder.flush(bytes).isError()) {
                return null;
            }
            byte[] result = Arrays.copyOf(bytes.array(), bytes.position());
            return new String(result, charset).equals(run) ? result : null;
        }
    }
}
