package org.feedwright.poll;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.feedwright.poll.EncodedAnswers.EncodedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Answers polls before they reach the servlets: whole documents and 304s, out of memory, with header
 * fields that are encoded already.
 *
 * <p>It runs on the thread that read the request and never blocks it. What it has not at hand, such as an
 * edition that is still to be made, it leaves to {@link FeedController}, on a thread of its own; both decide
 * by the same {@link PollDecision} and say it in the same {@link Answers}.
 */
final class FrontCache extends Handler.Wrapper {
    private final Editions editions;
    private final Answers answers;
    private final InstantSource clock;

    FrontCache(Handler behind, Editions editions, Answers answers, InstantSource clock) {
        super(behind);
        this.editions = editions;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.EITHER;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean isHead = HttpMethod.HEAD.is(request.getMethod());
        if (isHead || HttpMethod.GET.is(request.getMethod())) {
            var answer = answer(request);
            if (answer != null) {
                send(answer, isHead, response, callback);
                return true;
            }
        }
        return passOn(request, response, callback);
    }

    /** What is at hand for this request; null if nothing is. */
    private @Nullable EncodedAnswer answer(Request request) {
        var uri = request.getHttpURI();
        var now = clock.instant();
        if (uri.getQuery() != null || !(editions.current(uri.getPath(), now) instanceof Edition current)) {
            return null;
        }
        return switch (PollDecision.of(Poll.of(name -> value(request.getHeaders(), name)), current)) {
            case PollDecision.SendDocument(var edition, var coding) ->
                EncodedAnswers.of(edition, answers, now).document(coding, () -> answers.document(edition, coding, now));
            case PollDecision.NotModified(var edition, var coding) ->
                EncodedAnswers.of(edition, answers, now)
                        .notModified(coding, () -> answers.notModified(edition, coding, now));
            case PollDecision.SendDelta(var edition, var base, var coding) -> {
                var delta = edition.delta(base);
                yield delta == null ? null : EncodedAnswer.of(answers.delta(edition, base, delta, coding, now));
            }
            case PollDecision.ShowPage _, PollDecision.NotAcceptable _, PollDecision.SendNothing _ -> null;
        };
    }

    private static void send(EncodedAnswer answer, boolean isHead, Response response, Callback callback) {
        response.setStatus(answer.status());
        var fields = response.getHeaders();
        for (HttpField field : answer.fields()) {
            fields.add(field);
        }
        var body = answer.body();
        response.write(true, body == null || isHead ? null : body.duplicate(), callback);
    }

    /**
     * The servlets may block, which the thread that reads requests must not, even where Jetty says that it
     * may: with one reader of 300 waiting there for its socket, no other was heard (2026-11).
     */
    private boolean passOn(Request request, Response response, Callback callback) {
        blocking(request).execute(() -> {
            try {
                if (!super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Throwable e) {
                Response.writeError(request, response, callback, e);
            }
        });
        return true;
    }

    private static Executor blocking(Request request) {
        var executor = request.getComponents().getExecutor();
        return Objects.requireNonNullElse(VirtualThreads.getVirtualThreadsExecutor(executor), executor);
    }

    private static @Nullable String value(HttpFields fields, String name) {
        String value = null;
        for (HttpField field : fields) {
            if (field.is(name)) {
                value = value == null ? field.getValue() : value + ", " + field.getValue();
            }
        }
        return value;
    }
}
