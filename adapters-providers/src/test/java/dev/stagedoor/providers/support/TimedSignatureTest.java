package dev.stagedoor.providers.support;

import static dev.stagedoor.providers.support.TimedSignature.Verdict.FORGED;
import static dev.stagedoor.providers.support.TimedSignature.Verdict.GOOD;
import static dev.stagedoor.providers.support.TimedSignature.Verdict.MISSING;
import static dev.stagedoor.providers.support.TimedSignature.Verdict.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimedSignatureTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  private final HmacSha256 key = HmacSha256.of(Secret.of("shared"));
  private final TimedSignature signature = new TimedSignature(key, "t", "v1", TOLERANCE);

  @Test
  void rfc4231IsFollowed() {
    HmacSha256 jefe = HmacSha256.of(Secret.of("Jefe"));
    byte[] first = "what do ya want ".getBytes(StandardCharsets.US_ASCII);
    byte[] second = "for nothing?".getBytes(StandardCharsets.US_ASCII);
    String expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    assertThat(jefe.hex(first, second)).isEqualTo(expected);
    assertThat(jefe.isHex(expected.toUpperCase(java.util.Locale.ROOT), first, second)).isTrue();
    assertThat(jefe.isHex(expected, second, first)).isFalse();
    assertThat(jefe.base64(first, second))
        .isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    assertThat(jefe.isBase64("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=", first, second))
        .isTrue();
    assertThat(jefe.isBase64("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM", first, second))
        .isFalse();
  }

  @Test
  void anEmptyKeyIsRefused() {
    assertThatThrownBy(() -> HmacSha256.of(Secret.of(" ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HmacSha256.of(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatTheProviderSignedIsGood() {
    assertThat(signature.judge(signature.header(BODY, NOW), BODY, NOW)).isEqualTo(GOOD);
  }

  @Test
  void theNamesAreTheProviders() {
    TimedSignature other = new TimedSignature(key, "time", "sig1", TOLERANCE);

    assertThat(other.header(BODY, NOW)).startsWith("time=1700000000,sig1=");
    assertThat(other.judge(other.header(BODY, NOW), BODY, NOW)).isEqualTo(GOOD);
    assertThat(signature.judge(other.header(BODY, NOW), BODY, NOW)).isEqualTo(MISSING);
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    String good = signature.header(BODY, NOW);

    assertThat(signature.judge(good + ",v1=00ff,v0=1", BODY, NOW)).isEqualTo(GOOD);
    assertThat(signature.judge(good.replace("v1=", "v1=00ff, v1="), BODY, NOW)).isEqualTo(GOOD);
  }

  @Test
  void anotherBodyKeyOrTimeIsForged() {
    String header = signature.header(BODY, NOW);
    TimedSignature foreign =
        new TimedSignature(HmacSha256.of(Secret.of("other")), "t", "v1", TOLERANCE);

    assertThat(signature.judge(header, "{}".getBytes(StandardCharsets.UTF_8), NOW))
        .isEqualTo(FORGED);
    assertThat(signature.judge(foreign.header(BODY, NOW), BODY, NOW)).isEqualTo(FORGED);
    assertThat(signature.judge(header.replace("1700000000", "1700000001"), BODY, NOW))
        .isEqualTo(FORGED);
  }

  @Test
  void timesFarFromNowAreStaleBothWays() {
    String header = signature.header(BODY, NOW);

    assertThat(signature.judge(header, BODY, NOW.plus(TOLERANCE))).isEqualTo(GOOD);
    assertThat(signature.judge(header, BODY, NOW.minus(TOLERANCE))).isEqualTo(GOOD);
    assertThat(signature.judge(header, BODY, NOW.plus(TOLERANCE).plusSeconds(1))).isEqualTo(STALE);
    assertThat(signature.judge(header, BODY, NOW.minus(TOLERANCE).minusSeconds(1)))
        .isEqualTo(STALE);
  }

  @Test
  void aSignedTimeThatIsNoneIsStale() {
    byte[] dated = "soon.".getBytes(StandardCharsets.UTF_8);

    assertThat(signature.judge("t=soon,v1=" + key.hex(dated, BODY), BODY, NOW)).isEqualTo(STALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=1", "v1=00", "=,=", "t,v1", "T=1,V1=2"})
  void withoutTimeOrSignatureItIsMissing(String header) {
    assertThat(signature.judge(header, BODY, NOW)).isEqualTo(MISSING);
  }
}
