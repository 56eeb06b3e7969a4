package org.feedwright.access;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the wrong tokens that came from each address, and lets none of them try more often than it may. */
final class FailedTries {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;
    private static final int NETWORK = 8; // bytes: a network of IPv6 is one customer's

    private final int most;
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Tries(Instant since, int count) {
        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW)) || now.isBefore(since);
        }
    }

    /** @param most the wrong tokens in a minute that one address may bring */
    FailedTries(int most) {
        this.most = most;
    }

    /** How long an address has to wait; zero if it need not. */
    synchronized Duration pause(String address, Instant now) {
        var before = tries.get(network(address));
        return before == null || before.isOver(now) || before.count() < most
                ? Duration.ZERO
                : Duration.between(now, before.since().plus(WINDOW));
    }

    /**
     * Notes a wrong token.
     *
     * @return whether the address has to wait from now on
     */
    synchronized boolean note(String address, Instant now) {
        String network = network(address);
        var before = tries.get(network);
        var after = before == null || before.isOver(now)
                ? new Tries(now, 1)
                : new Tries(before.since(), before.count() + 1);
        tries.put(network, after);
        return after.count() == most;
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return Arrays.toString(bytes.length > NETWORK ? Arrays.copyOf(bytes, NETWORK) : bytes);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
