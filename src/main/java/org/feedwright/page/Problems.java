package org.feedwright.page;

import jakarta.servlet.http.HttpServletRequest;
import org.feedwright.http.Asked;
import org.feedwright.http.Asker;
import org.feedwright.http.Fields;
import org.feedwright.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Tells programs what went wrong as a problem (RFC 9457), where people see a page of it. It stands behind all
 * who answer with pages, so that none of them has to ask who asks.
 */
@ControllerAdvice
class Problems implements ResponseBodyAdvice<byte[]> {
    /** A request's attribute: what is to be told beyond what its status says. */
    private static final String DETAIL = Problems.class.getName() + ".detail";

    private static final int FIRST_ERROR = 400;

    /** Notes what a program is to be told in particular. */
    static void explain(HttpServletRequest request, String detail) {
        request.setAttribute(DETAIL, detail);
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return ByteArrayHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(request instanceof ServletServerHttpRequest servlet)
                || !(response instanceof ServletServerHttpResponse answer)
                || answer.getServletResponse().getStatus() < FIRST_ERROR) {
            return body;
        }
        var asked = servlet.getServletRequest();
        response.getHeaders().set(HttpHeaders.VARY, Asker.VARY);
        return MediaType.TEXT_HTML.includes(type) && !Asker.isBrowser(Fields.of(asked))
                ? problem(asked, answer.getServletResponse().getStatus(), response.getHeaders())
                : body;
    }

    private static byte[] problem(HttpServletRequest request, int status, HttpHeaders headers) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.remove("Content-Security-Policy");
        headers.remove("Referrer-Policy");
        var code = HttpStatusCode.valueOf(status);
        String detail = request.getAttribute(DETAIL) instanceof String noted ? noted : detail(code);
        return Problem.of(code, detail, Asked.path(request)).bytes();
    }

    static String detail(HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return "There is nothing at this address.";
        }
        if (status.isSameCodeAs(HttpStatus.GONE)) {
            return "What was at this address has been taken back for good, or has ended.";
        }
        if (status.isSameCodeAs(HttpStatus.PRECONDITION_FAILED)) {
            return "What is here is not what If-Match or If-Unmodified-Since names.";
        }
        return status.is4xxClientError()
                ? "The address is not meant to be used this way."
                : "This cannot be answered just now. Please ask again later.";
    }
}
