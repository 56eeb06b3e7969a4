package org.feedwright.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.feedwright.http.Answer;
import org.feedwright.http.AnswerWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sends the answers that pages return, each as it is asked for. */
@Component
class PageAnswers implements HandlerMethodReturnValueHandler, WebMvcConfigurer {
    private final Representations representations;

    PageAnswers(Representations representations) {
        this.representations = representations;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(this);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.equals(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter returnType, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        AnswerWriter.send(representations.of((Answer) Objects.requireNonNull(answer), request), request, response);
    }
}
