package org.feedwright.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** What somebody asked for, wherever the request has been passed on to since. */
public final class Asked {
    /** A request's attribute: the path that was asked for, where the servlets are shown another. */
    public static final String PATH = Asked.class.getName() + ".path";

    private Asked() {}

    /** The path as it was written. */
    public static String path(HttpServletRequest request) {
        return Stream.of(PATH, RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseGet(request::getRequestURI);
    }
}
