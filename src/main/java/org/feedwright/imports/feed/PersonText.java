package org.feedwright.imports.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.Person;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/** Authors as RSS writes them: {@code mail (Name)}, {@code Name <mail>}, or either of the two. */
final class PersonText {
    private static final String MAIL = "[^\\s@<>()]+@[^\\s@<>()]+";
    private static final Pattern MAIL_AND_NAME = Pattern.compile("(" + MAIL + ")\\s*\\(([^)]*)\\)");
    private static final Pattern NAME_AND_MAIL = Pattern.compile("(.*?)\\s*<(?:mailto:)?(" + MAIL + ")>");

    private PersonText() {}

    /** The author; empty if the text names nobody, or gives an e-mail address alone. */
    static Optional<Person> of(@Nullable String text) {
        String line = text == null ? "" : XmlText.line(text);
        var before = MAIL_AND_NAME.matcher(line);
        if (before.matches()) {
            return person(before.group(2), before.group(1), null);
        }
        var behind = NAME_AND_MAIL.matcher(line);
        if (behind.matches()) {
            return person(behind.group(1), behind.group(2), null);
        }
        return line.matches(MAIL) ? Optional.empty() : person(line, null, null);
    }

    static Optional<Person> person(@Nullable String name, @Nullable String mail, @Nullable String address) {
        String line = name == null ? "" : XmlText.line(name);
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person(line, XmlText.lineOrNull(mail), XmlText.lineOrNull(address)));
    }
}
