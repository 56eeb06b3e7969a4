package org.feedwright.poll;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.feed.LocalAddress;
import org.feedwright.http.Answer;
import org.feedwright.http.AnswerWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks, before anyone is told that there is nothing at an address, or not any more, whether feeds and articles were
 * there before they came here ({@link OtherAddresses}). Whatever lives at an address answers first, so none of them can hide it; and
 * requests that are answered pay nothing for those that are not.
 *
 * <p>The front page answers whatever its query says. Only {@code page} means something to it, so another query is looked
 * up first, as in WordPress's {@code /?p=12}. What programs are told by the API or by Micropub is
 * replaced by nothing.
 */
@Component
@Order(2)
class OtherAddressFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern OF_PROGRAMS = Pattern.compile("/(?:api|micropub)(?:/|$)");

    private final OtherAddresses addresses;

    OtherAddressFilter(OtherAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                || OF_PROGRAMS.matcher(request.getServletPath()).lookingAt();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        if (request.getRequestURI().equals("/") && !query.isEmpty()) {
            var other = LocalAddress.isOfFrontPage(query) ? Optional.<Answer>empty() : addresses.ofQuery(query);
            if (other.isPresent()) {
                AnswerWriter.send(other.get(), request, response);
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        var watched = new Watched(response, request, query);
        chain.doFilter(request, watched);
        if (watched.other != null) {
            response.reset();
            AnswerWriter.send(watched.other, request, response);
        }
    }

    /** A response that is not sent if it says that there is nothing, and there was something before. */
    private final class Watched extends HttpServletResponseWrapper {
        private final HttpServletRequest request;
        private final String query;
        private @Nullable Answer other;

        Watched(HttpServletResponse response, HttpServletRequest request, String query) {
            super(response);
            this.request = request;
            this.query = query;
        }

        /** Whether the answer is replaced, and whatever is still said of it is lost. */
        private boolean isReplaced(int status) {
            boolean isNothing = status == SC_NOT_FOUND || status == SC_GONE;
            if (isNothing && other == null && !isCommitted()) {
                other = addresses
                        .answer(request, query)
                        .filter(answer -> status == SC_NOT_FOUND || answer.value("Location") != null)
                        .orElse(null);
            }
            return other != null;
        }

        @Override
        public void setStatus(int status) {
            if (!isReplaced(status)) {
                super.setStatus(status);
            }
        }

        @Override
        public void sendError(int status) throws IOException {
            if (!isReplaced(status)) {
                super.sendError(status);
            }
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            if (!isReplaced(status)) {
                super.sendError(status, message);
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return other == null ? super.getOutputStream() : new Nowhere();
        }

        @Override
        public void flushBuffer() throws IOException {
            if (other == null) {
                super.flushBuffer();
            }
        }
    }

    /** Takes the content of an answer that is replaced. */
    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are written at once");
        }

        @Override
        public void write(int octet) {}

        @Override
        public void write(byte[] octets, int from, int count) {}
    }
}
