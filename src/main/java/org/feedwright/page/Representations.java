package org.feedwright.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedwright.feed.Addresses;
import org.feedwright.http.Fields;
import org.feedwright.http.HttpDate;
import org.feedwright.http.Preconditions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends pages, lists and assets as they are asked for: under conditions (304, 412), and in a coding, each of which
 * has an entity tag of its own. Spring heeds {@code If-Match} for writing methods only, and knows no codings.
 *
 * <p>Documents and the files that come with articles have their own ways to do so.
 */
@Component
@Order(2)
class Representations extends OncePerRequestFilter {
    private static final Set<String> CONDITIONS =
            Set.of("if-match", "if-none-match", "if-modified-since", "if-unmodified-since");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean isReading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean isDocument = path.startsWith("/feeds/")
                && path.indexOf('.', path.lastIndexOf('/')) > 0
                && !"document".equals(request.getHeader("Sec-Fetch-Dest"));
        return !isReading || isDocument || path.startsWith(Addresses.MEDIA + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var plain = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Unconditional(request), plain);
        String tag = response.getHeader(HttpHeaders.ETAG);
        if (response.isCommitted() || response.getStatus() != HttpServletResponse.SC_OK || tag == null) {
            plain.copyBodyToResponse();
        } else {
            // Spring marks the tags of assets as weak, though they are hashes of all bytes.
            send(plain.getContentAsByteArray(), tag.replaceFirst("^W/", "").replace("\"", ""), request, response);
        }
    }

    private static void send(byte[] content, String tag, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var conditions = Preconditions.of(Fields.of(request));
        var modified = modified(response);
        String known = known(conditions, tag);
        if (conditions.fail(each -> Coded.isOf(tag, each), modified)) {
            response.reset();
            response.sendError(HttpServletResponse.SC_PRECONDITION_FAILED);
        } else if (known != null || conditions.outcome(tag, modified) == Preconditions.Outcome.NOT_MODIFIED) {
            vary(response);
            response.setHeader(HttpHeaders.ETAG, '"' + (known == null ? tag : known) + '"');
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            response.setContentType(null);
            response.flushBuffer(); // so that no length of nothing is said
        } else {
            vary(response);
            send(coded(content, tag, request, response), request, response);
        }
    }

    private static void send(Coded coded, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ETAG, '"' + coded.tag() + '"');
        if (coded.coding() != null) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, coded.coding());
        }
        response.setContentLength(coded.content().length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(coded.content());
        }
    }

    private static Coded coded(byte[] content, String tag, HttpServletRequest request, HttpServletResponse response) {
        return isText(response)
                ? Coded.of(content, tag, Fields.of(request).value(HttpHeaders.ACCEPT_ENCODING))
                : new Coded(null, tag, content);
    }

    private static boolean isText(HttpServletResponse response) {
        String type = Optional.ofNullable(response.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.contains("xml") || type.contains("json");
    }

    private static void vary(HttpServletResponse response) {
        if (isText(response)
                && !response.getHeaders(HttpHeaders.VARY).toString().contains("Accept-Encoding")) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    /** The tag by which the asker knows this content: a cache updates nothing whose tag is not repeated. */
    private static @Nullable String known(Preconditions conditions, String tag) {
        var tags = conditions.ifNoneMatch();
        return tags == null
                ? null
                : tags.values().stream()
                        .filter(each -> Coded.isOf(tag, each))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Instant modified(HttpServletResponse response) {
        return Optional.ofNullable(response.getHeader(HttpHeaders.LAST_MODIFIED))
                .flatMap(HttpDate::parse)
                .orElse(null);
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
