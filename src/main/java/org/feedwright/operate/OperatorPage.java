package org.feedwright.operate;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.CommonFields;
import org.feedwright.http.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** The operator's page, at the root of the management port. */
@Component
final class OperatorPage implements HttpRequestHandler {
    /** Nothing runs on the page, and nothing of it comes from elsewhere. */
    private static final String POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final List<Field> FIELDS = List.of(
            new Field("Content-Type", "text/html;charset=UTF-8"),
            new Field("Cache-Control", "no-store"),
            CommonFields.policy(POLICY),
            CommonFields.NO_SNIFFING,
            new Field("Referrer-Policy", "no-referrer"));

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final OperatorReport report;

    OperatorPage(OperatorReport report) {
        this.report = report;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnswerWriter.write(answer(request), request, response);
    }

    private Answer answer(HttpServletRequest request) {
        if (!READING.contains(request.getMethod())) {
            return Problem.of(405, "This page is read with GET or HEAD.", "/")
                    .answer(new Field("Allow", String.join(", ", READING)));
        }
        String page = request.getParameter("page");
        int number = page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        return Answer.of(200, FIELDS, html(report.view(number)));
    }

    private static byte[] html(OperatorView view) {
        var html = new Utf8ByteOutput();
        JteOperatorGenerated.render(new OwaspHtmlTemplateOutput(html), null, view);
        return html.toByteArray();
    }
}
