package org.feedwright.imports.pasted;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of pasted reports that they do not say themselves.
 *
 * @param charset the encoding of files without a byte order mark; null for UTF-8
 * @param published the date of reports that state none; null where they become drafts
 * @param title of a report that has none
 */
public record TextOptions(
        @Nullable Charset charset,
        @Nullable LocalDate published,
        @Nullable String title) {}
