package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeArgumentsTest {
    @Test
    void meansTheServiceWithoutACommandAndByItsName() {
        assertThat(ServeArguments.areMeant()).isTrue();
        assertThat(ServeArguments.areMeant("serve", "--server.port=1")).isTrue();
        assertThat(ServeArguments.areMeant("--server.port=1")).isTrue();
        assertThat(ServeArguments.areMeant("--debug")).isTrue();
        assertThat(ServeArguments.areMeant("check")).isFalse();
        assertThat(ServeArguments.areMeant("--help")).isFalse();
    }

    @Test
    void findsAQuestionAmongSettings() {
        assertThat(ServeArguments.askForHelp("serve", "--server.port=1", "--help"))
                .isTrue();
        assertThat(ServeArguments.askForHelp("serve")).isFalse();
    }

    @Test
    void refusesASettingThatIsGivenTwiceWithDifferentValues() {
        assertThat(wrong("--feedwright.base-url=http://a.example", "--feedwright.baseUrl=http://b.example"))
                .contains("A setting is given twice, as --feedwright.base-url=http://a.example and as"
                        + " --feedwright.baseUrl=http://b.example; keep one of them");
        assertThat(wrong("--server.port=1", "--server.port=1")).isEmpty();
    }

    @Test
    void refusesWhatIsNoSetting() {
        assertThat(wrong("feeds")).contains("'feeds' is no setting; write settings as --name=value");
        assertThat(wrong("--server.port")).contains("'--server.port' is no setting; write settings as --name=value");
        assertThat(wrong("--port=80"))
                .hasValueSatisfying(
                        wrong -> assertThat(wrong).startsWith("There is no setting 'port'; write its whole name"));
    }

    @Test
    void takesSwitches() {
        assertThat(wrong("--debug", "--trace")).isEmpty();
    }

    private static Optional<String> wrong(String... arguments) {
        return ServeArguments.wrong(ServeArguments.settings(arguments));
    }

    @Test
    void leavesTheWordOutOfTheSettings() {
        assertThat(ServeArguments.settings("serve", "--server.port=1")).isEqualTo(List.of("--server.port=1"));
    }

    @ParameterizedTest
    @CsvSource({"--debug=true, true", "--server.port=, true", "--=x, false", "=x, false"})
    void areSettingsWithANameAndASign(String argument, boolean is) {
        assertThat(wrong(argument).isEmpty()).isEqualTo(is);
        assertThat(ServeArguments.areMeant(argument)).isEqualTo(is);
    }
}
