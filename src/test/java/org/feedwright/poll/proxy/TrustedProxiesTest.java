package org.feedwright.poll.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom a proxy asks, and who is believed. */
class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            127.0.0.1    | 203.0.113.9                        | 203.0.113.9
            127.0.0.1    | 2001:db8::9                        | 2001:db8::9
            ::1          | 203.0.113.9                        | 203.0.113.9
            10.1.2.3     | 203.0.113.9                        | 203.0.113.9
            172.31.0.1   | 203.0.113.9                        | 203.0.113.9
            fd00::5      | 203.0.113.9                        | 203.0.113.9
            172.32.0.1   | 203.0.113.9                        | 172.32.0.1
            198.51.100.7 | 203.0.113.9                        | 198.51.100.7
            127.0.0.1    | 1.1.1.1, 203.0.113.9               | 203.0.113.9
            127.0.0.1    | 1.1.1.1, 203.0.113.9, 10.0.0.2     | 203.0.113.9
            127.0.0.1    | 10.0.0.3, 10.0.0.2                 | 10.0.0.3
            127.0.0.1    | 203.0.113.9, nonsense              | 127.0.0.1
            127.0.0.1    | 203.0.113.9, nonsense, 10.0.0.2    | 10.0.0.2
            127.0.0.1    | unknown                            | 127.0.0.1
            127.0.0.1    | localhost                          | 127.0.0.1
            127.0.0.1    | 203.0.113.9:4711                   | 203.0.113.9
            127.0.0.1    | [2001:db8::9]:4711                 | 2001:db8::9
            127.0.0.1    | ''                                 | 127.0.0.1
            """)
    void isTheLastForWhomNoTrustedProxyVouches(String peer, String chain, String client) throws Exception {
        var trusted = TrustedProxies.of(List.of("loopback", "private"));

        assertThat(trusted.client(InetAddress.ofLiteral(peer), List.of(chain)))
                .isEqualTo(InetAddress.ofLiteral(client));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.7, true",
        "192.0.2.0/24, 192.0.3.7, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 127.0.0.1, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "none, 127.0.0.1, false",
    })
    void areThoseThatTheOperatorNames(String names, String peer, boolean isBelieved) {
        var client = TrustedProxies.of(List.of(names)).client(InetAddress.ofLiteral(peer), List.of("203.0.113.9"));

        assertThat(client.equals(InetAddress.ofLiteral("203.0.113.9"))).isEqualTo(isBelieved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.1/8", "x", "", "0-255.0.0.1", "Private"})
    void areRefusedWhereTheyAreNoNetworks(String network) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(network)))
                .hasMessageContaining("feedwright.http.trusted-proxies is '" + network + "', which is no network");
    }
}
