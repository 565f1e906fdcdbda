package dev.stagedoor.persistence.ticketing;

import static dev.stagedoor.domain.fixture.IdentitySamples.aTokenHash;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TicketingSamples.aCrossAppSession;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.CrossAppSessionRepositoryContract;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCrossAppSessionRepositoryTest implements CrossAppSessionRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public CrossAppSessionRepository sessions() {
    return OPEN.ports().ticketing().sessions();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Test
  void ofAThousandExchangesAtOnceOneSucceedsAndItsReferenceIsTheOneThatIsKept() {
    CrossAppSession waiting = aCrossAppSession(anAccountOnFile());
    run(() -> sessions().add(waiting));
    Map<String, Boolean> exchanged = new ConcurrentHashMap<>();

    // Connections are few; everybody has one of them in turn, and asks for it at the same moment.
    Race.of(
        1_000,
        () -> {
          String reference = aTokenHash();
          return exchanged.put(reference, exchange(waiting, reference, NOW)) == null;
        });

    assertThat(exchanged).hasSize(1_000);
    List<String> winners = exchanged.keySet().stream().filter(exchanged::get).toList();
    assertThat(winners).hasSize(1);
    assertThat(write(() -> sessions().lockByToken(waiting.tokenHash())).orElseThrow())
        .isEqualTo(waiting.exchangedFor(winners.get(0), TERMS, NOW));
  }

  @Test
  void whoComesWithAnExchangedTokenWaitsForNobodyWhoUsesItsSession() {
    CrossAppSession session = aCrossAppSession(anAccountOnFile());
    run(() -> sessions().add(session));
    String reference = aTokenHash();
    assertThat(exchange(session, reference, NOW)).isTrue();

    Optional<CrossAppSession> found =
        write(
            () -> {
              assertThat(sessions().lockByReference(reference)).isPresent();
              return CompletableFuture.supplyAsync(
                      () -> write(() -> sessions().lockByToken(session.tokenHash())))
                  .orTimeout(20, TimeUnit.SECONDS)
                  .join();
            });

    assertThat(found).contains(session.exchangedFor(reference, TERMS, NOW));
  }
}
