package org.feedwright.imports.wordpress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.Person;
import org.feedwright.text.HtmlLine;
import org.feedwright.text.XmlText;

/**
 * Who wrote an item, by the names that readers know.
 *
 * @param hasMail whether e-mail addresses are taken, which WordPress shows nobody
 */
record Authors(Library library, boolean hasMail) {
    /** The co-authors of a plugin, if there are any; else the one author whom WordPress knows. */
    List<Person> of(WxrItem item) {
        var several = item.terms().stream()
                .filter(term -> term.domain().equals("author"))
                .flatMap(term -> person(term.nicename().replaceFirst("^cap-", ""), term.name()).stream())
                .distinct()
                .toList();
        String login = item.field("dc:creator");
        return several.isEmpty() ? person(login, login).stream().toList() : several;
    }

    private Optional<Person> person(String login, String shown) {
        var author = library.author(login);
        if (author.isEmpty()) {
            author = library.author(shown.strip());
        }
        String name = name(author);
        String mail = author.getOrDefault("wp:author_email", "").strip();
        String known = name.isEmpty() ? XmlText.line(shown) : name;
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person(known, hasMail && mail.contains("@") ? mail : null, null));
    }

    private static String name(Map<String, String> author) {
        String display = HtmlLine.of(author.getOrDefault("wp:author_display_name", ""));
        return display.isEmpty()
                ? HtmlLine.of(author.getOrDefault("wp:author_first_name", "") + " "
                        + author.getOrDefault("wp:author_last_name", ""))
                : display;
    }
}
