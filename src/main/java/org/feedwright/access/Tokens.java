package org.feedwright.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.text.Digest;
import org.feedwright.text.RandomLetters;
import org.springframework.stereotype.Component;

/**
 * The tokens with which the API is used. Of each only a digest is stored. It is a plain SHA-256 and no slow hash of
 * passwords: a token has 256 random bits, which nobody finds by trying.
 */
@Component
public class Tokens {
    private static final Pattern FORM = Pattern.compile("fw_([a-z2-7]{8})_[A-Za-z0-9_-]{43}");
    private static final int ID_LENGTH = 8; // letters
    private static final int SECRET_LENGTH = 32; // bytes

    /** Is compared with where there is no such token, so that both take the same time. */
    private static final byte[] NONE = new byte[32];

    private final JdbcTokens store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcTokens store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @return the token itself, which is not stored and cannot be shown again
     */
    public String make(String name, Scopes scopes) {
        String id = RandomLetters.next(random, ID_LENGTH);
        byte[] secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        String text = "fw_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        store.insert(
                new Token(id, name, scopes, clock.instant()), HexFormat.of().formatHex(Digest.of(text)));
        return text;
    }

    /** All tokens, in the order in which they were made. */
    public List<Token> list() {
        return store.list();
    }

    /**
     * Ends a token at once.
     *
     * @return whether there was one with this id
     */
    public boolean revoke(String id) {
        return store.delete(id);
    }

    /** Whether no token has been made. */
    boolean areNone() {
        return store.isEmpty();
    }

    /** The token that a request brings. */
    Optional<Token> find(String text) {
        var form = FORM.matcher(text);
        var stored = form.matches() ? store.find(form.group(1)) : Optional.<JdbcTokens.Stored>empty();
        byte[] expected = stored.map(JdbcTokens.Stored::digest).orElse(NONE);
        boolean isSame = MessageDigest.isEqual(Digest.of(text), expected);
        return isSame ? stored.map(JdbcTokens.Stored::token) : Optional.empty();
    }
}
