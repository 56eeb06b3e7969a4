package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings in {@code docs/reference.md}, and the links and the length of the documents. */
class ReferenceTest {
    private static final Path REFERENCE = Path.of("docs/reference.md");

    /** Settings that the code asks for by name, because no record holds them. */
    private static final Set<String> WITHOUT_RECORD = Set.of("feedwright.data");

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SETTING = Pattern.compile("`(feedwright\\.[a-z-]+(?:\\.[a-z-]+)*)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(feedwright\\.[a-z.-]+)` \\| `([^`]*)` \\|");

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    @Test
    void namesEverySettingOfFeedwrightAndNoOther() throws IOException {
        var described = new TreeSet<>(rows().keySet());

        var existing = new TreeSet<>(settings().keySet());
        existing.addAll(WITHOUT_RECORD);
        assertThat(described).isEqualTo(existing);
    }

    @Test
    void statesTheDefaultOfEverySettingThatHasOne() throws IOException {
        var rows = rows();

        settings()
                .forEach((name, value) ->
                        value.ifPresent(stated -> assertThat(rows).as(name).containsEntry(name, stated)));
    }

    @Test
    void noDocumentNamesASettingThatIsNotThere() throws IOException {
        var existing = new TreeSet<>(settings().keySet());
        existing.addAll(WITHOUT_RECORD);
        for (Path document : documents()) {
            var named = SETTING.matcher(Files.readString(document)).results().map(name -> name.group(1));

            assertThat(named).as("%s", document).allMatch(existing::contains);
        }
    }

    @Test
    void everyLinkInTheDocumentsLeadsToAFileAndAHeading() throws IOException {
        var broken = new TreeSet<String>();
        for (Path document : documents()) {
            LINK.matcher(prose(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> !leads(document, link))
                    .forEach(link -> broken.add(document + ": " + link));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageOfTheDocumentationIsListedInItsIndex() throws IOException {
        Path docs = Path.of("docs");
        String index = Files.readString(docs.resolve("README.md"));

        assertThat(documents().stream()
                        .filter(document -> document.startsWith(docs))
                        .map(document -> docs.relativize(document).toString().replace('\\', '/'))
                        .filter(page -> !page.equals("README.md") && !page.startsWith("decisions/")))
                .isNotEmpty()
                .allMatch(page -> index.contains("](" + page + ")"), "is linked in docs/README.md");
    }

    @Test
    void readmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(130);
    }

    private static Map<String, String> rows() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(REFERENCE)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    /** The settings that records hold, each with its default where the record states one. */
    private static Map<String, Optional<String>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var settings = new TreeMap<String, Optional<String>>();
        scanner.findCandidateComponents("org.feedwright").forEach(found -> {
            var type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            settings.putAll(
                    settings(type.getAnnotation(ConfigurationProperties.class).value(), type));
        });
        return settings;
    }

    private static Map<String, Optional<String>> settings(String prefix, Class<?> type) {
        var settings = new HashMap<String, Optional<String>>();
        for (var component : type.getRecordComponents()) {
            String name = prefix + "."
                    + CAPITAL.matcher(component.getName()).replaceAll("-").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                settings.putAll(settings(name, component.getType()));
            } else {
                settings.put(name, defaultOf(component, type));
            }
        }
        return settings;
    }

    /** The annotation stands on the parameter of the constructor that Spring calls. */
    private static Optional<String> defaultOf(RecordComponent component, Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class)))
                .map(value -> String.join(",", value.value()))
                .findFirst();
    }

    private static List<Path> documents() throws IOException {
        try (var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md")
                                    .map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    /** A document without its examples, which are no links of its own. */
    private static String prose(Path document) throws IOException {
        return FENCED.matcher(Files.readString(document)).replaceAll("").replaceAll("`[^`]*`", "");
    }

    private static boolean leads(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        try {
            return Files.exists(target)
                    && (parts.length == 1 || headings(target).contains(parts[1]));
        } catch (IOException _) {
            return false;
        }
    }

    /** The ids of a page's headings, made as GitHub makes them. */
    private static Set<String> headings(Path page) throws IOException {
        var ids = new HashSet<String>();
        var withoutExamples = FENCED.matcher(Files.readString(page)).replaceAll("");
        HEADING.matcher(withoutExamples).results().forEach(heading -> {
            String id = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            String free = id;
            for (int number = 1; !ids.add(free); number++) {
                free = id + "-" + number;
            }
        });
        return ids;
    }
}
