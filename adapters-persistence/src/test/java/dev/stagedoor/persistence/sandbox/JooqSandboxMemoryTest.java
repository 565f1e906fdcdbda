package dev.stagedoor.persistence.sandbox;

import dev.stagedoor.domain.contract.SandboxMemoryContract;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.persistence.TestPersistence;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSandboxMemoryTest implements SandboxMemoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public SandboxMemory memory() {
    return OPEN.persistence().sandboxMemory();
  }
}
