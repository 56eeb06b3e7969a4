package org.feedwright.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.feedwright.api.JdbcApiRequests.Sent;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.store.Transactions;
import org.springframework.stereotype.Component;

/**
 * Answers a request that is sent again with the same {@code Idempotency-Key} as it was answered before, and does
 * nothing (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">the draft of the
 * IETF</a>). A change and its answer are stored in one transaction.
 */
@Component
class Idempotency {
    private static final Duration KEPT = Duration.ofDays(1);

    /** After this time, who was answering a request has ended without an answer, and without a change. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A String of RFC 9651 §3.3.3, of which many clients forget the quotes. */
    private static final Pattern KEY = Pattern.compile("\"([ -~&&[^\"\\\\]]{1,255})\"|([!-~&&[^\"\\\\]]{1,255})");

    private final JdbcApiRequests store;
    private final Transactions transactions;
    private final InstantSource clock;

    Idempotency(JdbcApiRequests store, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The answer to a request that changes something. */
    Answer once(ApiRequest request, Supplier<Answer> work) {
        String key = request.fields().value("Idempotency-Key");
        if (key == null) {
            return work.get();
        }
        var sent = new Sent(
                request.caller().token(),
                key(key),
                request.digest(),
                UUID.randomUUID().toString(),
                clock.instant(),
                null);
        var first = transactions.write(() -> {
            store.forgetOlder(clock.instant().minus(KEPT));
            return store.begin(sent);
        });
        if (!first.request().equals(sent.request())) {
            throw new Refusal(422, "This Idempotency-Key was sent with another request. Send another key.");
        }
        if (first.answer() != null) {
            return first.answer().answer();
        }
        if (!first.attempt().equals(sent.attempt()) && !transactions.write(() -> store.takeOver(sent, PATIENCE))) {
            throw new Refusal(
                    409, "The same request is being answered just now. Send it again.", new Field("Retry-After", "1"));
        }
        return answer(request, sent, work);
    }

    private static String key(String field) {
        var form = KEY.matcher(field.strip());
        if (!form.matches()) {
            throw new Refusal(
                    400,
                    "The Idempotency-Key is not one. Write 1 to 255 characters of ASCII in quotes, such as a UUID.");
        }
        return form.group(1) != null ? form.group(1) : form.group(2);
    }

    private Answer answer(ApiRequest request, Sent sent, Supplier<Answer> work) {
        try {
            return transactions.write(() -> {
                var answer = work.get();
                if (!store.answer(sent, StoredAnswer.of(answer))) {
                    throw new Refusal(409, "The same request has been answered meanwhile. Send it again.");
                }
                return answer;
            });
        } catch (Refusal e) {
            return refused(request, sent, e);
        } catch (RuntimeException e) {
            transactions.write(() -> store.forget(sent)); // it was not done, and may be sent again
            throw e;
        }
    }

    /** What cannot be done just now may be done later. */
    private Answer refused(ApiRequest request, Sent sent, Refusal refusal) {
        boolean passes = refusal.status() >= 500
                || refusal.fields().stream().anyMatch(field -> field.name().equals("Retry-After"));
        var answer = ApiProblem.answer(refusal, request.path());
        transactions.write(() -> {
            if (passes) {
                store.forget(sent);
            } else {
                store.answer(sent, StoredAnswer.of(answer));
            }
        });
        return answer;
    }
}
