package org.feedwright.authoring.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.feedwright.article.Person;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsTest {
    private static final Map<String, Person> KNOWN = Map.of("ann", new Person("Ann Abel", "ann@example.org", null));

    private final Problems problems = new Problems("a.md");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '~',
            value = {
                "Bo                                          | Bo | -           | -",
                "Bo <bo@example.org>                         | Bo | bo@example.org | -",
                "'\"Bo\" <bo@example.org>'                   | Bo | bo@example.org | -",
                "Bo <mailto:bo@example.org>                  | Bo | bo@example.org | -",
                "Bo <https://example.org/bo>                 | Bo | -              | https://example.org/bo",
                "Bo <bo@example.org> (https://example.org/)  | Bo | bo@example.org | https://example.org/",
                "bo@example.org (Bo)                         | Bo | bo@example.org | -",
                "{name: Bo, email: bo@example.org}           | Bo | bo@example.org | -",
                "{name: Bo, mail: 'MAILTO:bo@example.org'}   | Bo | bo@example.org | -",
                "{name: Bo, email: ' '}                      | Bo | -              | -",
                "{name: Bo, url: https://example.org/bo}     | Bo | -              | https://example.org/bo",
                "{name: Bo, uri: https://example.org/bo, email: bo@example.org} | Bo | bo@example.org | https://example.org/bo",
                "{name: Bo <a@example.org>, email: bo@example.org}      | Bo | bo@example.org | -",
                "{name: Bo <bo@example.org>, email: ' '}                | Bo | bo@example.org | -",
                "{name: Bo <https://example.org/>, email: bo@example.org} | Bo | bo@example.org | https://example.org/",
                "{name: Bo <https://example.org/>, email: ''}           | Bo | -              | https://example.org/",
                "{name: Bo <https://example.org/>, uri: https://example.org/bo} | Bo | - | https://example.org/bo",
                "{name: Bo <bo@example.org> (https://example.org/), uri: https://example.org/bo} | Bo | bo@example.org | https://example.org/bo",
                "{name: bo@example.org (Bo), uri: https://example.org/bo} | Bo | bo@example.org | https://example.org/bo",
            })
    void areReadInEveryForm(String written, String name, @Nullable String email, @Nullable String uri) {
        assertThat(read(written)).containsExactly(new Person(name, email, uri));
        assertThat(problems.list()).isEmpty();
        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void areSeveralInOneText() {
        assertThat(read("'Bo <bo@example.org>, Cy <cy@example.org>; Di <https://example.org/di>'"))
                .containsExactly(
                        new Person("Bo", "bo@example.org", null),
                        new Person("Cy", "cy@example.org", null),
                        new Person("Di", null, "https://example.org/di"));
    }

    /** What several would share cannot be theirs. */
    @Test
    void areOneUnderANameWithMore() {
        assertThat(read("{name: 'Bo <bo@example.org>, Cy <cy@example.org>', uri: 'https://example.org/'}"))
                .containsExactly(new Person("Bo <bo@example.org>, Cy <cy@example.org>", null, "https://example.org/"));
    }

    @Test
    void areTakenApartUpToALengthThatNamesHave() {
        String longest = "B".repeat(483) + " <bo@example.org>";
        String several = "Bo <bo@example.org>, " + "C".repeat(462) + " <cy@example.org>";

        assertThat(read(longest)).containsExactly(new Person("B".repeat(483), "bo@example.org", null));
        assertThat(read("B" + longest)).containsExactly(Person.named("B" + longest));
        assertThat(read("'" + several + "'")).hasSize(2);
        assertThat(read("'B" + several + "'")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "' Ann '", "{name: ANN}", "{key: ann}", "{key: ann, name: ''}"})
    void areKnownByTheirKeys(String written) {
        assertThat(read(written)).containsExactlyElementsOf(KNOWN.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: Ann, email: a@example.com}", "{key: ann, name: Ann, email: a@example.com}"})
    void areWhoTheirNamesSayWhereMoreIsSaidOfThem(String written) {
        assertThat(read(written)).containsExactly(new Person("Ann", "a@example.com", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "{name: ''}", "{name: ' '}", "{name: }", "{name: , key: ''}"})
    void areNobodyWhereATemplateLeavesThemOut(String written) {
        assertThat(read(written)).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{email: bo@example.org}",
                "{key: bo}",
                "{key: bo, name: ''}",
                "{key: [ann]}",
                "{}",
                "<bo@example.org>",
                "{name: '', uri: 'https://x.example/'}"
            })
    void areRefusedWithoutAName(String written) {
        assertThat(read(written)).isEmpty();
        assertThat(problems.list())
                .first()
                .hasToString("a.md:1: an author has no name; write a name, or {name: …, email: …, uri: …}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bo <bo@>", "Bo <bo@example>", "{name: Bo, email: bo}", "{name: Bo, email: a b@example.org}"})
    void areRefusedWithAnAddressToWhichNobodyCanWrite(String written) {
        assertThat(read(written)).isEmpty();
        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::wrong)
                .asString()
                .startsWith("the e-mail address of Bo is '")
                .endsWith("', to which nobody can write");
    }

    @Test
    void areNamedByWhatStandsBeforeTheSignWhereANameIsAnAddress() {
        assertThat(read("bo@example.org")).containsExactly(new Person("bo", "bo@example.org", null));
        assertThat(problems.warnings())
                .singleElement()
                .hasToString("a.md:1: the author 'bo@example.org' has an address and no name, and is shown as 'bo';"
                        + " write the name before it: Name <bo@example.org>");
        assertThat(read("{name: bo@example.org, email: b@example.org}"))
                .containsExactly(new Person("bo", "b@example.org", null));
    }

    @Test
    void areToldOfKeysThatAreNotRead() {
        assertThat(read("{name: Bo, Homepage: 'https://example.org/', shoesize: 43, title: Dr., image_url: bo.png}"))
                .containsExactly(Person.named("Bo"));
        assertThat(problems.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "a.md:1: the key 'Homepage' of an author is not known, and what it says is not used;"
                                + " did you mean 'uri'?",
                        "a.md:1: the key 'shoesize' of an author is not known, and what it says is not used;"
                                + " take it out if no other program reads it");
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, true",
        "ann.abel+feeds@mail.example.org, true",
        "ann@example, false",
        "ann@.org, false",
        "@example.org, false",
        "ann@exa mple.org, false",
        "'', false"
    })
    void canBeWrittenToAtAddressesWithAHost(String address, boolean isMail) {
        assertThat(Persons.isMail(address)).isEqualTo(isMail);
    }

    private List<Person> read(String written) {
        return YamlValues.people(Yaml.read("authors: [" + written + "]\n", 1, problems), "authors", KNOWN);
    }
}
