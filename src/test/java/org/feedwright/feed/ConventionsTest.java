package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.feedwright.article.Person;
import org.feedwright.feed.Conventions.Ids;
import org.feedwright.feed.Conventions.Templates;
import org.feedwright.feed.Conventions.Titles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An article is read anew after a change of whatever it is read by. */
class ConventionsTest {
    private static final Map<String, Object> OTHER = Map.ofEntries(
            entry("exclude", List.of("pages")),
            entry("keys", Map.of("lede", "summary")),
            entry("titles", Titles.NAMES),
            entry("templates", Templates.HUGO),
            entry("authors", Map.of("ann", Person.named("Ann"))),
            entry("permalink", "/:slug/"),
            entry("ids", Ids.LINK),
            entry("idPattern", "/:year/:slug"),
            entry("labels", Map.of("ai", "Artificial intelligence")));

    static Stream<String> fields() {
        return Stream.of(Conventions.class.getRecordComponents()).map(RecordComponent::getName);
    }

    /** What is excluded decides which files are read, and not how. */
    @ParameterizedTest
    @MethodSource("fields")
    void readAlikeOnlyIfAllOfThemAreTheSame(String field) throws ReflectiveOperationException {
        assertThat(Conventions.OWN.readsAlike(with(field))).isEqualTo(field.equals("exclude"));
        assertThat(with(field).readsAlike(Conventions.OWN)).isEqualTo(field.equals("exclude"));
        assertThat(with(field).readsAlike(with(field))).isTrue();
    }

    private static Conventions with(String field) throws ReflectiveOperationException {
        var components = Conventions.class.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            values[i] = name.equals(field)
                    ? Objects.requireNonNull(OTHER.get(name), "say what else " + name + " may be")
                    : components[i].getAccessor().invoke(Conventions.OWN);
        }
        return Conventions.class
                .getDeclaredConstructor(
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(values);
    }
}
