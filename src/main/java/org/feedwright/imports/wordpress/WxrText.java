package org.feedwright.imports.wordpress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * An export's text without what makes its XML unreadable: control characters, which WordPress exports as they are, and
 * the empty lines that some plugins print before the first tag.
 */
final class WxrText extends FilterReader {
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding=[\"']([\\w.:-]+)[\"']");
    private static final int HEAD = 1_024; // bytes

    private boolean isBegun;

    private WxrText(Reader in) {
        super(in);
    }

    static WxrText of(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(HEAD);
        var encoding = ENCODING.matcher(new String(in.readNBytes(HEAD), ISO_8859_1));
        in.reset();
        return new WxrText(new InputStreamReader(in, encoding.find() ? charset(encoding.group(1)) : UTF_8));
    }

    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : UTF_8;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        while (count > 0) {
            int kept = keep(buffer, offset, count);
            if (kept > 0) {
                return kept;
            }
            count = super.read(buffer, offset, length);
        }
        return count;
    }

    private int keep(char[] buffer, int offset, int count) {
        int kept = 0;
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            boolean isBefore = !isBegun && (c <= ' ' || c == '\uFEFF');
            boolean isIllegal = (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == '\uFFFE' || c == '\uFFFF';
            if (!isBefore && !isIllegal) {
                isBegun = true;
                buffer[offset + kept++] = c;
            }
        }
        return kept;
    }
}
