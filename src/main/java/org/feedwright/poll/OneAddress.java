package org.feedwright.poll;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.feedwright.feed.FeedPath;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Absence;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Leads from other ways to write an address to the one that it has: from a slash at its end, from slashes that
 * are doubled, and from capitals in a feed's name. Where nothing is at that one either, nothing is here.
 *
 * <p>What is there, is found out by asking for it, for whoever answers there knows best; so nobody who answers
 * has to know how else his addresses may be written. It comes before all of them, the former addresses too: one
 * step is enough.
 */
@Component
@Order(-1)
class OneAddress extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Feeds feeds;
    private final Answers answers;

    OneAddress(Feeds feeds, Answers answers) {
        this.feeds = feeds;
        this.answers = answers;
    }

    /** The path that means the same and is written as we write it. */
    static String of(String path) {
        String one = path.replaceAll("/{2,}", "/").replaceFirst("(?<=.)/$", "");
        return FeedPath.parse(one).map(named -> named.lowerCase().toString()).orElse(one);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Asked.pathBelow(request);
        return !READING.contains(request.getMethod()) || of(path).equals(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = of(request.getRequestURI());
        var trial = new Trial(response);
        chain.doFilter(new Head(request, path), trial);
        int status = trial.getStatus();
        String location = trial.getHeader("Location");
        var reason = "1".equals(trial.getHeader("Retry-After")) ? Absence.NOT_YET : Absence.UNREACHABLE;
        response.reset();
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            chain.doFilter(request, response);
        } else if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            AnswerWriter.send(answers.nothing(reason, Asked.path(request)), request, response);
        } else {
            AnswerWriter.send(
                    answers.moved(location != null ? absolute(location) : address(path, request)), request, response);
        }
    }

    /** Absolute, so that no path can be taken for another host. */
    private String address(String path, HttpServletRequest request) {
        String query = request.getQueryString();
        return feeds.addresses().home().replaceFirst("/$", "") + path + (query == null ? "" : "?" + query);
    }

    private String absolute(String location) {
        return URI.create(feeds.addresses().home()).resolve(location).toString();
    }

    /** The same request by HEAD for another path, without any condition. */
    private static final class Head extends HttpServletRequestWrapper {
        private final String path;

        Head(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getMethod() {
            return "HEAD";
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Collections.emptyEnumeration();
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public long getDateHeader(String name) {
            return -1;
        }
    }

    /** An answer that is looked at and not sent. */
    private static final class Trial extends ContentCachingResponseWrapper {
        Trial(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            setStatus(status);
        }

        @Override
        public void sendError(int status, String message) {
            setStatus(status);
        }
    }
}
