package dev.stagedoor.providers.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MuxSigningKeyTest {
  private static final Instant UNTIL = Instant.parse("2025-06-01T10:00:00Z");
  private static KeyPair pair;

  @BeforeAll
  static void makeAKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static String pkcs8() {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** The inner key stands in the last 26 bytes less: after the head of PKCS#8. */
  private static String pkcs1() {
    byte[] whole = pair.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(whole, 26, whole.length));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void everyFormOfAKeySignsTheSame() throws Exception {
    for (String form : List.of(pkcs8(), pkcs1(), base64(pkcs8()), base64(pkcs1()) + "\n")) {
      String token =
          MuxSigningKey.of("Key01", Secret.of(form)).sign("playback", "v", UNTIL).reveal();
      String[] parts = token.split("\\.", -1);

      JsonNode header = Json.read(Base64.getUrlDecoder().decode(parts[0]));
      JsonNode claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
      assertThat(header).isEqualTo(Json.object().put("alg", "RS256").put("typ", "JWT"));
      assertThat(claims.path("kid").asText()).isEqualTo("Key01");
      assertThat(claims.path("sub").asText()).isEqualTo("playback");
      assertThat(claims.path("aud").asText()).isEqualTo("v");
      assertThat(claims.path("exp").asLong()).isEqualTo(UNTIL.getEpochSecond());
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(pair.getPublic());
      check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutBeingRepeated() {
    for (String none :
        List.of(
            "",
            "hunter2-hidden",
            base64("hunter2-hidden"),
            pem("PRIVATE KEY", "hunter2-hidden".getBytes(StandardCharsets.US_ASCII)),
            pem("EC PRIVATE KEY", new byte[] {1, 2, 3}),
            pkcs8().replace("END PRIVATE", "END RSA PRIVATE"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MuxSigningKey.of("Key01", Secret.of(none)))
          .withMessageContaining("stagedoor.providers.mux.signing-private-key")
          .withMessageNotContaining("hunter2")
          .withNoCause();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MuxSigningKey.of("not an id", Secret.of(pkcs8())))
        .withMessageContaining("signing-key-id");
  }

  @Test
  void aKeyIsNotPrinted() {
    assertThat(MuxSigningKey.of("Key01", Secret.of(pkcs8()))).hasToString("signing key Key01");
  }
}
