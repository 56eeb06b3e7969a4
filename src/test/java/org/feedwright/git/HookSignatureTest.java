package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.feedwright.text.Digest;
import org.feedwright.webhook.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookSignatureTest {
    private static final String SECRET = "a long enough secret";
    private static final String STANDARD = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final byte[] BODY = "{\"ref\": \"refs/heads/main\"}".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"X-Hub-Signature-256", "X-Forgejo-Signature", "X-Gitea-Signature"})
    void holdsWhereTheCodeIsThatOfTheBody(String field) {
        String code =
                HexFormat.of().formatHex(Digest.keyed(SECRET.getBytes(UTF_8)).doFinal(BODY));

        assertThat(holds(Map.of(field, code), SECRET)).isTrue();
        assertThat(holds(Map.of(field, "sha256=" + code), SECRET)).isTrue();
        assertThat(holds(Map.of(field, "sha256=" + code.toUpperCase(Locale.ROOT)), SECRET))
                .isTrue();
        assertThat(holds(Map.of(field, code), "another long secret")).isFalse();
        assertThat(holds(Map.of(field, code.substring(2)), SECRET)).isFalse();
        assertThat(holds(Map.of(field, "sha256="), SECRET)).isFalse();
        assertThat(holds(Map.of(field, "no code"), SECRET)).isFalse();
        assertThat(holds(Map.of(field, "00", "X-Gitlab-Token", SECRET), SECRET))
                .as("what is claimed first counts")
                .isFalse();
    }

    @Test
    void holdsWhereTheSecretItselfIsSent() {
        assertThat(holds(Map.of("X-Gitlab-Token", SECRET), SECRET)).isTrue();
        assertThat(holds(Map.of("X-Gitlab-Token", SECRET + "x"), SECRET)).isFalse();
        assertThat(holds(Map.of("X-Gitlab-Token", ""), SECRET)).isFalse();
        assertThat(holds(Map.of(), SECRET)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "301, false", "-300, true", "-301, false"})
    void holdsWithinFiveMinutesEitherWay(long seconds, boolean holds) {
        assertThat(holds(standard(NOW.getEpochSecond() + seconds, "%s"), STANDARD))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "%s, true",
        "'v1,MDA= %s', true",
        "'v1a,MDA= %s v1,MDA=', true",
        "'v1,not base64 %s', true",
        "'v1,MDA=', false",
        "'', false",
    })
    void holdsWhereOneOfSeveralSignaturesDoes(String signatures, boolean holds) {
        assertThat(holds(standard(NOW.getEpochSecond(), signatures), STANDARD)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp"})
    void needsAllThatIsSigned(String field) {
        var fields = new HashMap<>(standard(NOW.getEpochSecond(), "%s"));
        fields.remove(field);
        assertThat(holds(fields, STANDARD)).isFalse();
    }

    private static Map<String, String> standard(long timestamp, String signatures) {
        var key = Secret.of(STANDARD).orElseThrow();
        String code = Base64.getEncoder()
                .encodeToString(key.signing("msg_1", timestamp).doFinal(BODY));
        return Map.of(
                "webhook-id", "msg_1",
                "webhook-timestamp", String.valueOf(timestamp),
                "webhook-signature", signatures.replace("%s", "v1," + code));
    }

    private static boolean holds(Map<String, String> fields, String secret) {
        return HookSignature.of(fields::get, secret, NOW)
                .map(signature -> {
                    signature.update(BODY, BODY.length);
                    return signature.holds();
                })
                .orElse(false);
    }
}
