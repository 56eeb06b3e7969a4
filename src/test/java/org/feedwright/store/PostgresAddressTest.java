package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/feedwright",
                "jdbc:postgresql://db/feedwright?options=a,b",
                "jdbc:postgresql:feedwright",
                "jdbc:postgresql://db1,db2/feedwright?targetServerType=primary",
                "jdbc:postgresql://db1:5433,[::1]:5432/feedwright?user=me&targetServerType=master",
            })
    void takesAnAddressByWhichTheServerIsFoundThatWrites(String url) {
        PostgresAddress.refuseReaders(url, new Properties());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db1,db2/feedwright",
                "jdbc:postgresql://db1,db2/feedwright?targetServerType=any&password=secret",
                "jdbc:postgresql://db1,db2/feedwright?targetServerType=preferSecondary",
            })
    void refusesAnAddressByWhichOneMayBeFoundThatOnlyReads(String url) {
        assertThatThrownBy(() -> PostgresAddress.refuseReaders(url, new Properties()))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("jdbc:postgresql://db1,db2/feedwright', which names several servers")
                .hasMessageNotContaining("secret");
    }

    /** What is refused stands on the log. */
    @ParameterizedTest
    @CsvSource({
        "postgresql://me:secret@db/feedwright, postgresql:…@db/feedwright",
        "jdbc:oracle:thin:me/secret@//db:1521/x, jdbc:oracle:thin:…@//db:1521/x",
        "jdbc:mysql://db/feedwright?password=secret, jdbc:mysql://db/feedwright",
        "jdbc:postgresql://me:secret@db/feedwright?ssl=true, jdbc:postgresql:…@db/feedwright",
        "jdbc:postgresql://me:se/cret@db/feedwright, jdbc:postgresql:…@db/feedwright"
    })
    void refusesOtherAddressesWithoutShowingALogin(String url, String shown) {
        assertThatThrownBy(() -> PostgresAddress.refuseOthers(url))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("spring.datasource.url is '" + shown + "', which ");
    }

    @Test
    void takesAnAddressWhoseLoginIsAmongItsParameters() {
        PostgresAddress.refuseOthers("jdbc:postgresql://db/feedwright?user=me@example.org&password=p@ss");
    }

    @Test
    void takesWhatIsSaidBesideTheAddress() {
        var properties = new Properties();
        properties.setProperty(PostgresAddress.KIND, "primary");

        PostgresAddress.refuseReaders("jdbc:postgresql://db1,db2/feedwright", properties);
    }
}
