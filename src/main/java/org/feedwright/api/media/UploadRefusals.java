package org.feedwright.api.media;

import org.feedwright.api.Exchange.Handler;
import org.feedwright.api.Refusal;
import org.feedwright.http.Answer.Field;
import org.feedwright.upload.UploadRefused;

/** Says in HTTP why a file is not taken. */
public final class UploadRefusals {
    private static final Field LATER = new Field("Retry-After", "60");

    private UploadRefusals() {}

    /** Lets a handler refuse files as what receives them does. */
    static Handler told(Handler handler) {
        return request -> {
            try {
                return handler.answer(request);
            } catch (UploadRefused e) {
                throw of(e);
            }
        };
    }

    public static Refusal of(UploadRefused refused) {
        return switch (refused.reason()) {
            case NAME, EMPTY -> new Refusal(422, refused.detail());
            case TOO_LARGE -> new Refusal(413, refused.detail());
            case TOO_MANY -> new Refusal(429, refused.detail(), LATER);
            case OFFSET ->
                new Refusal(409, refused.detail(), UploadFields.complete(false), UploadFields.offset(refused.offset()));
            case LENGTH -> new Refusal(400, refused.detail());
            case ENDED -> new Refusal(409, refused.detail());
        };
    }
}
