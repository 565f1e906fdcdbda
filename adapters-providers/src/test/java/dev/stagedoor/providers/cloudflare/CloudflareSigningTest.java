package dev.stagedoor.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How keys are read, and what addresses they sign. */
class CloudflareSigningTest {
  private static final Instant NOW = Instant.parse("2025-06-01T10:00:00Z");
  private static final String HOST = "https://customer-f33zs165nr7gyfy4.cloudflarestream.com";
  private static final String ID = CloudflareStub.KEY_ID;

  private static CloudflareSigningKey key(String text) {
    return CloudflareSigningKey.of(ID, Secret.of(text));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String pem(String kind, byte[] key) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  @Test
  void aKeyIsReadInEveryFormItIsGivenOut() {
    KeyPair pair = CloudflareStub.key();
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    // Behind the 26 bytes that say RSA begins the key as PKCS#1 has it.
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    String jwk = CloudflareStub.signingKey().reveal();
    Secret signed = key(jwk).sign("video", NOW);

    for (String form :
        new String[] {
          new String(Base64.getDecoder().decode(jwk), StandardCharsets.US_ASCII),
          base64(pem("RSA PRIVATE KEY", pkcs1)),
          pem("RSA PRIVATE KEY", pkcs1),
          base64(pem("PRIVATE KEY", pkcs8))
        }) {
      assertThat(key(form).sign("video", NOW)).isEqualTo(signed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush",
        "{}",
        "{\"n\":\"hush\"}",
        "-----BEGIN RSA PRIVATE KEY-----\nhush\n-----END RSA PRIVATE KEY-----",
        "!!!"
      })
  void whatIsNoKeyIsRefusedWithoutAWordOfIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key(text))
        .withMessageContaining("stagedoor.providers.cloudflare.signing-key ")
        .withMessageNotContaining("hush")
        .withNoCause();
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CloudflareSigningKey.of("no id", CloudflareStub.signingKey()))
        .withMessageContaining("signing-key-id");
  }

  @Test
  void aTokenSaysWhatItIsForAndUntilWhen() {
    String[] token =
        key(CloudflareStub.signingKey().reveal()).sign("video", NOW).reveal().split("\\.", -1);
    JsonNode header = Json.read(Base64.getUrlDecoder().decode(token[0]));
    JsonNode payload = Json.read(Base64.getUrlDecoder().decode(token[1]));

    assertThat(header).isEqualTo(Json.object().put("alg", "RS256").put("kid", ID));
    assertThat(payload)
        .isEqualTo(
            Json.read(
                ("{\"sub\":\"video\",\"kid\":\"" + ID + "\",\"exp\":" + NOW.getEpochSecond() + "}")
                    .getBytes(StandardCharsets.US_ASCII)));
  }

  private static CloudflarePlaybackSigning signing(Optional<URI> playback) {
    return new CloudflarePlaybackSigning(
        key(CloudflareStub.signingKey().reveal()),
        new CloudflareAddresses(playback),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void anAddressOfAnyAccountIsSignedWhereNoneIsSet() {
    SignedPlayback signed =
        signing(Optional.empty()).sign(HOST + "/abc/manifest/video.m3u8", NOW.plusSeconds(60));

    assertThat(signed.playlist()).startsWith(HOST + "/ey").endsWith("/manifest/video.m3u8");
    assertThat(signed.thumbnail())
        .hasValueSatisfying(
            still ->
                assertThat(still).startsWith(HOST + "/ey").endsWith("/thumbnails/thumbnail.jpg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://customer-abc.cloudflarestream.com/abc/manifest/video.m3u8",
        "https://customer-abc.cloudflarestream.com.evil.org/abc/manifest/video.m3u8",
        "https://evil.org/https://customer-abc.cloudflarestream.com/abc/manifest/video.m3u8",
        "https://customer-abc@evil.org/abc/manifest/video.m3u8",
        "https://customer-abc.cloudflarestream.com/a.b.c/manifest/video.m3u8",
        "https://customer-abc.cloudflarestream.com/abc/manifest/video.mpd",
        "https://customer-abc.cloudflarestream.com/abc/manifest/video.m3u8?x=1"
      })
  void whatIsNotCloudflaresIsNotSigned(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signing(Optional.empty()).sign(address, NOW));
  }

  @Test
  void whereTheAddressIsSetNoOtherIsSigned() {
    CloudflarePlaybackSigning ours = signing(Optional.of(URI.create(HOST)));

    assertThat(ours.sign(HOST + "/abc/manifest/video.m3u8", NOW).playlist()).startsWith(HOST);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ours.sign(
                    "https://customer-other.cloudflarestream.com/abc/manifest/video.m3u8", NOW));
  }
}
