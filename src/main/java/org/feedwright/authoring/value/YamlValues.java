package org.feedwright.authoring.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Category;
import org.feedwright.article.Person;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.text.HttpAddress;

/** The values that articles and feeds have in common, read from YAML. */
public final class YamlValues {
    /** The languages with two letters (ISO 639-1); of the thousands with three letters there is no list at hand. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** Programs write {@code en_US.UTF-8} where they mean a language. */
    private static final Pattern POSIX_ENCODING = Pattern.compile("(?<=.{2})[.@].*");

    private YamlValues() {}

    public static List<Person> people(Yaml yaml, String key) {
        return people(yaml, key, Map.of());
    }

    /**
     * The persons that a key names.
     *
     * @param known persons by the keys by which they may be named
     */
    public static List<Person> people(Yaml yaml, String key, Map<String, Person> known) {
        return yaml.mappings(key, "name").stream()
                .<Person>mapMulti(
                        (person, sink) -> Persons.read(person, yaml, key, known).forEach(sink))
                .toList();
    }

    public static List<Category> categories(Yaml yaml) {
        return yaml.texts("categories").stream()
                .filter(name -> !name.isBlank())
                .map(Category::new)
                .distinct()
                .toList();
    }

    /** An absolute http or https address, with what may not stand in one escaped (RFC 3987). */
    public static String address(String text) {
        return HttpAddress.of(text).uri();
    }

    /** An absolute IRI. */
    public static String id(String text) {
        return ArticleId.ofIri(text).value();
    }

    /**
     * A well-formed BCP 47 language tag, of a language that there is: a name such as {@code English} has the
     * form of a tag too.
     */
    public static String language(String text) {
        var locale = new Locale.Builder()
                .setLanguageTag(POSIX_ENCODING.matcher(text).replaceFirst("").replace('_', '-'))
                .build();
        if (!LANGUAGES.contains(locale.getLanguage()) && locale.getLanguage().length() != 3) {
            throw new IllegalArgumentException("no language");
        }
        return locale.toLanguageTag();
    }
}
