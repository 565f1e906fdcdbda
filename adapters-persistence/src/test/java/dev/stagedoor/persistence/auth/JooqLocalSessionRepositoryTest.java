package dev.stagedoor.persistence.auth;

import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.contract.LocalSessionRepositoryContract;
import dev.stagedoor.persistence.TestPersistence;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqLocalSessionRepositoryTest implements LocalSessionRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public LocalSessionRepository sessions() {
    return OPEN.persistence().localSessions();
  }

  @Override
  public CredentialRepository credentials() {
    return OPEN.persistence().credentials();
  }
}
