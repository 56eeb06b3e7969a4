package org.feedwright.poll;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jetty.JettyServerCustomizer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * Gives new connections the new certificate when the files of the server's bundle have changed
 * ({@code spring.ssl.bundle.pem.….reload-on-update}): Spring tells of it, and does the rest for Tomcat and Netty only.
 * Connections that are open keep theirs, as TLS has it.
 */
final class CertificateReload implements JettyServerCustomizer {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateReload.class);

    private final JettyServletWebServerFactory factory;
    private final SslBundles bundles;

    CertificateReload(JettyServletWebServerFactory factory, SslBundles bundles) {
        this.factory = factory;
        this.bundles = bundles;
    }

    @Override
    public void customize(Server server) {
        var ssl = factory.getSsl();
        if (ssl != null && ssl.isEnabled()) {
            Optional.ofNullable(ssl.getBundle()).ifPresent(bundle -> follow(bundle, server));
        }
    }

    private void follow(String bundle, Server server) {
        bundles.addBundleUpdateHandler(bundle, updated -> reload(server, bundle, updated));
    }

    private static void reload(Server server, String name, SslBundle bundle) {
        for (var connector : server.getConnectors()) {
            var tls = connector.getConnectionFactory(SslConnectionFactory.class);
            if (tls != null) {
                reload(tls.getSslContextFactory(), name, bundle);
            }
        }
    }

    /** What cannot be used leaves everything as it is: an old certificate is better than none. */
    private static void reload(SslContextFactory.Server tls, String name, SslBundle bundle) {
        try {
            bundle.createSslContext(); // fails if key and certificate cannot be used
            tls.reload(changed -> use(bundle, changed));
            LOG.info("The certificate of the bundle {} was read anew and is valid until {}", name, end(bundle));
        } catch (Exception e) {
            LOG.warn(
                    "The new certificate of the bundle {} cannot be used, and the one before stays: {}",
                    name,
                    e.toString());
        }
    }

    private static void use(SslBundle bundle, SslContextFactory tls) {
        var stores = bundle.getStores();
        tls.setKeyStore(stores.getKeyStore());
        tls.setKeyStorePassword(stores.getKeyStorePassword());
        tls.setTrustStore(stores.getTrustStore());
    }

    private static Instant end(SslBundle bundle) throws KeyStoreException {
        var keys = Objects.requireNonNull(bundle.getStores().getKeyStore(), "a server's bundle has a certificate");
        return Collections.list(keys.aliases()).stream()
                .flatMap(alias -> certificate(keys, alias).stream())
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<X509Certificate> certificate(KeyStore keys, String alias) {
        try {
            return keys.getCertificate(alias) instanceof X509Certificate known ? Optional.of(known) : Optional.empty();
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
