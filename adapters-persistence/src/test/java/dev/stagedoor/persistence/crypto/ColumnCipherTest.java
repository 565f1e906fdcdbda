package dev.stagedoor.persistence.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnCipherTest {
  private static final UUID ROW = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID OTHER_ROW = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final ProviderId STRIPE = new ProviderId("stripe");
  private static final Column SECRET = new Column("things", "secret", List.of("id"));
  private static final Column CREDENTIALS =
      new Column("integrations", "credentials", List.of("workspace_id", "provider"));
  private static final Place PLACE = SECRET.at(List.of(ROW));
  private static final Place INTEGRATION = CREDENTIALS.at(List.of(ROW, STRIPE));
  private static final Secret OLD_KEY = key(1);
  private static final Secret NEW_KEY = key(2);

  private final ColumnCipher cipher = new ColumnCipher(EncryptionKeys.of("old", OLD_KEY));

  private static Secret key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static void assertRefused(ColumnCipher by, Place place, String stored) {
    assertThatThrownBy(() -> by.decrypt(place, stored)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatWasEncryptedIsReadAgain() {
    for (String text : new String[] {"", "live-key", "Schlüssel \uD83D\uDD11", "x".repeat(9000)}) {
      String stored = cipher.encrypt(PLACE, Secret.of(text));

      assertThat(cipher.decrypt(PLACE, stored).reveal()).isEqualTo(text);
    }
  }

  @Test
  void whatTheFirstVersionStoredIsReadForEver() {
    String stored = "old:9yaypXMc8jEnzBi/fx19wJd10sY0AJ6i09h8E5UBIZucB2IM";

    assertThat(cipher.decrypt(EncryptedColumn.PAYMENT_CLIENT_SECRET.at(ROW), stored).reveal())
        .isEqualTo("live-key");
  }

  @Test
  void theStoredFormShowsTheKeyAndNothingOfTheSecret() {
    String stored = cipher.encrypt(PLACE, Secret.of("live-key"));

    assertThat(stored).startsWith("old:").doesNotContain("live-key");
    assertThat(Base64.getDecoder().decode(stored.substring(4))).hasSize(12 + 8 + 16);
  }

  @Test
  void equalSecretsAreStoredDifferentlyEachWithANonceOfItsOwn() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      byte[] stored =
          Base64.getDecoder().decode(cipher.encrypt(PLACE, Secret.of("live-key")).substring(4));
      nonces.add(HexFormat.of().formatHex(stored, 0, 12));
    }

    assertThat(nonces).hasSize(10_000);
  }

  /** Four servers at once; as many nonces as -Dstagedoor.nonces says. */
  @Test
  void noNonceIsDrawnTwice() {
    int each = Integer.getInteger("stagedoor.nonces", 1_000_000) / 4;

    List<long[]> drawn =
        Race.of(
            4,
            () -> {
              ColumnCipher server = new ColumnCipher(EncryptionKeys.of("old", OLD_KEY));
              return LongStream.generate(() -> ByteBuffer.wrap(server.nonce()).getLong())
                  .limit(each)
                  .toArray();
            });

    // 64 of the 96 bits: the chance that two of a million are alike in these is one in 36 million.
    long[] sorted = drawn.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    long alike = IntStream.range(1, sorted.length).filter(i -> sorted[i] == sorted[i - 1]).count();
    assertThat(alike).isZero();
  }

  @Test
  void anyFlippedBitIsRefused() {
    for (Place place : List.of(PLACE, INTEGRATION)) {
      String stored = cipher.encrypt(place, Secret.of("live-key"));
      byte[] bytes = Base64.getDecoder().decode(stored.substring(4));
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));

        assertRefused(cipher, place, "old:" + Base64.getEncoder().encodeToString(flipped));
      }
    }
  }

  @Test
  void aSecretOfAnotherRowOrColumnIsRefused() {
    String stored = cipher.encrypt(PLACE, Secret.of("live-key"));

    assertRefused(cipher, SECRET.at(List.of(OTHER_ROW)), stored);
    assertRefused(cipher, new Column("things", "other", List.of("id")).at(List.of(ROW)), stored);
    assertRefused(cipher, new Column("others", "secret", List.of("id")).at(List.of(ROW)), stored);
    assertThat(cipher.decrypt(PLACE, stored).reveal()).isEqualTo("live-key");
  }

  @Test
  void credentialsOfAnotherWorkspaceOrProviderAreRefused() {
    String stored = cipher.encrypt(INTEGRATION, Secret.of("sk_live"));

    assertRefused(cipher, CREDENTIALS.at(List.of(OTHER_ROW, STRIPE)), stored);
    assertRefused(cipher, CREDENTIALS.at(List.of(ROW, new ProviderId("square"))), stored);
    assertRefused(cipher, CREDENTIALS.at(List.of(ROW, new ProviderId("stripe-2"))), stored);
    assertRefused(cipher, CREDENTIALS.at(List.of(STRIPE, ROW)), stored);
    assertThat(cipher.decrypt(INTEGRATION, stored).reveal()).isEqualTo("sk_live");
    assertThat(cipher.decrypt(CREDENTIALS.at(List.of(ROW, "stripe")), stored).reveal())
        .isEqualTo("sk_live");
  }

  @Test
  void aKeyThatCouldBeTakenForAnotherIsRefused() {
    assertThatThrownBy(() -> CREDENTIALS.at(List.of("a:b", "c")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CREDENTIALS.at(List.of(ROW)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EncryptedColumn.STREAM_KEY.at(ROW, STRIPE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWrongKeyIsRefused() {
    for (Place place : List.of(PLACE, INTEGRATION)) {
      String stored = cipher.encrypt(place, Secret.of("live-key"));

      assertRefused(new ColumnCipher(EncryptionKeys.of("old", NEW_KEY)), place, stored);
      assertRefused(new ColumnCipher(EncryptionKeys.of("new", OLD_KEY)), place, stored);
    }
  }

  @Test
  void aValueThatIsGivenTheNameOfAnotherKeyIsRefused() {
    ColumnCipher both =
        new ColumnCipher(new EncryptionKeys("a", Map.of("a", OLD_KEY, "b", OLD_KEY)));
    String stored = both.encrypt(PLACE, Secret.of("live-key"));

    assertRefused(both, PLACE, stored.replace("a:", "b:"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hush",
        ":",
        "hush:",
        "hush:AAAA",
        "hush:not base64",
        "hush:hush:hush",
        "https://hush.example.org/hush?hush=hush"
      })
  void whatIsNotOurFormIsRefusedWithoutShowingIt(String stored) {
    assertThatThrownBy(() -> cipher.decrypt(PLACE, stored))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not encrypted")
        .hasMessageNotContaining("hush");
  }

  @Test
  void afterAChangeOfKeysOldSecretsAreReadAndNewOnesUseTheNewKey() {
    ColumnCipher after =
        new ColumnCipher(new EncryptionKeys("new", Map.of("old", OLD_KEY, "new", NEW_KEY)));
    String old = cipher.encrypt(PLACE, Secret.of("live-key"));

    assertThat(after.decrypt(PLACE, old).reveal()).isEqualTo("live-key");
    assertThat(after.encrypt(PLACE, Secret.of("live-key"))).startsWith("new:");
  }

  @Test
  void keysThatCannotBeUsedAreRefusedWithoutShowingThem() {
    assertThatThrownBy(() -> EncryptionKeys.of("main", Secret.of("topsecret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("main")
        .hasMessageNotContaining("topsecret");
    assertThatThrownBy(() -> EncryptionKeys.of("main", Secret.of("AAAA")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32");
    Stream.of("no:colon", "", "x".repeat(33))
        .forEach(
            id ->
                assertThatThrownBy(() -> EncryptionKeys.of(id, OLD_KEY))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> new EncryptionKeys("absent", Map.of("old", OLD_KEY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absent");
  }
}
