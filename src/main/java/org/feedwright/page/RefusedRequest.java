package org.feedwright.page;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.feedwright.http.Answer;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.feedwright.http.Asker;
import org.feedwright.http.EncodedAnswer;
import org.feedwright.http.Problem;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before any page is asked, told like every other error: a request that is
 * malformed or too large, or an address that could be read in two ways, such as one with {@code %2F} in it.
 */
@Component
class RefusedRequest extends ErrorHandler implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> {
    private final ErrorPage errors;

    RefusedRequest(ErrorPage errors) {
        this.errors = errors;
        setCacheControl(null); // the answer has its own
    }

    @Override
    public void customize(ConfigurableJettyWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(this));
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    /** The message may quote what was asked, and the cause tells of the inside, so neither is repeated. */
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        boolean isBrowser = Asker.isBrowser(name -> request.getHeaders().get(name));
        var answer = isBrowser ? errors.page(code) : problem(code, request);
        AnswerWriter.refuse(EncodedAnswer.of(answer), request, response, callback); // Jetty sends HEAD no body
    }

    private static Answer problem(int status, Request request) {
        var asked = request.getAttribute(Asked.PATH) instanceof String path
                ? path
                : request.getHttpURI().getPath();
        return Problem.of(status, asked).answer();
    }
}
