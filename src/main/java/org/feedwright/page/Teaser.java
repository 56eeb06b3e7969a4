package org.feedwright.page;

import java.time.ZoneId;
import java.util.List;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.feed.Entry;
import org.feedwright.feed.Language;

/** An article in a list of articles. */
record Teaser(
        String path, String title, Language language, Moment published, List<String> authors, List<String> highlights) {
    static Teaser of(Entry entry, ZoneId zone, String path) {
        return new Teaser(
                path,
                entry.title(),
                Language.of(entry.language()),
                Moment.day(entry.published(), zone),
                entry.authors().stream().map(Person::name).toList(),
                entry.highlights().stream().map(Highlight::text).toList());
    }
}
