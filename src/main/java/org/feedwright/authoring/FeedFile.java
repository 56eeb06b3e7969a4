package org.feedwright.authoring;

import java.net.IDN;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.authoring.body.Markdown;
import org.feedwright.authoring.front.ArticleParts;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.authoring.problem.LegalText;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.problem.TooMuch;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Notation;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.feedwright.feed.FeedDefinition.Identity;
import org.feedwright.text.HttpAddress;
import org.jspecify.annotations.Nullable;

/** A {@code feed.yaml}. */
public final class FeedFile {
    public static final String NAME = "feed.yaml";
    private static final String ADDRESS = "write an address that begins with https:// or http://";
    /** Behind them stands a text, in which a {@code #} may be meant as one. */
    private static final Set<String> TEXTS =
            Set.of("title", "subtitle", "author", "rights", "categories", "disclaimer");

    /** Behind them stands a text, and never true or false alone. */
    private static final List<String> NO_SWITCHES = List.of("subtitle", "author", "rights", "categories", "disclaimer");

    private FeedFile() {}

    /**
     * Reads a feed's definition. It is to be used only if no problem was added.
     *
     * @param host the authority of a feed that has neither authority nor home
     */
    public static FeedDefinition read(String text, String host, Problems problems) {
        return read(text, host, Attachments.NONE, problems);
    }

    /** Reads a definition that may name files in the feed's folder. */
    public static FeedDefinition read(String text, String host, Attachments files, Problems problems) {
        return read(Yaml.read(LegalText.of(text, problems), 1, problems), host, files, problems);
    }

    /** Reads a definition that is written as a JSON object with the same keys. */
    public static FeedDefinition readJson(String json, String host, Problems problems) {
        var keys = new ArticleParts(Notation.JSON, json, 1, "", 0).read(problems);
        return read(keys, host, Attachments.NONE, problems);
    }

    private static FeedDefinition read(Yaml written, String host, Attachments files, Problems problems) {
        written.refuseUnknown(FeedKeys.ALL, FeedKeys.MEANINGS);
        var yaml = UnknownKeys.withoutSwitches(written, NO_SWITCHES.stream());
        yaml.warnOfComments(TEXTS);
        yaml.require(
                "title",
                "the feed has no title",
                "add a line '" + yaml.notation().line("title", "…") + "'");
        var description = description(yaml);
        PermalinkCheck.check(yaml, description.home());
        return new FeedDefinition(
                identity(yaml, description.home(), host),
                description,
                display(yaml),
                delivery(yaml),
                SelectBlock.read(yaml),
                PodcastBlock.read(yaml, files).orElse(null),
                ConventionsBlock.read(
                        yaml, AuthorsFile.read(files.authors(), problems), TagsFile.read(files.tags(), problems)));
    }

    private static Identity identity(Yaml yaml, @Nullable String home, String host) {
        return new Identity(
                yaml.value("id", YamlValues::id, "write an absolute IRI such as urn:uuid:…")
                        .orElse(null),
                yaml.value("authority", FeedFile::authority, "write a domain such as example.org")
                        .orElse(home == null ? host : HttpAddress.of(home).host()),
                formerly(yaml),
                FormerlyAt.read(yaml));
    }

    private static Description description(Yaml yaml) {
        return new Description(
                yaml.text("title").filter(title -> !title.isBlank()).orElse("Untitled"),
                yaml.text("subtitle").orElse(null),
                yaml.value("home", YamlValues::address, ADDRESS).orElse(null),
                yaml.value("language", YamlValues::language, "write a language tag such as en, de-CH or zh-Hans")
                        .orElse(null),
                author(yaml),
                yaml.text("rights").orElse(null),
                yaml.value("icon", YamlValues::address, ADDRESS).orElse(null),
                yaml.value("logo", YamlValues::address, ADDRESS).orElse(null),
                YamlValues.categories(yaml));
    }

