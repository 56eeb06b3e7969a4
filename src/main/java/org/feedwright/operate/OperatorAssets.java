package org.feedwright.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.CommonFields;
import org.feedwright.http.Problem;
import org.feedwright.text.Digest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** The style sheets and the icon of the operator's page: those of all pages, and one of its own. */
@Component
final class OperatorAssets implements HttpRequestHandler {
    static final String ROOT = "/assets/";
    private static final String DIRECTORY = "static/assets/";

    /** Every file, and its media type. */
    private static final Map<String, String> FILES = Map.of(
            "feedwright.css", "text/css;charset=UTF-8",
            "operator.css", "text/css;charset=UTF-8",
            "feedwright.svg", "image/svg+xml");

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String file = path.substring(path.lastIndexOf('/') + 1);
        String type = FILES.get(file);
        var answer = type == null ? Problem.of(404, path).answer() : answer(type, content(file));
        AnswerWriter.write(answer, request, response);
    }

    private static Answer answer(String type, byte[] content) {
        var fields = List.of(new Field("Content-Type", type), CommonFields.NO_CACHE, CommonFields.NO_SNIFFING);
        return Answer.of(200, fields, content);
    }

    /** The path of a file, which changes with its content. */
    static String path(String name) {
        return ROOT + name + "?" + Digest.hex(content(name)).substring(0, 8);
    }

    private static byte[] content(String name) {
        try {
            return new ClassPathResource(DIRECTORY + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
