package org.feedwright.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only those to the API or to Micropub who bring a token (RFC 6750), and notes who they are ({@link Caller}). It
 * stands before their addresses and before no others; the API's description may be read by all ({@link OpenAddresses}).
 */
final class Gate extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([^ ]+) *");
    static final String REALM = "Bearer realm=\"Feedwright\"";
    private static final String HOW_TO = "Whoever runs this service makes one with the command: feedwright token new";

    private final Tokens tokens;
    private final Origins origins;
    private final FailedTries tries;
    private final GateForm form;
    private final InstantSource clock;

    Gate(Tokens tokens, Origins origins, FailedTries tries, GateForm form, InstantSource clock) {
        this.tokens = tokens;
        this.origins = origins;
        this.tries = tries;
        this.form = form;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OpenAddresses.contain(request.getMethod(), request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        origins.fields(origin).forEach(field -> response.setHeader(field.name(), field.value()));
        var refusal = request.getMethod().equals("OPTIONS") ? options(origin) : refusal(request, origin);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            AnswerWriter.write(refusal, request, response);
        }
    }

    /** A browser asks for leave without a token. */
    private Answer options(@Nullable String origin) {
        return Answer.of(204).with(origins.leave(origin).toArray(Field[]::new));
    }

    /** Why a request may not pass; null if it may. */
    private @Nullable Answer refusal(HttpServletRequest request, @Nullable String origin) {
        String path = Asked.path(request);
        if (!READING.contains(request.getMethod()) && origins.refuse(origin)) {
            return form.refusal(
                    403,
                    "forbidden",
                    "Pages of other sites may not publish here. feedwright.access.origins names those that may.",
                    path);
        }
        try {
            return unknown(request, path);
        } catch (DataAccessException | TransactionException _) {
            return form.refusal(
                    503,
                    "temporarily_unavailable",
                    "The store does not answer just now. Please ask again later.",
                    path,
                    new Field("Retry-After", "10"));
        } catch (IllegalArgumentException e) {
            return form.refusal(400, "invalid_request", String.valueOf(e.getMessage()), path);
        } catch (IllegalStateException _) {
            return form.refusal(400, "invalid_request", "The form cannot be read, or is too large.", path);
        }
    }

    /** Why the caller is not known, or may not be asked who he is; null if he is. */
    private @Nullable Answer unknown(HttpServletRequest request, String path) {
        var now = clock.instant();
        String address = request.getRemoteAddr();
        var pause = tries.pause(address, now);
        if (!pause.isZero()) {
            return form.refusal(
                    429,
                    "slow_down",
                    "Too many wrong tokens came from this address. Please wait.",
                    path,
                    new Field("Retry-After", String.valueOf(pause.toSeconds() + 1)));
        }
        var inHeader = token(request.getHeader("Authorization"));
        var inForm = form.formToken(request);
        if (inHeader != null && inForm != null) { // "Clients MUST NOT use more than one method" (RFC 6750 §2)
            throw new IllegalArgumentException("The token comes twice. Send it in Authorization or in the form.");
        }
        var brought = inHeader != null ? inHeader : inForm;
        var token = brought == null ? Optional.<Token>empty() : tokens.find(brought);
        if (token.isEmpty()) {
            return refused(brought != null, address, now, path);
        }
        new Caller(token.get().id(), token.get().scopes()).accompany(request);
        return null;
    }

    /** @param isWrong whether a token was brought */
    private Answer refused(boolean isWrong, String address, Instant now, String path) {
        if (tokens.areNone()) {
            return form.refusal(
                    403, "forbidden", "No token has been made yet, so nobody may use the API. " + HOW_TO + ".", path);
        }
        if (!isWrong) {
            return unauthorized("Send a token: Authorization: Bearer …. " + HOW_TO + ".", REALM, path);
        }
        if (tries.note(address, now)) {
            log.warn("Too many wrong tokens came from {}, which has to wait for a minute", address);
        }
        return unauthorized("This token is not known, or was revoked.", REALM + ", error=\"invalid_token\"", path);
    }

    private static @Nullable String token(@Nullable String authorization) {
        var bearer = BEARER.matcher(authorization == null ? "" : authorization.strip());
        return bearer.matches() ? bearer.group(1) : null;
    }

    private Answer unauthorized(String detail, String challenge, String path) {
        return form.refusal(401, "unauthorized", detail, path, new Field("WWW-Authenticate", challenge));
    }
}
