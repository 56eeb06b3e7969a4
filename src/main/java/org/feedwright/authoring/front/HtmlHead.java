package org.feedwright.authoring.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Notation;
import org.feedwright.authoring.yaml.Yaml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Front matter in the head of a page, as Pelican has it: {@code <title>}, and {@code <meta name="date" content="…">}. A
 * page that states no date there is one of the site, and no article.
 */
final class HtmlHead {
    private static final Pattern PAGE =
            Pattern.compile("\\A\\s*+(?:<!doctype[^<>]*+>\\s*+)?<html(?:\\s[^<>]*+)?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("</head\\s*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE =
            Pattern.compile("<meta\\s++name\\s*+=\\s*+[\"']?date[\"'\\s]", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATED =
            Pattern.compile("<title(?:\\s[^<>]*+)?>[^<]*+</title\\s*+>|<meta\\s[^<>]*+>", Pattern.CASE_INSENSITIVE);

    /** What browsers and search engines are told. */
    private static final Set<String> OF_PAGES =
            Set.of("viewport", "generator", "robots", "googlebot", "theme-color", "color-scheme", "referrer");

    /** What an article may have several of, an element for each. */
    private static final Set<String> SEVERAL = Set.of("author", "authors", "category", "categories", "tag", "tags");

    private HtmlHead() {}

    /** Cuts a page; nothing if the text is none with a date. */
    static Optional<ArticleParts> cut(String text) {
        if (!isIn(text)) {
            return Optional.empty();
        }
        var page = PAGE.matcher(text);
        var end = END.matcher(text);
        return page.find() && end.find(page.end())
                ? Optional.of(ArticleParts.at(Notation.HTML, text, page.end(), end.start(), end.end()))
                : Optional.empty();
    }

    /** Whether a text begins with such a head, which may go on behind what is known of the text. */
    static boolean isIn(String text) {
        var page = PAGE.matcher(text);
        var date = DATE.matcher(text);
        if (!page.find() || !date.find(page.end())) {
            return false;
        }
        var end = END.matcher(text);
        return !end.find(page.end()) || date.start() < end.start();
    }

    static Yaml read(String text, int firstLine, Problems problems) {
        var known = new LinkedHashMap<String, List<Stated>>();
        var stated = STATED.matcher(text);
        int line = 0;
        int counted = 0;
        while (stated.find()) {
            line += ArticleParts.linesBefore(text.substring(counted, stated.start()), stated.start() - counted);
            counted = stated.start();
            var element = Jsoup.parse(stated.group()).head().children().first();
            var key = element == null ? "" : key(element);
            if (element != null && !key.isEmpty()) {
                known.computeIfAbsent(key.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(new Stated(key, line, value(element)));
            }
        }
        var entries = new ArrayList<NodeTuple>();
        known.forEach((key, all) -> entries.add(entry(key, all, firstLine, problems)));
        return Yaml.of(Nodes.mapping(entries, 0), firstLine, Notation.HTML, problems);
    }

    /** Several authors or tags may have an element each, as Pelican reads them; of what is one thing the first counts. */
    private static NodeTuple entry(String key, List<Stated> all, int firstLine, Problems problems) {
        var first = all.getFirst();
        if (all.size() > 1 && SEVERAL.contains(key)) {
            var items = all.stream().flatMap(each -> each.items(key)).toList();
            return Nodes.entry(first.key, first.line, Nodes.list(items, first.line));
        }
        all.stream()
                .filter(other -> !other.value.equals(first.value))
                .forEach(other -> problems.warn(
                        firstLine + other.line,
                        "'" + other.key + "' is stated a second time, and the first counts",
                        "keep one of the two"));
        return Nodes.entry(first.key, first.line, Nodes.text(first.value, first.line));
    }

    /** What one element states, and in which line, counted from 0. */
    private record Stated(String key, int line, String value) {
        /** The items of a value in which several may stand, but for {@code author}, who is one. */
        Stream<Node> items(String lowerCase) {
            String separator = lowerCase.equals("author") ? "\\z" : value.indexOf(';') >= 0 ? ";" : ",";
            return Stream.of(value.split(separator))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .map(item -> Nodes.text(item, line));
        }
    }

    /** What an element states; empty if that is nothing about an article. */
    private static String key(Element element) {
        String name = element.normalName().equals("title")
                ? "title"
                : element.attr("name").strip();
        return OF_PAGES.contains(name.toLowerCase(Locale.ROOT)) || name.indexOf(':') >= 0 ? "" : name;
    }

    private static String value(Element element) {
        return element.normalName().equals("title")
                ? element.text()
                : element.attr("content").strip();
    }
}
