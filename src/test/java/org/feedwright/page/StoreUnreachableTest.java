package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext
class StoreUnreachableTest extends PageTest {
    @Autowired
    HikariDataSource store;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds/any", "/articles/any/one", "/feeds.opml"})
    void saysWhenToAskAgainAndNothingOfTheInside(String path) throws Exception {
        store.close();

        var answer = get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.body()).contains("This cannot be shown just now").doesNotContain("Exception", "Hikari");
    }
}
