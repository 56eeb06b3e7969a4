package org.feedwright.imports;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedwright.article.Person;
import org.feedwright.imports.ImportedContent.Body;
import org.feedwright.imports.ImportedContent.File;
import org.feedwright.imports.ImportedContent.Kind;
import org.feedwright.imports.ImportedContent.Picture;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/** The text of an article's file: front matter in Feedwright's own keys, then the body. */
final class ArticleFileText {
    private static final int FIRST_WORDS = 60; // characters

    private ArticleFileText() {}

    /** @param content of the article, with the names of the files that are here */
    static String of(ImportedArticle article, ImportedContent content) {
        return "---\n" + YamlText.of(front(article, content)) + "---\n"
                + body(content.body().text());
    }

    private static String body(String text) {
        String legal =
                XmlText.legal(text.replace("\r\n", "\n").replace('\r', '\n')).strip();
        return legal.isEmpty() ? "" : legal + "\n";
    }

    private static Map<String, Object> front(ImportedArticle article, ImportedContent content) {
        var front = new Front();
        if (isNote(article)) {
            front.put("untitled", true);
        } else {
            front.put("title", title(article, content.body()));
        }
        front.put("published", article.isDay ? day(article.published) : date(article.published));
        front.put("updated", date(article.updated));
        front.put("draft", article.isDraft ? true : null);
        front.put("id", article.id);
        front.put("link", article.link);
        front.put("aliases", List.copyOf(article.aliases));
        front.put(
                "authors", article.authors.stream().map(ArticleFileText::person).toList());
        front.put(
                "categories",
                article.categories.stream()
                        .map(XmlText::line)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
        front.put("summary", text(article.summary));
        front.put("image", picture(content.image()));
        front.put("language", article.language);
        front.put("rights", XmlText.lineOrNull(article.rights));
        front.put("highlights", article.highlights);
        front.put("disclaimer", text(article.disclaimer));
        front.put(
                "enclosures",
                content.enclosures().stream().map(ArticleFileText::file).toList());
        return front.values;
    }

    /**
     * Whether an article has no title, as short notes often have none. A text that needs none is needed for that, and a
     * heading would become the title.
     */
    static boolean isNote(ImportedArticle article) {
        var body = article.content().body();
        return XmlText.line(article.title).isEmpty()
                && body.kind() == Kind.HTML
                && !body.text().isBlank()
                && !body.text().toLowerCase(Locale.ROOT).contains("<h1");
    }

    /** The title; of an article without one that is no note, its first words. */
    private static String title(ImportedArticle article, Body body) {
        String title = XmlText.line(article.title);
        if (!title.isEmpty()) {
            return title;
        }
        String text = body.text();
        String line = body.kind() == Kind.HTML ? HtmlLine.of(text) : XmlText.line(text);
        if (line.length() <= FIRST_WORDS) {
            return line.isEmpty() ? "Untitled" : line;
        }
        int end = line.lastIndexOf(' ', FIRST_WORDS);
        return line.substring(0, end > 0 ? end : line.offsetByCodePoints(0, FIRST_WORDS / 2)) + "…";
    }

    private static @Nullable String day(@Nullable OffsetDateTime date) {
        return date == null ? null : date.toLocalDate().toString();
    }

    private static @Nullable String date(@Nullable OffsetDateTime date) {
        return date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date);
    }

    /** A text in several lines keeps them. */
    private static @Nullable String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return XmlText.legal(text).strip().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    static Object person(Person person) {
        if (person.email() == null && person.uri() == null) {
            return person.name();
        }
        var front = new Front();
        front.put("name", person.name());
        front.put("email", person.email());
        front.put("uri", person.uri());
        return front.values;
    }

    private static @Nullable Object picture(@Nullable Picture picture) {
        if (picture == null) {
            return null;
        }
        String alternative = XmlText.lineOrNull(picture.alternative());
        String caption = XmlText.lineOrNull(picture.caption());
        if (alternative == null && caption == null) {
            return picture.address();
        }
        var front = new Front();
        front.put("url", picture.address());
        front.put("alt", alternative);
        front.put("caption", caption);
        return front.values;
    }

    private static Map<String, Object> file(File file) {
        var front = new Front();
        front.put("url", file.address());
        front.put("type", file.type());
        front.put("length", file.length());
        front.put("title", XmlText.lineOrNull(file.title()));
        front.put("duration", file.duration());
        return front.values;
    }

    /** The keys that say something, in the order in which they are put. */
    static final class Front {
        final Map<String, Object> values = new LinkedHashMap<>();

        void put(String key, @Nullable Object value) {
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                values.put(key, value);
            }
        }
    }
}
