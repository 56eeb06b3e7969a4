package org.feedwright.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends the assets, which Spring finds, like the pages: Spring heeds {@code If-Match} for writing methods only, and
 * knows no codings.
 */
@Component
@Order(2)
class AssetFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> CONDITIONS =
            Set.of("if-match", "if-none-match", "if-modified-since", "if-unmodified-since");

    private final Representations representations;

    AssetFilter(Representations representations) {
        this.representations = representations;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                || !request.getRequestURI().startsWith(Assets.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var plain = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Unconditional(request), plain);
        if (response.isCommitted() || response.getStatus() != HttpServletResponse.SC_OK) {
            plain.copyBodyToResponse();
        } else {
            var asset = Answer.of(response.getStatus(), fields(response), plain.getContentAsByteArray());
            response.reset();
            AnswerWriter.send(representations.of(asset, request), request, response);
        }
    }

    /** The header fields of an asset. Spring marks its tag as weak, though it is a hash of all bytes. */
    private static List<Field> fields(HttpServletResponse response) {
        return response.getHeaderNames().stream()
                .filter(name -> !name.equals("Date"))
                .map(name -> new Field(name, String.join(", ", response.getHeaders(name))))
                .map(field -> field.name().equals("ETag")
                        ? new Field("ETag", field.value().replaceFirst("^W/", ""))
                        : field)
                .toList();
    }

    /** The request for the content as it is, whatever the asker has, and whether it wants to see it or not. */
    private static final class Unconditional extends HttpServletRequestWrapper {
        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET"; // assets have no body for HEAD, of which it could be said how long it is in a coding
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isCondition(name) ? -1 : super.getDateHeader(name);
        }

        private static boolean isCondition(String name) {
            return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
