package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.PinHasherContract;

class FakePinHasherTest implements PinHasherContract {
  private final FakePinHasher pins = new FakePinHasher();

  @Override
  public FakePinHasher pins() {
    return pins;
  }
}
