package org.feedwright.poll;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.feedwright.http.AnswerWriter;
import org.feedwright.poll.CachedAnswers.Dated;
import org.jspecify.annotations.Nullable;

/**
 * Answers polls before they reach the servlets: whole documents and 304s, out of memory, with header
 * fields that are encoded already.
 *
 * <p>It runs on the thread that read the request and never blocks it. An edition that is still to be made is waited
 * for on a thread of its own, on which everything else goes on to {@link FeedController}; both decide by the same
 * {@link PollDecision} and say it in the same {@link Answers}.
 */
final class FrontCache extends Handler.Wrapper {
    private final CachedAnswers atHand;
    private final ConnectionSettings connections;

    FrontCache(Handler behind, CachedAnswers atHand, ConnectionSettings connections) {
        super(behind);
        this.atHand = atHand;
        this.connections = connections;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.EITHER;
    }

    @Override
    public boolean handle(Request request, Response whole, Callback callback) {
        var response = connections.isLimited() ? new PatientResponse(request, whole, connections) : whole;
        if (!isAnswered(request, response, callback, atHand::answer)) {
            blocking(request).execute(() -> makeOrPassOn(request, response, callback));
        }
        return true;
    }

    /** Sends what is found for this request; false if nothing is. */
    private boolean isAnswered(
            Request request, Response response, Callback callback, BiFunction<String, Poll, @Nullable Dated> find) {
        boolean isHead = HttpMethod.HEAD.is(request.getMethod());
        var uri = request.getHttpURI();
        if ((!isHead && !HttpMethod.GET.is(request.getMethod())) || uri.getQuery() != null) {
            return false;
        }
        var found = find.apply(uri.getPath(), atHand.poll(new PollFields(request.getHeaders())));
        if (found == null) {
            return false;
        }
        found.counted().note().sent(isHead);
        date(response.getHeaders(), found.date());
        closeAfterwards(request);
        AnswerWriter.send(found.answer(), isHead, response, callback);
        return true;
    }

    /**
     * States the second of the answer. Jetty states that of the request's arrival, which mostly is the same; in place of
     * its own field it encodes any other anew, for three versions of HTTP.
     */
    private static void date(HttpFields.Mutable fields, HttpField date) {
        if (!date.getValue().equals(fields.get(HttpHeader.DATE))) {
            fields.put(date);
        }
    }

    /**
     * Ends the connection with the answer where the reader asks for that. Jetty ends its own half only, and waits for
     * the reader to end the other, which costs a third of a poll. So it does still where content comes with the
     * request: the end of a connection of which not all was read takes back what was sent (RFC 9112 §9.6).
     */
    private static void closeAfterwards(Request request) {
        var fields = request.getHeaders();
        if (fields.contains(HttpHeader.CONNECTION, "close")
                && !fields.contains(HttpHeader.CONTENT_LENGTH)
                && !fields.contains(HttpHeader.TRANSFER_ENCODING)) {
            var socket = request.getConnectionMetaData().getConnection().getEndPoint();
            Request.addCompletionListener(request, _ -> socket.close());
        }
    }

    /**
     * The servlets may block, which the thread that reads requests must not, even where Jetty says that it
     * may: with one reader of 300 waiting there for its socket, no other was heard (2026-11). Nor do documents
     * that are still to be made wait for the servlets, which after a start are not there yet.
     */
    private void makeOrPassOn(Request request, Response response, Callback callback) {
        try {
            if (!isAnswered(request, response, callback, atHand::made) && !super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static Executor blocking(Request request) {
        var executor = request.getComponents().getExecutor();
        return Objects.requireNonNullElse(VirtualThreads.getVirtualThreadsExecutor(executor), executor);
    }
}
