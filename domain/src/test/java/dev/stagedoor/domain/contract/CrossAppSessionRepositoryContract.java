package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.IdentitySamples.aTokenHash;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TicketingSamples.aCrossAppSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.TicketingError;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of sessions between applications must do. */
public interface CrossAppSessionRepositoryContract extends RepositoryContract {
  CrossAppSession.Terms TERMS = CrossAppSession.Terms.standard();

  CrossAppSessionRepository sessions();

  @Test
  default void anUnknownSessionIsAbsent() {
    CrossAppSession waiting = onFile(aCrossAppSession(anAccountOnFile()));

    assertThat(byToken(aTokenHash())).isEmpty();
    assertThat(byReference(aTokenHash())).isEmpty();
    assertThat(byReference(waiting.tokenHash())).isEmpty();
  }

  @Test
  default void aSessionComesBackAsItWasAdded() {
    CrossAppSession waiting = onFile(aCrossAppSession(anAccountOnFile()));
    CrossAppSession forNothing =
        onFile(
            CrossAppSession.issue(
                UUID.randomUUID(),
                aTokenHash(),
                anAccountOnFile(),
                anAccountOnFile(),
                "zoë's \"app\"",
                Optional.empty(),
                TERMS,
                NOW.plusSeconds(1)));

    assertThat(byToken(waiting.tokenHash())).contains(waiting);
    assertThat(byToken(forNothing.tokenHash())).contains(forNothing);
  }

  @Test
  default void anExchangedSessionIsFoundByItsReferenceAndStillByItsToken() {
    CrossAppSession waiting = onFile(aCrossAppSession(anAccountOnFile()));
    onFile(aCrossAppSession(anAccountOnFile()));
    String reference = aTokenHash();

    assertThat(exchange(waiting, reference, NOW.plusSeconds(1))).isTrue();

    CrossAppSession exchanged = waiting.exchangedFor(reference, TERMS, NOW.plusSeconds(1));
    assertThat(byReference(reference)).contains(exchanged);
    assertThat(byToken(waiting.tokenHash())).contains(exchanged);
    assertThat(byReference(waiting.tokenHash())).isEmpty();
    assertThat(byToken(reference)).isEmpty();
  }

  @Test
  default void aUsedReferenceIsGoodForLonger() {
    CrossAppSession waiting = onFile(aCrossAppSession(anAccountOnFile()));
    String reference = aTokenHash();
    exchange(waiting, reference, NOW);
    run(
        () ->
            sessions()
                .save(
                    sessions()
                        .lockByReference(reference)
                        .orElseThrow()
                        .used(TERMS, NOW.plusSeconds(600))));

    CrossAppSession used = byReference(reference).orElseThrow();
    assertThat(used.expiresAt()).isEqualTo(NOW.plusSeconds(600).plus(TERMS.life()));
    assertThat(used.lastUsedAt()).contains(NOW.plusSeconds(600));
    assertThat(used.endsAt()).isEqualTo(waiting.endsAt());
  }

  @Test
  default void ofConcurrentExchangesExactlyOneSucceeds() {
    CrossAppSession waiting = onFile(aCrossAppSession(anAccountOnFile()));

    assertThat(Race.of(6, () -> exchange(waiting, aTokenHash(), NOW))).containsOnlyOnce(true);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    CrossAppSession waiting = onFile(aCrossAppSession(anAccountOnFile()));
    CrossAppSession added = aCrossAppSession(anAccountOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      sessions().add(added);
                      sessions().save(waiting.exchangedFor(aTokenHash(), TERMS, NOW));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(byToken(added.tokenHash())).isEmpty();
    assertThat(byToken(waiting.tokenHash())).contains(waiting);
  }

  @Test
  default void whatWasOverBeforeATimeIsRemovedAndTheRestIsNot() {
    // Long ago, so that nobody else's sessions are over then.
    Instant then = NOW.minus(Duration.ofDays(1000));
    CrossAppSession over = onFile(aCrossAppSession(anAccountOnFile(), then));
    CrossAppSession exchanged = onFile(aCrossAppSession(anAccountOnFile(), then));
    String reference = aTokenHash();
    exchange(exchanged, reference, then);
    CrossAppSession open = onFile(aCrossAppSession(anAccountOnFile(), then.plusMillis(1)));
    Instant end = then.plus(TERMS.life());

    assertThat(write(() -> sessions().purge(end))).isZero();
    assertThat(write(() -> sessions().purge(end.plusMillis(1)))).isEqualTo(2);

    assertThat(byToken(over.tokenHash())).isEmpty();
    assertThat(byReference(reference)).isEmpty();
    assertThat(byToken(open.tokenHash())).contains(open);
    run(() -> sessions().save(over.exchangedFor(aTokenHash(), TERMS, then)));
    assertThat(byToken(over.tokenHash())).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    CrossAppSession session = aCrossAppSession(anAccountOnFile());

    assertNeedsUnitOfWork(() -> sessions().add(session));
    assertNeedsUnitOfWork(() -> sessions().lockByToken(session.tokenHash()));
    assertNeedsUnitOfWork(() -> sessions().lockByReference(session.tokenHash()));
    assertNeedsUnitOfWork(() -> sessions().save(session));
    assertNeedsUnitOfWork(() -> sessions().purge(NOW));
  }

  /** Exchanges the token in a unit of work of its own; tells whether that was done. */
  default boolean exchange(CrossAppSession session, String reference, Instant at) {
    try {
      return write(
          () -> {
            CrossAppSession found = sessions().lockByToken(session.tokenHash()).orElseThrow();
            sessions().save(found.exchangedFor(reference, TERMS, at));
            return true;
          });
    } catch (DomainException refused) {
      assertThat(refused.code()).isEqualTo(TicketingError.CROSS_APP_SESSION_INVALID);
      return false;
    }
  }

  private CrossAppSession onFile(CrossAppSession session) {
    run(() -> sessions().add(session));
    return session;
  }

  private Optional<CrossAppSession> byToken(String hash) {
    return write(() -> sessions().lockByToken(hash));
  }

  private Optional<CrossAppSession> byReference(String hash) {
    return write(() -> sessions().lockByReference(hash));
  }
}
