package org.feedwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Certificates that sign themselves, as PEM files, made by Java's keytool. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Certificates() {}

    /** Makes a new key and its certificate, {@code cert.pem} and {@code key.pem}, in place of those in a directory. */
    public static void make(Path directory, String host) throws IOException, GeneralSecurityException {
        make(directory, host, "-1H");
    }

    /**
     * Makes a new key and its certificate for another time.
     *
     * @param start when the thirty days begin in which it is valid, such as {@code -31d}
     */
    public static void make(Path directory, String host, String start) throws IOException, GeneralSecurityException {
        Path store = directory.resolve("made.p12");
        Files.deleteIfExists(store);
        run(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "x",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                start,
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        replace(
                directory.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("x", PASSWORD).getEncoded());
        Certificate certificate = keys.getCertificate("x");
        replace(directory.resolve("cert.pem"), "CERTIFICATE", certificate.getEncoded());
    }

    private static void replace(Path file, String what, byte[] bytes) throws IOException {
        String text = "-----BEGIN " + what + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + what + "-----\n";
        Path beside = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }

    /** A client's side of TLS that takes every certificate. */
    public static SSLContext trustingAll() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        return context;
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
