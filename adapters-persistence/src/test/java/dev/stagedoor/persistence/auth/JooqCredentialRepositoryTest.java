package dev.stagedoor.persistence.auth;

import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.contract.CredentialRepositoryContract;
import dev.stagedoor.persistence.TestPersistence;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCredentialRepositoryTest implements CredentialRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public CredentialRepository credentials() {
    return OPEN.persistence().credentials();
  }

  @Override
  public LocalSessionRepository sessions() {
    return OPEN.persistence().localSessions();
  }
}
