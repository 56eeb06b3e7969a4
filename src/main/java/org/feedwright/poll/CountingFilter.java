package org.feedwright.poll;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.feedwright.feed.Address;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the polls that come as far as the servlets. What {@link FeedController} says may be looked at only, or replaced
 * by the way to another address; a poll is counted when its answer is what was sent.
 */
@Component
@Order(-2)
class CountingFilter extends OncePerRequestFilter {
    private static final String NOTE = PollNote.class.getName();

    /** Notes what a poll will be counted as if its answer is sent. */
    static void note(PollNote note, HttpServletRequest request) {
        request.setAttribute(NOTE, note);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(Address.FEEDS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(NOTE) instanceof PollNote note && note.status() == response.getStatus()) {
            note.sent(request.getMethod().equals("HEAD"));
        }
    }
}
