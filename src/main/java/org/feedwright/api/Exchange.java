package org.feedwright.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.feedwright.store.JdbcFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads a request, has it answered, and sends the answer, also where it cannot be done. */
@Component
@EnableConfigurationProperties(ApiSettings.class)
public class Exchange {
    private static final Logger log = LoggerFactory.getLogger(Exchange.class);

    private final ApiSettings settings;

    Exchange(ApiSettings settings) {
        this.settings = settings;
    }

    /** What a request demands of what is there before it changes anything. */
    public Conditions conditions(ApiRequest request) {
        return new Conditions(request.fields(), settings.requireIfMatch());
    }

    /** @param methods those that the address has; HEAD is answered as GET */
    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            List<String> methods,
            Function<ApiRequest, Answer> handler)
            throws IOException {
        answer(request, response, methods, this::read, handler::apply);
    }

    /** As {@link #answer}, where the handler reads the request's content by itself, which may be a large file. */
    public void answerUnread(
            HttpServletRequest request, HttpServletResponse response, List<String> methods, Handler handler)
            throws IOException {
        answer(request, response, methods, ApiRequest::unread, handler);
    }

    /** Reads the whole of a request, which may be as large as the settings allow. */
    public ApiRequest read(HttpServletRequest request) throws IOException {
        return ApiRequest.of(request, (int) settings.maxRequestSize().toBytes());
    }

    /** Answers a request. */
    public interface Handler {
        Answer answer(ApiRequest request) throws IOException;
    }

    /** Reads a request, or its head. */
    private interface Reading {
        ApiRequest read(HttpServletRequest request) throws IOException;
    }

    private static void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            List<String> methods,
            Reading reading,
            Handler handler)
            throws IOException {
        Answer answer;
        try {
            var asked = reading.read(request);
            answer = methods.contains(asked.method()) ? handler.answer(asked) : methodNotAllowed(asked, methods);
        } catch (Refusal e) {
            answer = ApiProblem.answer(e, Asked.path(request));
        } catch (DataAccessException | TransactionException e) {
            answer = ApiProblem.answer(failed(e), Asked.path(request));
        }
        AnswerWriter.write(answer, request, response);
    }

    private static Answer methodNotAllowed(ApiRequest request, List<String> methods) {
        String allowed = String.join(", ", methods).replace("GET", "GET, HEAD");
        return ApiProblem.answer(
                new Refusal(
                        405,
                        request.method() + " means nothing here. What can be done is: " + allowed + ".",
                        new Field("Allow", allowed)),
                request.path());
    }

    /** The refusal of what the store could not do. */
    public static Refusal failed(RuntimeException failure) {
        if (failure instanceof DataIntegrityViolationException) {
            return Refusal.ofOthers();
        }
        log.warn("A request to the API could not be done: {}", JdbcFailure.reason(failure));
        if (JdbcFailure.isOfAFullDisk(failure)) {
            return new Refusal(
                    507,
                    "The disk that holds the store is full, so nothing was stored. Whoever runs this service has to make"
                            + " room; then send it again.",
                    new Field("Retry-After", "60"));
        }
        return new Refusal(
                503, "The store does not answer just now. Please send it again later.", new Field("Retry-After", "10"));
    }
}
