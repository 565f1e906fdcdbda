package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.fixture.IdentitySamples.aCredential;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSession;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSubjectName;
import static dev.stagedoor.domain.fixture.IdentitySamples.aTokenHash;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.fixture.Race;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link LocalSessionRepository} must do. */
public interface LocalSessionRepositoryContract {
  LocalSessionRepository sessions();

  /** Returns where the identities that sessions belong to are kept. */
  CredentialRepository credentials();

  private LocalSession opened(String subject) {
    LocalSession session = aSession(subject);
    sessions().open(session);
    return session;
  }

  private LocalSession opened() {
    return opened(aStoredSubject());
  }

  private String aStoredSubject() {
    return credentials().addIfAbsent(aCredential()).subject();
  }

  private static LocalSession withToken(LocalSession session, String tokenHash) {
    return new LocalSession(
        session.id(), session.subject(), tokenHash, session.createdAt(), session.expiresAt());
  }

  @Test
  default void anOpenSessionIsFoundByItsTokenAndItsId() {
    LocalSession session = opened();
    opened();

    assertThat(sessions().findByToken(session.tokenHash(), NOW)).contains(session);
    assertThat(sessions().find(session.id(), NOW)).contains(session);
  }

  @Test
  default void anAbsentSessionIsEmpty() {
    opened();

    assertThat(sessions().findByToken(aTokenHash(), NOW)).isEmpty();
    assertThat(sessions().find(new SessionId(UUID.randomUUID()), NOW)).isEmpty();
    assertThat(sessions().rotate(aTokenHash(), aTokenHash(), NOW))
        .isEqualTo(new Rotation.Unknown());
  }

  @Test
  default void whoeverAsksAtTheSameTimeFindsTheirOwnAndSigningOutWorksAtOnce() {
    List<List<Boolean>> seen =
        Race.of(
            24,
            () -> {
              LocalSession session = opened();
              boolean open = sessions().find(session.id(), NOW).equals(Optional.of(session));
              sessions().revoke(session.subject(), Optional.of(session.id()));
              return List.of(open, sessions().find(session.id(), NOW).isEmpty());
            });

    assertThat(seen).containsOnly(List.of(true, true));
  }

  @Test
  default void aSessionLivesUntilItsTimeIsOver() {
    LocalSession session = opened();

    assertThat(sessions().find(session.id(), session.expiresAt().minusMillis(1))).contains(session);
    assertThat(sessions().findByToken(session.tokenHash(), session.expiresAt().minusMillis(1)))
        .contains(session);
    assertThat(sessions().find(session.id(), session.expiresAt())).isEmpty();
    assertThat(sessions().findByToken(session.tokenHash(), session.expiresAt())).isEmpty();
    assertThat(sessions().rotate(session.tokenHash(), aTokenHash(), session.expiresAt()))
        .isEqualTo(new Rotation.Unknown());
  }

  @Test
  default void aRotationReplacesTheTokenAndNothingElse() {
    LocalSession session = opened();
    String next = aTokenHash();

    assertThat(sessions().rotate(session.tokenHash(), next, NOW))
        .isEqualTo(new Rotation.Rotated(withToken(session, next)));

    assertThat(sessions().findByToken(next, NOW)).contains(withToken(session, next));
    assertThat(sessions().find(session.id(), NOW)).contains(withToken(session, next));
    assertThat(sessions().findByToken(session.tokenHash(), NOW)).isEmpty();
  }

  @Test
  default void aTokenThatComesAgainRevokesItsSession() {
    LocalSession session = opened();
    LocalSession bystander = opened(session.subject());
    String second = aTokenHash();
    String third = aTokenHash();
    sessions().rotate(session.tokenHash(), second, NOW);
    sessions().rotate(second, third, NOW);

    assertThat(sessions().rotate(session.tokenHash(), aTokenHash(), NOW))
        .isEqualTo(new Rotation.Reused(session.id()));

    assertThat(sessions().find(session.id(), NOW)).isEmpty();
    assertThat(sessions().findByToken(third, NOW)).isEmpty();
    assertThat(sessions().rotate(third, aTokenHash(), NOW)).isEqualTo(new Rotation.Unknown());
    assertThat(sessions().rotate(session.tokenHash(), aTokenHash(), NOW))
        .isEqualTo(new Rotation.Unknown());
    assertThat(sessions().find(bystander.id(), NOW)).contains(bystander);
  }

  @Test
  default void ofConcurrentRotationsWithOneTokenOneRotatesAndTheSessionIsRevoked() {
    LocalSession session = opened();

    List<Rotation> rotations =
        Race.of(6, () -> sessions().rotate(session.tokenHash(), aTokenHash(), NOW));

    assertThat(rotations.stream().filter(Rotation.Rotated.class::isInstance)).hasSize(1);
    assertThat(rotations).contains(new Rotation.Reused(session.id()));
    assertThat(sessions().find(session.id(), NOW)).isEmpty();
  }

  @Test
  default void aRevokedSessionIsGoneAndOthersStay() {
    LocalSession session = opened();
    LocalSession bystander = opened(session.subject());

    sessions().revoke(session.subject(), Optional.of(session.id()));
    sessions().revoke(session.subject(), Optional.of(session.id()));

    assertThat(sessions().find(session.id(), NOW)).isEmpty();
    assertThat(sessions().findByToken(session.tokenHash(), NOW)).isEmpty();
    assertThat(sessions().rotate(session.tokenHash(), aTokenHash(), NOW))
        .isEqualTo(new Rotation.Unknown());
    assertThat(sessions().find(bystander.id(), NOW)).contains(bystander);
  }

  @Test
  default void allSessionsOfASubjectCanBeRevoked() {
    LocalSession first = opened();
    LocalSession second = opened(first.subject());
    LocalSession bystander = opened();

    sessions().revoke(first.subject(), Optional.empty());
    sessions().revoke(first.subject(), Optional.empty());

    assertThat(sessions().find(first.id(), NOW)).isEmpty();
    assertThat(sessions().find(second.id(), NOW)).isEmpty();
    assertThat(sessions().find(bystander.id(), NOW)).contains(bystander);
  }

  @Test
  default void nobodyRevokesTheSessionOfAnother() {
    LocalSession session = opened();

    sessions().revoke(aStoredSubject(), Optional.of(session.id()));
    sessions().revoke(aSubjectName(), Optional.empty());

    assertThat(sessions().find(session.id(), NOW)).contains(session);
  }

  @Test
  default void aSessionOpenedAfterAllWereRevokedLives() {
    LocalSession earlier = opened();
    sessions().revoke(earlier.subject(), Optional.empty());

    LocalSession later = opened(earlier.subject());

    assertThat(sessions().find(later.id(), NOW)).contains(later);
  }
}
