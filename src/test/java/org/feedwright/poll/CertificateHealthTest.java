package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.feedwright.testing.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Health's {@code ssl}, which an operator has to understand. */
class CertificateHealthTest {
    @TempDir
    private Path directory;

    private Health health(String start) throws Exception {
        Certificates.make(directory, "feeds.example.org", start);
        var store = PemSslStoreDetails.forCertificate(
                        directory.resolve("cert.pem").toString())
                .withPrivateKey(directory.resolve("key.pem").toString());
        var bundles = new DefaultSslBundleRegistry("web", SslBundle.of(new PemSslStoreBundle(store, null)));
        return new CertificateHealthIndicator(bundles, Duration.ofDays(14)).health();
    }

    @Test
    void saysInASentenceWhichCertificateHasExpiredAndWhatToDo() throws Exception {
        var health = health("-31d");

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(String.valueOf(health.getDetails().get("problem")))
                .startsWith("The certificate CN=feeds.example.org of the bundle web cannot be used (Not valid after ")
                .endsWith("), and readers' programs refuse the connection.");
        assertThat(String.valueOf(health.getDetails().get("remedy"))).startsWith("Put a new certificate");
    }

    @Test
    void isUpAndNamesACertificateThatExpiresSoon() throws Exception {
        var health = health("-20d");

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).doesNotContainKey("problem");
        assertThat(String.valueOf(health.getDetails().get("expiringChains"))).isNotEqualTo("[]");
    }
}
