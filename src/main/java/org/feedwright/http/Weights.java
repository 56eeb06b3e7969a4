package org.feedwright.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of tokens with weights, such as {@code gzip;q=0.5, br} (RFC 9110 §12.4.2). Weights count
 * thousandths; a token that states none weighs 1,000, and a member that cannot be read is passed over.
 */
public record Weights(Map<String, Integer> thousandths) {
    private static final Weights NONE = new Weights(Map.of());
    private static final Pattern WEIGHT = Pattern.compile("(?i)q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)");

    public static Weights parse(@Nullable String field) {
        if (field == null) {
            return NONE;
        }
        var thousandths = new HashMap<String, Integer>();
        for (String member : field.split(",", -1)) {
            String[] parts = member.split(";", -1);
            String token = parts[0].strip().toLowerCase(Locale.ROOT);
            var weight = weight(parts);
            if (!token.isEmpty() && weight.isPresent()) {
                thousandths.putIfAbsent(token, weight.getAsInt());
            }
        }
        return new Weights(Map.copyOf(thousandths));
    }

    /** What the token weighs; empty where it is not named. */
    OptionalInt of(String token) {
        Integer weight = thousandths.get(token);
        return weight == null ? OptionalInt.empty() : OptionalInt.of(weight);
    }

    /** Whether the token is named and weighs anything: "a value of 0 means not acceptable". */
    public boolean accept(String token) {
        return of(token).orElse(0) > 0;
    }

    private static OptionalInt weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "q", 0, 1)) {
                var weight = WEIGHT.matcher(parameter);
                return weight.matches()
                        ? OptionalInt.of((int) Math.round(Double.parseDouble(weight.group(1)) * 1000))
                        : OptionalInt.empty();
            }
        }
        return OptionalInt.of(1000);
    }
}
