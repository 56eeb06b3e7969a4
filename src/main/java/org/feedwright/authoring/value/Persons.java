package org.feedwright.authoring.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.authoring.yaml.DidYouMean;
import org.feedwright.authoring.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** Authors as they are named: {@code Name}, {@code Name <mail>}, or {@code {name, email, uri}}. */
public final class Persons {
    private static final Set<String> KEYS = new TreeSet<>(List.of("name", "email", "uri"));

    /** What generators show beside a name. */
    static final Set<String> OF_PRESENTATION = Set.of(
            "title",
            "image_url",
            "imageurl",
            "socials",
            "page",
            "description",
            // Jekyll's themes and plugins, Next
            "picture",
            "avatar",
            "bio",
            "location",
            "links",
            "twitter");

    private static final Map<String, List<String>> OTHERS = Map.of("uri", List.of("url"), "email", List.of("mail"));
    private static final Map<String, String> MEANINGS =
            Map.of("homepage", "uri", "website", "uri", "web", "uri", "site", "uri", "link", "uri", "href", "uri");

    /** Someone with an address behind the name, and perhaps their page. */
    private static final Pattern ADDRESSED = Pattern.compile(
            "\"?(?<name>[^<>\"]*?)\"?\\s*<(?<address>[^<>\\s]*(?:@|://)[^<>]*)>\\s*(?:\\((?<page>https?://[^()\\s]*)\\))?");

    /** Several of them in one text, as mail programs have it. */
    private static final Pattern SEVERAL = Pattern.compile("(?:[^<>,;]+<[^<>]+>\\s*[,;]\\s*)+[^<>,;]+<[^<>]+>");

    private static final Pattern PARTED = Pattern.compile("[^,;]\\s*[,;]\\s*[^,;]");

    private static final Pattern BETWEEN = Pattern.compile("(?<=>)\\s*[,;]\\s*");

    /** As RSS has it: the address, and the name in brackets. */
    private static final Pattern NAMED = Pattern.compile("(?<address>[^\\s@()]+@[^\\s@()]+)\\s*\\((?<name>[^()]+)\\)");

    /** RFC 4287 §3.2.3 asks for no more than something before and behind an @; nobody can write to most of that. */
    private static final Pattern MAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],:;\\\\\"]+@[^\\s@<>()\\[\\],:;\\\\\"/.]+(?:\\.[^\\s@<>()\\[\\],:;\\\\\"/.]+)+");

    private static final int LONGEST = 500; // characters of a name with an address

    private static final String REMEDY = "write a name, or {name: …, email: …, uri: …}";

    private Persons() {}

    /**
     * Reads one of them, or several in one text.
     *
     * @param owner where they stand, under this key
     * @param known persons by the keys by which they may be named, in lower case
     * @return nobody if a problem was added, or nobody is named
     */
    static List<Person> read(Yaml written, Yaml owner, String key, Map<String, Person> known) {
        var person = written.named(OTHERS).without("key");
        warnOfUnknown(person);
        String name = person.text("name").orElse("").strip();
        boolean isNameAlone = person.keys().keySet().equals(Set.of("name"));
        if (name.isEmpty() && isNameAlone && (!written.has("key") || written.isBlank("key"))) {
            return List.of(); // as templates leave it
        }
        var byKey = byKey(name, isNameAlone, written, known);
        if (byKey.isPresent()) {
            return List.of(byKey.get());
        }
        boolean areSeveral =
                isNameAlone && name.length() <= LONGEST && SEVERAL.matcher(name).matches();
        if (!areSeveral && isPlainText(owner, key) && PARTED.matcher(name).find()) {
            owner.warn(
                    key,
                    owner.written(key) + " is one author with a comma or semicolon in the name",
                    "write [a, b] if they are several, or {name: …} if it is one");
        }
        var names = areSeveral ? BETWEEN.splitAsStream(name) : Stream.of(name);
        return names.flatMap(each -> read(each, person, owner, key).stream()).toList();
    }

    /** In header lines, what is parted by commas has been parted already. */
    private static boolean isPlainText(Yaml owner, String key) {
        return owner.isText(key) && !owner.notation().partsByCommas();
    }

    /** The person whom a text names by a key, or a block under {@code key} without a name of its own. */
    private static Optional<Person> byKey(String name, boolean isNameAlone, Yaml written, Map<String, Person> known) {
        String key = isNameAlone ? name : "";
        if (name.isEmpty() && written.isText("key")) {
            key = written.text("key").orElse("");
        }
        return Optional.ofNullable(known.get(key.strip().toLowerCase(Locale.ROOT)));
    }

    private static Optional<Person> read(String name, Yaml person, Yaml owner, String key) {
        var stated = person.value("uri", YamlValues::address, "write an address that begins with https://");
        var addressed = ADDRESSED.matcher(name.length() > LONGEST ? "" : name);
        var named = NAMED.matcher(name);
        if (addressed.matches()) {
            return person(
                    owner,
                    key,
                    addressed.group("name").strip(),
                    addressed.group("address").strip(),
                    person.text("email").orElse(null),
                    stated.orElse(addressed.group("page")));
        }
        return named.matches()
                ? person(owner, key, named.group("name").strip(), named.group("address"), null, stated.orElse(null))
                : person(owner, key, name, null, person.text("email").orElse(null), stated.orElse(null));
    }

    /** @param address what stands behind the name: where to write to, or a page */
    private static Optional<Person> person(
            Yaml owner,
            String key,
            String name,
            @Nullable String address,
            @Nullable String email,
            @Nullable String uri) {
        if (name.isEmpty()) {
            owner.problem(key, "an author has no name", REMEDY);
            return Optional.empty();
        }
        boolean isPage = address != null && address.matches("(?i)https?://\\S+");
        String mail = mail((email != null && !email.isBlank()) || isPage ? email : address);
        String page = uri == null && isPage ? address : uri;
        if (mail != null && !isMail(mail)) {
            owner.problem(
                    key,
                    "the e-mail address of " + name + " is '" + mail + "', to which nobody can write",
                    "write one such as ann@example.org, or leave it out");
            return Optional.empty();
        }
        return Optional.of(named(owner, key, name, mail, page));
    }

    /** A name that is an address is one in which readers show an address; what stands before its @ is the name. */
    private static Person named(Yaml owner, String key, String name, @Nullable String mail, @Nullable String page) {
        if (!isMail(name)) {
            return new Person(name, mail, page);
        }
        String before = name.substring(0, name.indexOf('@'));
        owner.warn(
                key,
                "the author '" + name + "' has an address and no name, and is shown as '" + before + "'",
                "write the name before it: Name <" + name + ">");
        return new Person(before, mail == null ? name : mail, page);
    }

    private static @Nullable String mail(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return written.strip().replaceFirst("^(?i)mailto:", "");
    }

    /** Whether somebody can be written to at this address. */
    public static boolean isMail(String text) {
        return MAIL.matcher(text).matches();
    }

    private static void warnOfUnknown(Yaml person) {
        person.keys().keySet().stream()
                .filter(key -> !KEYS.contains(key) && !OF_PRESENTATION.contains(key))
                .forEach(key -> person.warn(
                        key,
                        "the key " + person.written(key) + " of an author is not known, and what it says is not used",
                        DidYouMean.remedy(key, KEYS, MEANINGS, "take it out if no other program reads it")));
    }
}
