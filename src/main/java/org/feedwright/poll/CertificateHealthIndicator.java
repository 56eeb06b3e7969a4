package org.feedwright.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.application.SslHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.info.SslInfo;
import org.springframework.boot.info.SslInfo.BundleInfo;
import org.springframework.boot.info.SslInfo.CertificateInfo;
import org.springframework.boot.info.SslInfo.CertificateValidityInfo.Status;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Health's {@code ssl}: Spring Boot's, which lists all certificates, with a sentence where one is no longer valid. It
 * takes the place of Spring's by its name.
 */
@Lazy
@Component("sslHealthIndicator")
@ConditionalOnEnabledHealthIndicator("ssl")
class CertificateHealthIndicator extends SslHealthIndicator {
    private static final String REMEDY = "Put a new certificate and its key in the place of the bundle's files: new"
            + " connections get it without a restart if the bundle says reload-on-update. See that the clock is right.";

    private final SslInfo certificates;

    /** @param warned how long before its end a certificate is among those that expire */
    CertificateHealthIndicator(
            SslBundles bundles,
            @Value("${management.health.ssl.certificate-validity-warning-threshold:14d}") Duration warned) {
        super(new SslInfo(bundles), warned);
        this.certificates = new SslInfo(bundles);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        super.doHealthCheck(health);
        certificates.getBundles().stream()
                .flatMap(CertificateHealthIndicator::problems)
                .findFirst()
                .ifPresent(problem -> health.withDetail("problem", problem).withDetail("remedy", REMEDY));
    }

    private static Stream<String> problems(BundleInfo bundle) {
        return bundle.getCertificateChains().stream()
                .flatMap(chain -> chain.getCertificates().stream())
                .flatMap(certificate -> problem(bundle, certificate).stream());
    }

    private static Optional<String> problem(BundleInfo bundle, CertificateInfo certificate) {
        var validity = certificate.getValidity();
        if (validity == null || validity.getStatus() == Status.VALID) {
            return Optional.empty();
        }
        return Optional.of("The certificate " + certificate.getSubject() + " of the bundle " + bundle.getName()
                + " cannot be used (" + validity.getMessage() + "), and readers' programs refuse the connection.");
    }
}
