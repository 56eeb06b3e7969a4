package org.feedwright.poll;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
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

    /** What keys sign with. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

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
            bundle.createSslContext(); // fails if key and certificate cannot be read
            var end = end(bundle);
            tls.reload(changed -> use(bundle, changed));
            LOG.info("The certificate of the bundle {} was read anew and is valid until {}", name, end);
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

    /** Until when all certificates are valid, each of which must have its key. */
    private static Instant end(SslBundle bundle) throws GeneralSecurityException {
        var keys = Objects.requireNonNull(bundle.getStores().getKeyStore(), "a server's bundle has a certificate");
        var ends = new TreeSet<Instant>();
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.getKey(alias, password(bundle)) instanceof PrivateKey key
                    && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                check(key, certificate.getPublicKey());
                ends.add(certificate.getNotAfter().toInstant());
            }
        }
        return ends.getFirst();
    }

    private static char @Nullable [] password(SslBundle bundle) {
        String ofKey = bundle.getKey().getPassword();
        String password = ofKey != null ? ofKey : bundle.getStores().getKeyStorePassword();
        return password == null ? null : password.toCharArray();
    }

    /** Of a key that is not the certificate's, nobody would say anything before readers cannot connect. */
    private static void check(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm != null && !isPair(key, certified, Signature.getInstance(algorithm))) {
            throw new KeyException("the key is not the certificate's");
        }
    }

    private static boolean isPair(PrivateKey key, PublicKey certified, Signature signature) {
        try {
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException _) {
            return false; // they are not even of one kind
        }
    }
}
