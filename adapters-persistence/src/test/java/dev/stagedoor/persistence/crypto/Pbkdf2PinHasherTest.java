package dev.stagedoor.persistence.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.PinHasherContract;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Pin;
import org.junit.jupiter.api.Test;

class Pbkdf2PinHasherTest implements PinHasherContract {
  private final Pbkdf2PinHasher pins = new Pbkdf2PinHasher();

  @Override
  public Pbkdf2PinHasher pins() {
    return pins;
  }

  @Test
  void aHashNamesItsWork() {
    assertThat(pins.hash(Pin.parse(Secret.of("1234"))).reveal())
        .matches("pbkdf2-sha256\\$120000\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=");
  }

  @Test
  void whatOthersComputeIsRead() {
    // Salt "saltSALTsaltSALT", one round and 4096, both from another implementation.
    Secret once =
        Secret.of(
            "pbkdf2-sha256$1$c2FsdFNBTFRzYWx0U0FMVA==$nfvUud46s4yaExqHgyEdD3U64gLrT+1A0i25/lV8Igw=");
    Secret often =
        Secret.of(
            "pbkdf2-sha256$4096$c2FsdFNBTFRzYWx0U0FMVA==$itlrhREbk/59osPrrG9NHFh71i28uaWGyJqXk9n/Bdo=");

    assertThat(pins.matches(Secret.of("1234"), once)).isTrue();
    assertThat(pins.matches(Secret.of("1234"), often)).isTrue();
    assertThat(pins.matches(Secret.of("1235"), once)).isFalse();
    assertThat(pins.matches(Secret.of("1235"), often)).isFalse();
  }
}
