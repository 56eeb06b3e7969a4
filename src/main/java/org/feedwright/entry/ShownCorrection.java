package org.feedwright.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.feedwright.article.Correction;
import org.feedwright.text.AbsoluteHtml;
import org.feedwright.text.ElementIds;
import org.feedwright.text.KnownAddresses;
import org.feedwright.text.TextLanguage;

/**
 * A correction as readers see it.
 *
 * @param heading the word "Correction" with the day in the feed's zone
 * @param html the text, with every address absolute
 */
public record ShownCorrection(String heading, Instant date, String html) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** @param link the article's address, against which relative addresses are resolved */
    static ShownCorrection of(
            Correction correction,
            ZoneId zone,
            String link,
            TextLanguage language,
            KnownAddresses media,
            ElementIds ids) {
        var date = Objects.requireNonNull(correction.date(), "what is stored has a date");
        return new ShownCorrection(
                "Correction, " + DAY.format(date.atZone(zone)),
                date,
                AbsoluteHtml.resolve(correction.prose().html(), link, language, media, ids));
    }
}
