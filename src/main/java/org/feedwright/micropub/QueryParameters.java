package org.feedwright.micropub;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, of which those with several values may be written with {@code []} (§3.1.1). */
record QueryParameters(HttpServletRequest request) {
    List<String> all(String name) {
        return Stream.of(name, name + "[]")
                .map(request::getParameterValues)
                .filter(values -> values != null)
                .flatMap(Arrays::stream)
                .toList();
    }

    @Nullable
    String first(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst().orElse(null);
    }
}
