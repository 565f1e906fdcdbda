package dev.stagedoor.persistence.auth;

import static dev.stagedoor.domain.fixture.IdentitySamples.aCredential;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSession;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.contract.LocalSessionRepositoryContract;
import dev.stagedoor.persistence.TestPersistence;
import org.junit.jupiter.api.Test;
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

  @Test
  void noSessionOpensForAnIdentityThatWasRemovedMeanwhile() {
    PasswordCredential gone = credentials().addIfAbsent(aCredential());
    credentials().delete(gone.subject());
    LocalSession session = aSession(gone.subject());

    sessions().open(session);

    assertThat(sessions().find(session.id(), NOW)).isEmpty();
  }
}
