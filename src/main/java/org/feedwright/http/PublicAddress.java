package org.feedwright.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells the addresses of the internet from those of a machine's own neighbourhood, which no request is sent to because
 * somebody else wrote an address
 * (<a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA's registries</a>).
 */
public final class PublicAddress {
    /** Networks of IPv4 that are nobody's on the internet, beside those that Java knows. */
    private static final List<Network> SPECIAL = List.of(
            new Network("00000000", 8), // this network
            new Network("64400000", 10), // 100.64.0.0, shared by customers of a provider
            new Network("c0000000", 24), // 192.0.0.0, protocols
            new Network("c0000200", 24), // 192.0.2.0, documentation
            new Network("c0586300", 24), // 192.88.99.0, relays of 6to4 once
            new Network("a83f8110", 32), // 168.63.129.16, what Azure tells its machines
            new Network("c6120000", 15), // 198.18.0.0, benchmarks
            new Network("c6336400", 24), // 198.51.100.0, documentation
            new Network("cb007100", 24), // 203.0.113.0, documentation
            new Network("f0000000", 4)); // reserved, and broadcast

    /** Networks of IPv6 likewise. */
    private static final List<Network> SPECIAL_6 = List.of(
            new Network("fc00", 7), // unique local
            new Network("fec0", 10), // site local, as it was once
            new Network("0100", 16), // discard only
            new Network("20010000", 23), // protocols, Teredo
            new Network("20010db8", 32), // documentation
            new Network("3fff0000", 20), // documentation
            new Network("5f00", 16)); // segments of a route

    /** Networks of IPv6 that carry an address of IPv4. */
    private static final Network COMPATIBLE = new Network("000000000000000000000000", 96);

    private static final Network NAT64 = new Network("0064ff9b0000000000000000", 96);
    private static final Network NAT64_LOCAL = new Network("0064ff9b0001", 48);
    private static final Network SIX_TO_FOUR = new Network("2002", 16);

    private PublicAddress() {}

    /** The addresses that begin with the same bits. */
    private static final class Network {
        private final byte[] prefix;
        private final int bits;

        Network(String hex, int bits) {
            this.prefix = HexFormat.of().parseHex(hex);
            this.bits = bits;
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                if (bit(address, bit) != bit(prefix, bit)) {
                    return false;
                }
            }
            return true;
        }

        private static int bit(byte[] bytes, int bit) {
            return bytes[bit / 8] >> (7 - bit % 8) & 1;
        }
    }

    /** Whether it is an address of the internet: of an address that carries one of IPv4, whether that one is. */
    public static boolean test(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> SPECIAL.stream().noneMatch(network -> network.contains(bytes));
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic6(byte[] bytes) {
        if (COMPATIBLE.contains(bytes) || NAT64.contains(bytes)) {
            return isPublic4(bytes, 12);
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return isPublic4(bytes, 2);
        }
        return !NAT64_LOCAL.contains(bytes) && SPECIAL_6.stream().noneMatch(network -> network.contains(bytes));
    }

    private static boolean isPublic4(byte[] bytes, int start) {
        try {
            return test(InetAddress.getByAddress(Arrays.copyOfRange(bytes, start, start + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
