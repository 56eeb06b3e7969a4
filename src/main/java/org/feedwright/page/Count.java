package org.feedwright.page;

import java.util.Locale;

/** A number of things, in words. */
final class Count {
    private Count() {}

    static String of(int count, String thing) {
        return switch (count) {
            case 0 -> "no " + thing + "s yet";
            case 1 -> "1 " + thing;
            default -> String.format(Locale.ENGLISH, "%,d %ss", count, thing);
        };
    }
}
