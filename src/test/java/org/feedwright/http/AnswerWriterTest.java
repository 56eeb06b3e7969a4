package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feedwright.http.Answer.Field;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AnswerWriterTest {
    private static final Field HTML = new Field("Content-Type", "text/html;charset=utf-8");
    private static final Field RETRY = new Field("Retry-After", "10");
    private static final Answer ERROR_PAGE = Answer.of(
            503, List.of(HTML, new Field("Content-Security-Policy", "default-src 'none'"), RETRY), bytes("<p>later"));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/feeds/news");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void sendsTheFieldsAndTheBodyWithItsLength() throws IOException {
        AnswerWriter.send(Answer.of(200, List.of(HTML), bytes("<p>")), request, response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Type")).isEqualTo(HTML.value());
        assertThat(response.getContentLength()).isEqualTo(3);
        assertThat(response.getContentAsByteArray()).isEqualTo(bytes("<p>"));
    }

    @Test
    void tellsHeadTheLengthWithoutTheBody() throws IOException {
        request.setMethod("HEAD");

        AnswerWriter.send(Answer.of(200, List.of(HTML), bytes("<p>")), request, response);

        assertThat(response.getContentLength()).isEqualTo(3);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void sendsANotModifiedAtOnceSoThatItGetsNoLength() throws IOException {
        AnswerWriter.send(Answer.of(304, new Field("ETag", "\"a\"")), request, response);

        assertThat(response.isCommitted()).isTrue();
        assertThat(response.containsHeader("Content-Length")).isFalse();
    }

    @Test
    void tellsAProgramAProblemInPlaceOfAnErrorsPage() throws IOException {
        AnswerWriter.send(ERROR_PAGE, request, response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept, Sec-Fetch-Dest");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.containsHeader("Content-Security-Policy")).isFalse();
        assertThat(response.getContentAsString())
                .isEqualTo("{\"title\":\"Service Unavailable\",\"status\":503,"
                        + "\"detail\":\"This cannot be answered just now. Please ask again later.\","
                        + "\"instance\":\"/feeds/news\"}");
    }

    @Test
    void showsABrowserAnErrorsPage() throws IOException {
        request.addHeader("Accept", "text/html");

        AnswerWriter.send(ERROR_PAGE, request, response);

        assertThat(response.getContentAsByteArray()).isEqualTo(bytes("<p>later"));
        assertThat(response.getHeader("Vary")).isEqualTo("Accept, Sec-Fetch-Dest");
    }

    @Test
    void hasAPageMadeForABrowserOfAProblem() throws IOException {
        request.addHeader("Sec-Fetch-Dest", "document");

        AnswerWriter.send(Problem.of(503, "/feeds/news").answer(RETRY), request, response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.containsHeader("Content-Type")).isFalse();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void keepsWhatTheAnswerDependsOnAlready() throws IOException {
        response.setHeader("Vary", "Accept-Encoding, Sec-Fetch-Dest");

        AnswerWriter.send(Answer.of(200, new Field("Vary", "Accept-Encoding")), request, response);

        assertThat(response.getHeaders("Vary")).containsExactly("Accept-Encoding, Sec-Fetch-Dest");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
