package org.feedwright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.feedwright.access.Caller;
import org.feedwright.access.Scopes;
import org.feedwright.article.FeedName;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Asked;
import org.feedwright.http.Fields;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the API.
 *
 * @param path as it was asked
 * @param query as it was asked; null if there is none
 * @param content all of it, or nothing where the handler reads it by itself
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
public record ApiRequest(
        String method, String path, @Nullable String query, Fields fields, Caller caller, byte[] content) {
    static final String JSON = "application/json";
    static final String PATCH = "application/merge-patch+json";

    /**
     * Reads a request.
     *
     * @param most the bytes of content that it may have
     */
    static ApiRequest of(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        byte[] content = request.getInputStream().readNBytes(most + 1);
        if (content.length > most) {
            throw tooLarge(most);
        }
        return of(request, content);
    }

    /** A request whose content is not read yet. */
    static ApiRequest unread(HttpServletRequest request) {
        return of(request, new byte[0]);
    }

    /**
     * A request whose content was read by others.
     *
     * @param content it differs where what was sent does
     */
    public static ApiRequest of(HttpServletRequest request, byte[] content) {
        String method = request.getMethod();
        return new ApiRequest(
                method.equals("HEAD") ? "GET" : method,
                Asked.path(request),
                request.getQueryString(),
                Fields.of(request),
                Caller.of(request),
                content);
    }

    private static Refusal tooLarge(int most) {
        return new Refusal(
                413, "The request has more than " + most + " bytes, which feedwright.api.max-request-size allows.");
    }

    public Scopes scopes() {
        return caller.scopes();
    }

    public void mustRead(FeedName feed) {
        if (!scopes().mayRead(feed)) {
            throw insufficient("read", "read the feed " + feed);
        }
    }

    public void mustPublish(FeedName feed) {
        if (!scopes().mayPublish(feed)) {
            throw insufficient(Scopes.publishing(feed), "publish in the feed " + feed);
        }
    }

    void mustAdminister() {
        if (!scopes().administers()) {
            throw insufficient("admin", "define feeds");
        }
    }

    private static Refusal insufficient(String scope, String what) {
        return new Refusal(403, "This token does not allow to " + what + ".", Caller.challenge(scope));
    }

    /** The object that was sent as JSON. */
    public ObjectNode json() {
        return object(JSON, new Field("Accept", JSON));
    }

    /** The merge patch that was sent. */
    ObjectNode patch() {
        return object(PATCH, new Field("Accept-Patch", PATCH));
    }

    /** Without parameters: the boundary of a form's parts is another one whenever the form is sent. */
    private String type() {
        String stated = fields.value("Content-Type");
        return stated == null ? "" : stated.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private ObjectNode object(String type, Field remedy) {
        String coding = fields.value("Content-Encoding");
        if (!type().equals(type) || (coding != null && !coding.equalsIgnoreCase("identity"))) {
            throw new Refusal(415, "Send it as Content-Type: " + type + ", and not compressed.", remedy);
        }
        return Json.object(content);
    }

    /** Differs for any two requests that could be answered differently. */
    String digest() {
        String head = String.join(
                "\n",
                method,
                path,
                String.valueOf(query),
                type(),
                String.valueOf(fields.value("If-Match")),
                String.valueOf(fields.value("If-None-Match")));
        return Digest.hex(head + "\n" + Digest.hex(content));
    }
}