    private static @Nullable Person author(Yaml yaml) {
        var authors = YamlValues.people(yaml, "author");
        if (authors.size() > 1) {
            yaml.problem("author", "a feed has one author", "name one here, and the others in the articles");
        }
        return authors.isEmpty() ? null : authors.getFirst();
    }

    private static Display display(Yaml yaml) {
        return new Display(
                yaml.value("window", FeedFile::window, "write a number from 1 to 1000")
                        .orElse(FeedDefinition.DEFAULT_WINDOW),
                yaml.value("content", word -> word(Content.class, word), words(Content.class))
                        .orElse(Content.FULL),
                yaml.value("highlights", word -> word(Highlights.class, word), words(Highlights.class))
                        .orElse(Highlights.SUMMARY),
                disclaimer(yaml),
                yaml.value("zone", ZoneId::of, "write a zone such as Europe/Berlin or +08:00")
                        .orElse(ZoneOffset.UTC));
    }

    private static Delivery delivery(Yaml yaml) {
        return new Delivery(
                yaml.texts("hubs").stream().map(hub -> hub(yaml, hub)).toList(),
                yaml.value("ttl", FeedFile::ttl, "write whole minutes, such as 60, up to a week")
                        .orElse(null),
                yaml.value("retired", FeedFile::flag, "write true or false").orElse(false),
                yaml.value("tombstones", FeedFile::flag, "write true or false").orElse(false));
    }

    /** The line in which something is said. */
    public static int line(String text, String key) {
        return Yaml.read(text, 1, new Problems(NAME)).line(key);
    }

    private static List<FeedName> formerly(Yaml yaml) {
        return yaml.texts("formerly").stream()
                .map(String::strip)
                .<FeedName>mapMulti((name, sink) -> {
                    if (FeedName.isValid(name)) {
                        sink.accept(new FeedName(name));
                    } else {
                        yaml.problem(
                                "formerly",
                                "'" + name + "' was never a feed's name",
                                "write the names that the folder had: lower-case letters, digits and '-'");
                    }
                })
                .distinct()
                .toList();
    }

    public static Problem missing(String path) {
        return new Problem(path, 0, "the feed has no " + NAME, "make one with a line 'title: …'");
    }

    /** The definition of a feed that has only the name of its folder. */
    public static FeedDefinition implied(String title, String host) {
        String yaml = "title: '" + title.replace("'", "''") + "'";
        return read(yaml, host, new Problems(NAME));
    }

    /** A warning of what a feed lacks that has no {@code feed.yaml}. */
    public static Problem adds(String path, String title) {
        return new Problem(
                path,
                0,
                "there is no " + NAME + ", and the folder's name is the feed's title: " + title,
                "make one in the folder with 'title: …' and 'home: …', the site's address; it may also name the authors, "
                        + "the language and the time zone, and keep the articles' addresses and ids");
    }

    private static @Nullable Disclaimer disclaimer(Yaml yaml) {
        try {
            return yaml.text("disclaimer")
                    .filter(text -> !text.isBlank())
                    .map(text -> new Disclaimer(Markdown.prose(text, PartIds.DISCLAIMER)))
                    .orElse(null);
        } catch (TooMuch e) {
            yaml.problem("disclaimer", e.what(), e.remedy());
            return null;
        }
    }

    private static String hub(Yaml yaml, String hub) {
        try {
            return YamlValues.address(hub);
        } catch (IllegalArgumentException _) {
            yaml.problem("hubs", "the hub '" + hub + "' is not an address", ADDRESS);
            return hub;
        }
    }

    private static String authority(String text) {
        String domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        if (!domain.matches("[a-z0-9.-]+")) {
            throw new IllegalArgumentException("not a domain");
        }
        return domain;
    }

    private static int window(String text) {
        int window = Integer.parseInt(text);
        if (window < 1 || window > 1000) {
            throw new IllegalArgumentException("out of range");
        }
        return window;
    }

    private static Duration ttl(String text) {
        var ttl = Duration.ofMinutes(Long.parseLong(text));
        if (!ttl.isPositive() || ttl.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return ttl;
    }

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }

    static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" or ", "write ", ""));
    }
}
