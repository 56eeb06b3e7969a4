package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import org.feedwright.text.Digest;
import org.feedwright.webhook.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a request of a server of Git brings to show that it knows the secret, in the ways of those servers: a code of the
 * body in {@code X-Hub-Signature-256} (GitHub, and Forgejo and Gitea too), {@code X-Forgejo-Signature} or
 * {@code X-Gitea-Signature}; the signature of Standard Webhooks (GitLab's signing token); the secret itself in
 * {@code X-Gitlab-Token}. Comparisons take equally long whatever is compared.
 */
final class HookSignature {
    private static final String PREFIX = "sha256=";
    private static final List<String> CODES =
            List.of("X-Hub-Signature-256", "X-Forgejo-Signature", "X-Gitea-Signature");

    /** How far a request's time may be from ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Null where the secret itself was sent, and was right. */
    private final @Nullable Mac code;

    private final List<byte[]> claimed;

    private HookSignature(@Nullable Mac code, List<byte[]> claimed) {
        this.code = code;
        this.claimed = claimed;
    }

    /** Takes the next part of the body. */
    void update(byte[] body, int length) {
        if (code != null) {
            code.update(body, 0, length);
        }
    }

    /** Whether it is the signature of the body that was taken. */
    boolean holds() {
        if (code == null) {
            return true;
        }
        byte[] computed = code.doFinal();
        return claimed.stream().anyMatch(each -> MessageDigest.isEqual(each, computed));
    }

    /**
     * The signature that a request brings; empty if it brings none that could hold.
     *
     * @param field gives the value of a header field, null where there is none
     */
    static Optional<HookSignature> of(UnaryOperator<@Nullable String> field, String secret, Instant now) {
        for (String name : CODES) {
            String value = field.apply(name);
            if (value != null) {
                return hexadecimal(value).map(code -> new HookSignature(code(secret), List.of(code)));
            }
        }
        String signature = field.apply("webhook-signature");
        var key = Secret.of(secret);
        if (signature != null && key.isPresent()) {
            return standard(field, signature, key.get(), now);
        }
        String token = field.apply("X-Gitlab-Token");
        return token == null ? Optional.empty() : token(token, secret);
    }

    private static Optional<byte[]> hexadecimal(String value) {
        try {
            return Optional.of(
                    HexFormat.of().parseHex(value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<HookSignature> standard(
            UnaryOperator<@Nullable String> field, String signature, Secret key, Instant now) {
        String id = field.apply("webhook-id");
        String time = field.apply("webhook-timestamp");
        if (id == null || time == null || !time.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        long timestamp = Long.parseLong(time);
        if (Duration.between(Instant.ofEpochSecond(timestamp), now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.empty();
        }
        var codes = Arrays.stream(signature.split(" ", -1))
                .filter(each -> each.startsWith("v1,"))
                .flatMap(each -> base64(each.substring("v1,".length())).stream())
                .toList();
        return Optional.of(new HookSignature(key.signing(id, timestamp), codes));
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The body has no part in it. Codes are compared, for the length of a secret is a part of it. */
    private static Optional<HookSignature> token(String token, String secret) {
        boolean isKnown = MessageDigest.isEqual(
                code(secret).doFinal(token.getBytes(UTF_8)), code(secret).doFinal(secret.getBytes(UTF_8)));
        return isKnown ? Optional.of(new HookSignature(null, List.of())) : Optional.empty();
    }

    private static Mac code(String secret) {
        return Digest.keyed(secret.getBytes(UTF_8));
    }
}
