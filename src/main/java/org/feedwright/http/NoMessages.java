package org.feedwright.http;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * Has no texts in any language: nothing here is translated, and whoever asks Spring for a text gets the one that he
 * brings. Spring's own empty source asks Java for all languages that there are, at each start, and compiling that took
 * Java's compiler longer than anything else.
 */
public final class NoMessages implements MessageSource {
    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String ready, @Nullable Locale locale) {
        return ready == null ? null : written(ready, arguments, locale);
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        throw new NoSuchMessageException(code, language(locale));
    }

    @Override
    public String getMessage(MessageSourceResolvable wanted, @Nullable Locale locale) {
        String ready = wanted.getDefaultMessage();
        if (ready == null) {
            var codes = wanted.getCodes();
            throw new NoSuchMessageException(
                    codes == null || codes.length == 0 ? "" : codes[codes.length - 1], language(locale));
        }
        return written(ready, wanted.getArguments(), locale);
    }

    private static String written(String text, Object @Nullable [] arguments, @Nullable Locale locale) {
        return arguments == null || arguments.length == 0
                ? text
                : new MessageFormat(text, language(locale)).format(arguments);
    }

    private static Locale language(@Nullable Locale locale) {
        return locale == null ? Locale.ROOT : locale;
    }
}
