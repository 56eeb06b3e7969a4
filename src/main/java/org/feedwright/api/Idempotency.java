package org.feedwright.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.feedwright.access.PreviewAddresses;
import org.feedwright.api.JdbcApiRequests.Sent;
import org.feedwright.http.Answer;
import org.feedwright.store.Transactions;
import org.springframework.stereotype.Component;

/**
 * Answers a request that is sent again with the same {@code Idempotency-Key} as it was answered before, and does
 * nothing (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">the draft of the
 * IETF</a>). A key, the change and its answer are stored in one transaction: who sends the same meanwhile waits for its
 * end, and of a request that was cut off nothing stays.
 */
@Component
public class Idempotency {
    private static final String KEY_FIELD = "Idempotency-Key";
    private static final Duration KEPT = Duration.ofDays(1);

    /** A String of RFC 9651 §3.3.3, of which many clients forget the quotes. */
    private static final Pattern KEY = Pattern.compile("\"([ -~&&[^\"\\\\]]{1,255})\"|([!-~&&[^\"\\\\]]{1,255})");

    private final JdbcApiRequests store;
    private final PreviewAddresses previews;
    private final Transactions transactions;
    private final InstantSource clock;

    Idempotency(JdbcApiRequests store, PreviewAddresses previews, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.previews = previews;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The API's answer to a request that changes something. */
    Answer once(ApiRequest request, Supplier<Answer> work) {
        return once(request, refusal -> ApiProblem.answer(refusal, request.path()), work);
    }

    /** Whether a request may be sent again. */
    public static boolean hasKey(ApiRequest request) {
        return request.fields().value(KEY_FIELD) != null;
    }

    /**
     * The answer to a request that changes something.
     *
     * @param refused says why it is refused
     */
    public Answer once(ApiRequest request, Function<Refusal, Answer> refused, Supplier<Answer> work) {
        String key = request.fields().value(KEY_FIELD);
        if (key == null) {
            return work.get();
        }
        var now = clock.instant();
        var sent = new Sent(request.caller().token(), key(key), request.digest(), now);
        transactions.write(() -> store.forgetOlder(now.minus(KEPT)));
        try {
            return transactions.write(() -> store.begin(sent) ? first(sent, work) : again(sent, refused));
        } catch (Refusal e) {
            return refused(sent, e, refused.apply(e));
        }
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

    private Answer first(Sent sent, Supplier<Answer> work) {
        var answer = work.get();
        store.answer(sent, StoredAnswer.of(answer, previews::storable));
        return answer;
    }

    private Answer again(Sent sent, Function<Refusal, Answer> refused) {
        var before = store.find(sent);
        return before.request().equals(sent.request())
                ? before.answer().answer(previews::restored)
                : refused.apply(
                        new Refusal(422, "This Idempotency-Key was sent with another request. Send another key."));
    }

    /** The work is undone, and its key with it; what cannot be done just now may be done later. */
    private Answer refused(Sent sent, Refusal refusal, Answer answer) {
        if (!refusal.isPassing()) {
            transactions.write(() -> {
                if (store.begin(sent)) {
                    store.answer(sent, StoredAnswer.of(answer, previews::storable));
                }
            });
        }
        return answer;
    }
}
