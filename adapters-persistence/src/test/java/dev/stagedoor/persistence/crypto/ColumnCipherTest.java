package dev.stagedoor.persistence.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ColumnCipherTest {
  private static final String COLUMN = "things.secret";
  private static final UUID ROW = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Secret OLD_KEY = key(1);
  private static final Secret NEW_KEY = key(2);

  private final ColumnCipher cipher = new ColumnCipher(EncryptionKeys.of("old", OLD_KEY));

  private static Secret key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }

  private void assertRefused(ColumnCipher by, String column, UUID row, String stored) {
    assertThatThrownBy(() -> by.decrypt(column, row, stored))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatWasEncryptedIsReadAgain() {
    for (String text : new String[] {"", "live-key", "Schlüssel \uD83D\uDD11", "x".repeat(9000)}) {
      String stored = cipher.encrypt(COLUMN, ROW, Secret.of(text));

      assertThat(cipher.decrypt(COLUMN, ROW, stored).reveal()).isEqualTo(text);
    }
  }

  @Test
  void theStoredFormShowsTheKeyAndNothingOfTheSecret() {
    String stored = cipher.encrypt(COLUMN, ROW, Secret.of("live-key"));

    assertThat(stored).startsWith("old:").doesNotContain("live-key");
    assertThat(Base64.getDecoder().decode(stored.substring(4))).hasSize(12 + 8 + 16);
  }

  @Test
  void equalSecretsAreStoredDifferently() {
    Set<String> stored = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      stored.add(cipher.encrypt(COLUMN, ROW, Secret.of("live-key")));
    }

    assertThat(stored).hasSize(1000);
  }

  @Test
  void anyFlippedBitIsRefused() {
    String stored = cipher.encrypt(COLUMN, ROW, Secret.of("live-key"));
    byte[] bytes = Base64.getDecoder().decode(stored.substring(4));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));

      assertRefused(cipher, COLUMN, ROW, "old:" + Base64.getEncoder().encodeToString(flipped));
    }
  }

  @Test
  void aSecretOfAnotherRowOrColumnIsRefused() {
    String stored = cipher.encrypt(COLUMN, ROW, Secret.of("live-key"));

    assertRefused(cipher, COLUMN, UUID.randomUUID(), stored);
    assertRefused(cipher, "things.other", ROW, stored);
    assertThat(cipher.decrypt(COLUMN, ROW, stored).reveal()).isEqualTo("live-key");
  }

  @Test
  void theWrongKeyIsRefused() {
    String stored = cipher.encrypt(COLUMN, ROW, Secret.of("live-key"));

    assertRefused(new ColumnCipher(EncryptionKeys.of("old", NEW_KEY)), COLUMN, ROW, stored);
    assertRefused(new ColumnCipher(EncryptionKeys.of("new", OLD_KEY)), COLUMN, ROW, stored);
  }

  @Test
  void whatIsNotOurFormIsRefused() {
    for (String stored : new String[] {"", "live-key", "old:", "old:AAAA", "old:not base64"}) {
      assertRefused(cipher, COLUMN, ROW, stored);
    }
  }

  @Test
  void afterAChangeOfKeysOldSecretsAreReadAndNewOnesUseTheNewKey() {
    ColumnCipher after =
        new ColumnCipher(new EncryptionKeys("new", Map.of("old", OLD_KEY, "new", NEW_KEY)));
    String old = cipher.encrypt(COLUMN, ROW, Secret.of("live-key"));

    assertThat(after.decrypt(COLUMN, ROW, old).reveal()).isEqualTo("live-key");
    assertThat(after.encrypt(COLUMN, ROW, Secret.of("live-key"))).startsWith("new:");
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
    assertThatThrownBy(() -> EncryptionKeys.of("no:colon", OLD_KEY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EncryptionKeys("absent", Map.of("old", OLD_KEY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absent");
  }
}
