package org.feedwright.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.feedwright.text.Digest;
import org.springframework.stereotype.Component;

/**
 * The secret addresses at which drafts and scheduled articles are shown. An address holds the article's id and the time
 * when it ends, and is authenticated by HMAC-SHA-256 (RFC 2104) with a key that only the store has. No address is
 * stored, and whoever has one needs no token.
 */
@Component
public class PreviewAddresses {
    private static final int MAC_LENGTH = 32; // bytes
    private static final String UNSIGNED = "unsigned:";
    private static final int LONGEST = 8_000; // characters, which a request's first line has room for

    private final JdbcPreviewKey key;
    private final Addresses addresses;
    private final Duration lifetime;
    private final InstantSource clock;

    PreviewAddresses(JdbcPreviewKey key, Feeds feeds, AccessSettings settings, InstantSource clock) {
        this.key = key;
        this.addresses = feeds.addresses();
        this.lifetime = settings.previewLifetime();
        this.clock = clock;
    }

    /** What a secret address shows, and until when. */
    public record Opened(ArticleId article, Instant until) {}

    /** A new secret address of an article; empty if readers see the article, or if it was withdrawn. */
    public Optional<String> of(Article article) {
        var now = clock.instant();
        return article.state() == State.WITHDRAWN || article.isVisible(now)
                ? Optional.empty()
                : Optional.of(addresses.preview(
                        token(article.id(), now.truncatedTo(ChronoUnit.SECONDS).plus(lifetime))));
    }

    private String token(ArticleId article, Instant until) {
        byte[] id = article.value().getBytes(StandardCharsets.UTF_8);
        byte[] signed = ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(until.getEpochSecond())
                .put(id)
                .array();
        return token(signed);
    }

    private String token(byte[] signed) {
        return encoded(ByteBuffer.allocate(MAC_LENGTH + signed.length)
                .put(mac(signed))
                .put(signed)
                .array());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What may be stored of a secret address: it opens nothing, and {@link #restored} makes the same address of it. */
    public String storable(String address) {
        int token = address.lastIndexOf('/') + 1;
        byte[] whole = decoded(address.substring(token));
        return whole.length <= MAC_LENGTH
                ? address
                : UNSIGNED + encoded(Arrays.copyOfRange(whole, MAC_LENGTH, whole.length));
    }

    /** The secret address of which this is what was stored. */
    public String restored(String stored) {
        return stored.startsWith(UNSIGNED)
                ? addresses.preview(token(decoded(stored.substring(UNSIGNED.length()))))
                : stored;
    }

    /** Reads the part of an address that is secret; empty if it was forged, or has ended. */
    public Optional<Opened> open(String token) {
        byte[] whole = decoded(token);
        if (whole.length <= MAC_LENGTH + Long.BYTES) {
            return Optional.empty();
        }
        var parts = ByteBuffer.wrap(whole);
        byte[] mac = new byte[MAC_LENGTH];
        byte[] signed = new byte[whole.length - MAC_LENGTH];
        parts.get(mac).get(signed);
        return MessageDigest.isEqual(mac, mac(signed))
                ? Optional.of(opened(ByteBuffer.wrap(signed))).filter(this::lasts)
                : Optional.empty();
    }

    private static Opened opened(ByteBuffer signed) {
        var until = Instant.ofEpochSecond(signed.getLong());
        return new Opened(new ArticleId(StandardCharsets.UTF_8.decode(signed).toString()), until);
    }

    private boolean lasts(Opened opened) {
        return clock.instant().isBefore(opened.until());
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private byte[] mac(byte[] signed) {
        return Digest.keyed(key.get()).doFinal(signed);
    }
}
