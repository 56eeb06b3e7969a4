package org.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2001:db8::1",
                "64:ff9b:1::1",
                "192.88.99.1",
                "168.63.129.16",
                "100.100.100.200",
                "fd00:ec2::254",
                "3fff::1",
                "5f00::1"
            })
    void knowsPrivateAddresses(String address) throws IOException {
        assertThat(PublicAddress.test(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "2606:2800:220:1::1", "64:ff9b::808:808"})
    void knowsPublicAddresses(String address) throws IOException {
        assertThat(PublicAddress.test(InetAddress.getByName(address))).isTrue();
    }

    /** Of each network the first and the last address, and those beside it that are of the internet. */
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.255.255.255, , 1.0.0.0",
        "10.0.0.0, 10.255.255.255, 9.255.255.255, 11.0.0.0",
        "100.64.0.0, 100.127.255.255, 100.63.255.255, 100.128.0.0",
        "127.0.0.0, 127.255.255.255, 126.255.255.255, 128.0.0.0",
        "168.63.129.16, 168.63.129.16, 168.63.129.15, 168.63.129.17",
        "169.254.0.0, 169.254.255.255, 169.253.255.255, 169.255.0.0",
        "172.16.0.0, 172.31.255.255, 172.15.255.255, 172.32.0.0",
        "192.0.0.0, 192.0.0.255, 191.255.255.255, 192.0.1.0",
        "192.0.2.0, 192.0.2.255, 192.0.1.255, 192.0.3.0",
        "192.88.99.0, 192.88.99.255, 192.88.98.255, 192.88.100.0",
        "192.168.0.0, 192.168.255.255, 192.167.255.255, 192.169.0.0",
        "198.18.0.0, 198.19.255.255, 198.17.255.255, 198.20.0.0",
        "198.51.100.0, 198.51.100.255, 198.51.99.255, 198.51.101.0",
        "203.0.113.0, 203.0.113.255, 203.0.112.255, 203.0.114.0",
        "224.0.0.0, 255.255.255.255, 223.255.255.255,",
        "::, ::ffff:ffff, , ::1:0:0:0:0:0",
        "64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff, 64:ff9b:0:ffff::, 64:ff9b:2::",
        "100::, 100:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ff:ffff::, 101::",
        "2001::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, 2000:ffff::, 2001:200::",
        "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db7:ffff::, 2001:db9::",
        "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe:ffff::, 3fff:1000::",
        "5f00::, 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 5eff:ffff::, 5f01::",
        "fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, fbff:ffff::, fe00::",
        "fe80::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, fe7f:ffff::,"
    })
    void knowsBothEndsOfEachNetwork(String first, String last, @Nullable String before, @Nullable String behind)
            throws IOException {
        assertThat(PublicAddress.test(InetAddress.getByName(first))).isFalse();
        assertThat(PublicAddress.test(InetAddress.getByName(last))).isFalse();
        for (String outside : Stream.of(before, behind).filter(Objects::nonNull).toList()) {
            assertThat(PublicAddress.test(InetAddress.getByName(outside)))
                    .as(outside)
                    .isTrue();
        }
    }
}
