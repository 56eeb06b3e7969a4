package org.feedwright.imports.syndication;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.Person;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/** Reads who wrote something, in the ways in which feeds name people. */
final class PersonText {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>()\"]+@[^\\s@<>()\"]+\\.[^\\s@<>()\".]+");
    private static final Pattern MAIL_FIRST = Pattern.compile("(\\S+@\\S+)\\s*\\((.*)\\)");
    private static final Pattern NAME_FIRST = Pattern.compile("\"?([^\"<]*?)\"?\\s*<(\\S+@[^\\s>]+)>");

    private PersonText() {}

    /** A person as RSS names one: {@code mail (Name)}, {@code Name <mail>}, a name, or a mail address. */
    static Optional<Person> of(@Nullable String text) {
        String plain = text == null ? "" : XmlText.line(text);
        var mailFirst = MAIL_FIRST.matcher(plain);
        if (mailFirst.matches()) {
            return of(mailFirst.group(2), mailFirst.group(1), null);
        }
        var nameFirst = NAME_FIRST.matcher(plain);
        return nameFirst.matches() ? of(nameFirst.group(1), nameFirst.group(2), null) : of(plain, null, null);
    }

    /** A person with a name; who has none is called by the address for mail. */
    static Optional<Person> of(@Nullable String name, @Nullable String mail, @Nullable String page) {
        String email = mail == null ? "" : mail.strip();
        String called = name == null ? "" : XmlText.line(name);
        called = called.isEmpty() ? email : called;
        return called.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person(
                        called, MAIL.matcher(email).matches() ? email : null, Addresses.whole(page, null)));
    }
}
