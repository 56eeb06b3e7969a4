package org.feedwright.poll;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.feedwright.edition.DocumentAddress;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what is neither GET nor HEAD at the documents' addresses.
 *
 * <p>It stands before Spring's dispatcher because that answers TRACE by itself, and OPTIONS too where a
 * browser asks for leave, but not as a public document should; and before what refuses TRACE elsewhere.
 */
@Component
@Order(0)
class DocumentMethodFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || !DocumentAddress.isMeantBy(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = request.getMethod().equals("OPTIONS")
                ? Answers.options()
                : Answers.methodNotAllowed(Asked.path(request));
        AnswerWriter.send(answer, request, response);
    }
}
