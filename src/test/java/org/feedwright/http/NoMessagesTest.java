package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;

class NoMessagesTest {
    private static final String[] CODES = {"first", "last"};

    private final NoMessages messages = new NoMessages();

    @Test
    void givesTheTextThatIsBrought() {
        assertThat(messages.getMessage("code", null, "it's {0}", Locale.GERMAN)).isEqualTo("it's {0}");
        assertThat(messages.getMessage("code", new Object[] {1}, "it is {0}", Locale.GERMAN))
                .isEqualTo("it is 1");
        assertThat(messages.getMessage("code", null, null, Locale.GERMAN)).isNull();
        assertThat(messages.getMessage(
                        new DefaultMessageSourceResolvable(CODES, new Object[] {"x"}, "is {0}"), Locale.GERMAN))
                .isEqualTo("is x");
    }

    @Test
    void saysThatThereIsNoneWhereNoneIsBrought() {
        assertThatThrownBy(() -> messages.getMessage("code", null, Locale.GERMAN))
                .isInstanceOf(NoSuchMessageException.class);
        assertThatThrownBy(() -> messages.getMessage(new DefaultMessageSourceResolvable(CODES), null))
                .isInstanceOf(NoSuchMessageException.class)
                .hasMessageContaining("last");
    }
}
