package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.contract.LocalSessionRepositoryContract;

class InMemoryLocalSessionRepositoryTest implements LocalSessionRepositoryContract {
  private final LocalSessionRepository sessions = new InMemoryLocalSessionRepository();
  private final CredentialRepository credentials = new InMemoryCredentialRepository(sessions);

  @Override
  public CredentialRepository credentials() {
    return credentials;
  }

  @Override
  public LocalSessionRepository sessions() {
    return sessions;
  }
}
