package org.feedwright.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** What somebody asked for, wherever the request has been passed on to since. */
public final class Asked {
    /** A request's attribute: the path that was asked for, where the servlets are shown another. */
    public static final String PATH = Asked.class.getName() + ".path";

    /** A request's attribute: the path of the base URL, which readers write before it, where there is one. */
    public static final String BASE = Asked.class.getName() + ".base";

    /** A request's attribute, which is there if the request came with the base URL's path. */
    public static final String WITH_BASE = Asked.class.getName() + ".with-base";

    private Asked() {}

    /** The path as a reader wrote it, whether or not a proxy has taken the base URL's path away. */
    public static String path(HttpServletRequest request) {
        return request.getAttribute(BASE) instanceof String base ? base + pathBelow(request) : pathBelow(request);
    }

    /** The path below the base URL, as it was written. */
    public static String pathBelow(HttpServletRequest request) {
        return Stream.of(PATH, RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseGet(request::getRequestURI);
    }
}
