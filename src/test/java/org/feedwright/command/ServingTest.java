package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.feedwright.store.SettingRefused;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.yaml.snakeyaml.error.YAMLException;

class ServingTest {
    private static int status(RuntimeException cause) {
        return Serving.status(new IllegalStateException("it did not start", new RuntimeException(cause)));
    }

    @Test
    void endsWithTwoWhereASettingIsWrong() {
        assertThat(status(new SettingRefused("feedwright.data", "", "names no directory", "name one")))
                .isEqualTo(2);
        assertThat(status(new YAMLException("found a tab"))).isEqualTo(2);
        var settings = new MapConfigurationPropertySource(Map.of("server.port", "many"));
        try {
            var _ = new Binder(settings).bind("server.port", Integer.class);
            throw new AssertionError("it was bound");
        } catch (RuntimeException e) {
            assertThat(status(e)).isEqualTo(2);
        }
    }

    @Test
    void endsWithThreeWhereAnythingElseFails() {
        assertThat(status(new IllegalArgumentException("something"))).isEqualTo(3);
        assertThat(Serving.status(new OutOfMemoryError())).isEqualTo(3);
    }
}
