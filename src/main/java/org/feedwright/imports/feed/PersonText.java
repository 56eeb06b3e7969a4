package org.feedwright.imports.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.Person;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/** Authors as RSS writes them: {@code mail (Name)}, {@code Name <mail>}, or either of the two. */
final class PersonText {
    private static final String MAILTO = "mailto:";
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

    /**
     * The person; empty without a name. An address for mail stands where JSON Feed has room for one, too, and what is no
     * address is left out.
     */
    static Optional<Person> person(@Nullable String name, @Nullable String mail, @Nullable String address) {
        String line = name == null ? "" : XmlText.line(name);
        String page = address == null ? "" : XmlText.line(address);
        boolean isMail = page.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
        String email =
                XmlText.line(mail == null && isMail ? page.substring(MAILTO.length()) : mail == null ? "" : mail);
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person(
                        line, email.matches(MAIL) ? email : null, isMail ? null : FeedImport.webOrNull(page)));
    }
}
