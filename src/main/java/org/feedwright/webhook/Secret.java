package org.feedwright.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.feedwright.text.Digest;

/**
 * A key that a receiver shares, by which it knows that a request comes from here
 * (<a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks</a>: "random, at least 24 bytes (192 bits, 512 maximum)", "base64 encoded, prefixed with whsec_").
 */
public final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int LEAST = 24;
    private static final int MOST = 64;
    private static final int USUAL = 32;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    /** Reads one; empty if the text is none. */
    public static Optional<Secret> of(String text) {
        try {
            byte[] key =
                    text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
            return key.length < LEAST || key.length > MOST ? Optional.empty() : Optional.of(new Secret(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A new one, as text. */
    static String made() {
        byte[] key = new byte[USUAL];
        new SecureRandom().nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * Signs an attempt: {@code {msg_id}.{timestamp}.{payload}}.
     *
     * @param timestamp of the attempt, in seconds
     */
    String sign(String id, long timestamp, byte[] body) {
        return "v1," + Base64.getEncoder().encodeToString(signing(id, timestamp).doFinal(body));
    }

    /** Begins a signature, which the body completes. */
    public Mac signing(String id, long timestamp) {
        var code = Digest.keyed(key);
        code.update((id + "." + timestamp + ".").getBytes(UTF_8));
        return code;
    }

    /** Says nothing of itself. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
