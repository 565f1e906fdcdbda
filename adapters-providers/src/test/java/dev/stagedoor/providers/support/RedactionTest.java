package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @Test
  void secretsItIsToldAreGoneHoweverTheyLook() {
    Redaction redaction =
        Redaction.of(Secret.of("tea"), Secret.of("tea & cake"), Secret.of(""), Secret.of(" "));

    assertThat(redaction.scrub("no tea & cake, no tea%20%26%20cake, no tea"))
        .isEqualTo("no ****, no ****, no ****");
    assertThat(redaction).hasToString("redaction of 2 secrets");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key sk_live_canary123 used",
        "whsec_canary123canary",
        "Authorization: Bearer canary.123",
        "authorization: basic Y2FuYXJ5OmNhbmFyeQ==canary",
        "https://user:canary@example.com/x",
        "?access_token=canary&x=1",
        "{\"client_secret\": \"canary\"}",
        "password=canary",
        "api-key: canary",
        "eyJhbGciOiJub25lIn0.canary.x",
        "canary4f0c2b7d9e6a1c3d5e7f9a0b2c4d6e8f",
        "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----"
      })
  void whatLooksLikeACredentialIsGone(String text) {
    assertThat(Redaction.of().scrub(text)).doesNotContain("canary").contains("****");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 no such user",
        "Rejected: the currency XYZ is not supported",
        "live_input.connected at 2026-03-01T10:00:00Z",
        "https://example.com/path?page=2"
      })
  void otherTextStays(String text) {
    assertThat(Redaction.of(Secret.of("canary")).scrub(text)).isEqualTo(text);
  }
}
