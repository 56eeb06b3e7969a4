package org.feedwright.webhook;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered, in words for an operator. The message of a failure that is not known is not repeated:
 * it may hold the address, and with it a password.
 */
final class FailureWords {
    private FailureWords() {}

    static String of(@Nullable Throwable failure, String host, Duration timeout) {
        if (failure == null) {
            return "it cannot be asked";
        }
        return switch (failure) {
            case JudgedAddresses.NotAllowed notAllowed -> String.valueOf(notAllowed.getMessage());
            case TimeoutException _ -> "it does not answer within " + words(timeout);
            case UnknownHostException _ -> unknown(host);
            case UnresolvedAddressException _ -> unknown(host);
            case ConnectException _ -> "it refuses the connection";
            case NoRouteToHostException _ -> "there is no way to " + host;
            case SSLException tls -> "its certificate or its TLS is not to be trusted (" + tls.getMessage() + ")";
            case EOFException _ -> ended();
            case ClosedChannelException _ -> ended();
            case SocketTimeoutException _ -> "it cannot be reached";
            default -> "it cannot be asked (" + failure.getClass().getSimpleName() + ")";
        };
    }

    private static String unknown(String host) {
        return "there is no host " + host;
    }

    private static String ended() {
        return "it ends the connection without an answer";
    }

    private static String words(Duration timeout) {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " seconds" : timeout.toMillis() + " ms";
    }
}
