package org.feedwright.page;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.feedwright.feed.Entry;

/** An article in a list of articles. */
record Teaser(String path, String title, Language language, Moment published, String authors, List<String> highlights) {
    static Teaser of(Entry entry, ZoneId zone, String path) {
        return new Teaser(
                path,
                entry.title(),
                Language.of(entry.language()),
                Moment.day(entry.published(), zone),
                entry.authors().stream().map(Person::name).collect(Collectors.joining(", ")),
                entry.highlights().stream().map(Highlight::text).toList());
    }
}
