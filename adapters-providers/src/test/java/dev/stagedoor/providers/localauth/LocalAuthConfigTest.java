package dev.stagedoor.providers.localauth;

import static dev.stagedoor.providers.localauth.LocalAuthWorld.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAuthConfigTest {
  private static final Argon2Cost COST = Argon2Cost.RECOMMENDED;
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration MONTH = Duration.ofDays(30);

  private static LocalAuthConfig config(Duration access, Duration refresh, Argon2Cost cost) {
    return new LocalAuthConfig(KEY, List.of(), "us", "them", access, refresh, cost, 2);
  }

  private static void assertRefused(String key, Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("stagedoor.providers.local." + key + " must ");
  }

  @Test
  void theUsualConfigurationFollowsTheRecommendations() {
    LocalAuthConfig usual = LocalAuthConfig.withSigningKey(KEY);

    assertThat(usual.cost()).isEqualTo(new Argon2Cost(19_456, 2, 1));
    assertThat(usual.accessLife()).isEqualTo(QUARTER);
    assertThat(usual.refreshLife()).isEqualTo(MONTH);
    assertThat(usual.previousKeys()).isEmpty();
  }

  @Test
  void theDevelopmentKeyIsRecognisedWhereverItIs() {
    assertThat(LocalAuthConfig.development().usesDevelopmentKey()).isTrue();
    assertThat(
            LocalAuthWorld.config(KEY, List.of(LocalAuthConfig.DEVELOPMENT_KEY))
                .usesDevelopmentKey())
        .isTrue();
    assertThat(LocalAuthConfig.development().unfitForProduction())
        .singleElement()
        .asString()
        .startsWith("stagedoor.providers.local.signing-key");
    assertThat(LocalAuthConfig.withSigningKey(KEY).usesDevelopmentKey()).isFalse();
    assertThat(LocalAuthConfig.withSigningKey(KEY).unfitForProduction()).isEmpty();
  }

  @Test
  void aKeyHasThirtyTwoBytesOrMore() {
    Secret tooShort = Secret.of("x".repeat(31));

    assertRefused("signing-key", () -> LocalAuthConfig.withSigningKey(tooShort));
    assertRefused("previous-keys", () -> LocalAuthWorld.config(KEY, List.of(KEY, tooShort)));
    assertThatCode(() -> LocalAuthConfig.withSigningKey(Secret.of("x".repeat(32))))
        .doesNotThrowAnyException();
    assertThatCode(() -> LocalAuthConfig.withSigningKey(Secret.of("ü".repeat(16))))
        .doesNotThrowAnyException();
  }

  @Test
  void aShortKeyIsNotPrintedInItsRefusal() {
    assertThatThrownBy(() -> LocalAuthConfig.withSigningKey(Secret.of("hunter2")))
        .hasMessageContaining("has 7")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void livesHaveLimits() {
    assertRefused("access-life", () -> config(Duration.ofSeconds(59), MONTH, COST));
    assertRefused("access-life", () -> config(Duration.ofMinutes(61), MONTH, COST));
    assertRefused("access-life", () -> config(Duration.ofMinutes(-1), MONTH, COST));
    assertRefused("refresh-life", () -> config(QUARTER, Duration.ofMinutes(14), COST));
    assertRefused("refresh-life", () -> config(QUARTER, Duration.ofDays(366), COST));
    assertThatCode(() -> config(Duration.ofMinutes(1), Duration.ofMinutes(1), COST))
        .doesNotThrowAnyException();
    assertThatCode(() -> config(Duration.ofHours(1), Duration.ofDays(365), COST))
        .doesNotThrowAnyException();
  }

  @Test
  void hashesAreNotTooCheapNorImpossible() {
    assertRefused("hash-memory-kib", () -> config(QUARTER, MONTH, new Argon2Cost(7_168, 4, 1)));
    assertRefused("hash-memory-kib", () -> config(QUARTER, MONTH, new Argon2Cost(4_096, 50, 1)));
    assertRefused("hash-memory-kib", () -> new Argon2Cost(2_000_000, 2, 1));
    assertRefused("hash-memory-kib", () -> new Argon2Cost(15, 2, 2));
    assertRefused("hash-iterations", () -> new Argon2Cost(19_456, 0, 1));
    assertRefused("hash-parallelism", () -> new Argon2Cost(19_456, 2, 0));
    for (Argon2Cost recommended :
        List.of(
            new Argon2Cost(47_104, 1, 1),
            new Argon2Cost(19_456, 2, 1),
            new Argon2Cost(12_288, 3, 1),
            new Argon2Cost(9_216, 4, 1),
            new Argon2Cost(7_168, 5, 1))) {
      assertThatCode(() -> config(QUARTER, MONTH, recommended)).doesNotThrowAnyException();
    }
  }

  @Test
  void namesAndCountsAreChecked() {
    assertRefused(
        "issuer", () -> new LocalAuthConfig(KEY, List.of(), " ", "them", QUARTER, MONTH, COST, 2));
    assertRefused(
        "audience", () -> new LocalAuthConfig(KEY, List.of(), "us", "", QUARTER, MONTH, COST, 2));
    assertRefused(
        "concurrent-hashes",
        () -> new LocalAuthConfig(KEY, List.of(), "us", "them", QUARTER, MONTH, COST, 0));
  }

  @Test
  void noKeyIsPrinted() {
    assertThat(LocalAuthWorld.config(KEY, List.of(LocalAuthWorld.OLD_KEY)).toString())
        .contains("****")
        .doesNotContain(KEY.reveal())
        .doesNotContain(LocalAuthWorld.OLD_KEY.reveal());
  }
}
