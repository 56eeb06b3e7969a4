package org.feedwright.imports.pasted;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A code page as which UTF-8 may have been misread: it has ASCII, and turns characters back into bytes. */
abstract sealed class CodePage {
    private static final List<String> MULTIPLE = List.of(
            "GBK", "GB18030", "Big5", "Shift_JIS", "windows-31j", "EUC-JP", "EUC-KR", "x-windows-949", "x-windows-950");
    private static final List<CodePage> ALL = Stream.concat(
                    Charset.availableCharsets().values().stream().flatMap(CodePage::single),
                    MULTIPLE.stream().filter(Charset::isSupported).map(name -> new Multiple(Charset.forName(name))))
            .toList();

    final String name;

    private CodePage(String name) {
        this.name = name;
    }

    static List<CodePage> all() {
        return ALL;
    }

    /** Whether the page has the character, beyond ASCII. */
    abstract boolean has(char c);

    /** The bytes of a run; null if it has no bytes of its own in this page. */
    abstract byte @Nullable [] bytes(String run);

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
            IntStream.range(128, 160).forEach(value -> byCharacter[value] = (byte) value);
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

        Multiple(Charset charset) {
            super(charset.name());
            this.charset = charset;
        }

        @Override
        boolean has(char c) {
            return c >= 128;
        }

        @Override
        byte @Nullable [] bytes(String run) {
            if (run.length() > LONGEST) {
                return null;
            }
            CharsetEncoder encoder = charset.newEncoder();
            try {
                ByteBuffer bytes = encoder.encode(CharBuffer.wrap(run));
                byte[] result = new byte[bytes.remaining()];
                bytes.get(result);
                return new String(result, charset).equals(run) ? result : null;
            } catch (CharacterCodingException _) {
                return null;
            }
        }
    }
}
