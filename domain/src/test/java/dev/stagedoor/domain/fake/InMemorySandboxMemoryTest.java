package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.SandboxMemoryContract;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;

class InMemorySandboxMemoryTest implements SandboxMemoryContract {
  private final InMemorySandboxMemory memory = new InMemorySandboxMemory();

  @Override
  public SandboxMemory memory() {
    return memory;
  }
}
