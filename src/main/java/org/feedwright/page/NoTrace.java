package org.feedwright.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.feedwright.http.Answer;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.CommonFields;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses TRACE, which would be answered with all that a request and the proxies on its way have said (RFC
 * 9110 §9.3.8). It stands before the servlets because they answer it by themselves, even on an error page.
 */
@Component
class NoTrace extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("TRACE");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AnswerWriter.write(Answer.of(405, CommonFields.ALLOW_READING), request, response);
    }
}
