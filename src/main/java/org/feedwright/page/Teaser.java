package org.feedwright.page;

import java.time.ZoneId;
import java.util.List;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.entry.Entry;
import org.feedwright.text.TextLanguage;

/** An article in a list of articles. */
record Teaser(
        String path,
        String title,
        TextLanguage language,
        DisplayedTime published,
        List<String> authors,
        List<String> highlights) {
    static Teaser of(Entry entry, ZoneId zone, String path) {
        return new Teaser(
                path,
                entry.heading(),
                TextLanguage.of(entry.language()),
                DisplayedTime.day(entry.published(), zone),
                entry.authors().stream().map(Person::name).toList(),
                entry.highlights().stream().map(Highlight::text).toList());
    }
}
