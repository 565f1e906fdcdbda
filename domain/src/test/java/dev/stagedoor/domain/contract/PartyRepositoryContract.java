package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.PartySamples.aConnection;
import static dev.stagedoor.domain.fixture.PartySamples.aFilm;
import static dev.stagedoor.domain.fixture.PartySamples.aLine;
import static dev.stagedoor.domain.fixture.PartySamples.aParty;
import static dev.stagedoor.domain.fixture.PartySamples.aPartyId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.party.ChatLine;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.Media;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of watch parties must do. */
public interface PartyRepositoryContract extends PartyStoreContract {
  @Test
  default void anUnknownPartyIsAbsent() {
    onFile(aParty(aUserId()));

    assertThat(write(() -> parties().find(aPartyId()))).isEmpty();
    assertThat(write(() -> parties().lock(aPartyId()))).isEmpty();
  }

  @Test
  default void aPartyComesBackAsItWasSaved() {
    UserId host = aUserId();
    UserId guest = aUserId();
    UserId gone = aUserId();
    Party party = aParty(host);
    party.join(guest, "Zoë \"the\" guest", NOW.plusMillis(1));
    party.join(gone, "Gone", NOW.plusMillis(2));
    party.kick(host, gone, NOW.plusMillis(3));
    party.mute(host, guest, true, NOW.plusMillis(4));
    party.ready(host, true, NOW.plusMillis(5));
    var unused = party.say(host, new LineId(UUID.randomUUID()), "Hello", NOW.plusMillis(6));
    party.play(host, Duration.ofMillis(1_234_567), NOW.plusMillis(7));
    party.lost(guest, NOW.plusMillis(8));
    onFile(party);

    assertStored(party);
  }

  @Test
  default void aPartyWithoutMediaThatNobodyIsInComesBackToo() {
    UserId host = aUserId();
    Party party = Party.open(aPartyId(), Optional.empty(), host, "Ada", NOW);
    party.leave(host, NOW.plusMillis(1));
    onFile(party);

    Party stored = stored(party.id());
    assertStored(party);
    assertThat(stored.host()).isEmpty();
    assertThat(stored.media()).isEmpty();

    change(party.id(), changed -> changed.join(aUserId(), "Grace", NOW.plusMillis(2)));
    change(
        party.id(),
        changed -> changed.change(changed.host().orElseThrow().user(), aFilm(), NOW.plusMillis(3)));
    assertThat(stored(party.id()).media()).contains(aFilm());
  }

  @Test
  default void anEndedPartyComesBackEnded() {
    UserId host = aUserId();
    Party party = aParty(host);
    party.play(host, Duration.ZERO, NOW);
    party.end(host, NOW.plusSeconds(5));
    onFile(party);

    assertStored(party);
    assertThat(stored(party.id()).endedAt()).contains(NOW.plusSeconds(5));
  }

  @Test
  default void whatIsWatchedStaysThoughItWouldNotBeTakenAnyMore() {
    // Longer ago than in the other test of what goes, and so not counted there.
    Instant then = NOW.minus(Duration.ofDays(2000));
    UserId host = aUserId();
    Media former =
        Media.restore(
            URI.create("https://cdn.example.org/movie?username=joe&password=secret"),
            "x".repeat(201),
            Optional.of("x".repeat(201)));
    Party party = onFile(Party.open(aPartyId(), Optional.of(former), host, "Ada", then));

    assertStored(party);
    assertThat(stored(party.id()).media()).contains(former);

    change(party.id(), ended -> ended.end(host, then));
    assertThat(stored(party.id()).endedAt()).contains(then);
    assertThat(write(() -> parties().purge(then.plusMillis(1)))).isEqualTo(1);
    assertThat(write(() -> parties().find(party.id()))).isEmpty();
  }

  @Test
  default void aChangeThatIsNotSavedIsNotSeen() {
    UserId host = aUserId();
    Party party = onFile(aParty(host));

    run(
        () ->
            parties()
                .lock(party.id())
                .orElseThrow()
                .play(host, Duration.ofSeconds(5), NOW.plusSeconds(1)));

    assertStored(party);
  }

  @Test
  default void aPartyThatWasChangedMeanwhileIsNotOverwritten() {
    UserId host = aUserId();
    Party party = onFile(aParty(host));
    Party stale = stored(party.id());
    change(party.id(), changed -> changed.ready(host, true, NOW));
    stale.pause(host, Duration.ofSeconds(1), NOW);

    assertStale(() -> run(() -> parties().save(stale)));
    assertStale(() -> run(() -> parties().save(aPartyOf(party.id()))));
  }

  private static Party aPartyOf(PartyId id) {
    return Party.open(id, Optional.empty(), aUserId(), "Eve", NOW);
  }

  @Test
  default void ofManyWhoChangeItAtOnceNobodysChangeIsLost() {
    UserId host = aUserId();
    Party party = onFile(aParty(host));

    assertThat(
            Race.of(
                4,
                () -> {
                  for (int i = 0; i < 5; i++) {
                    change(party.id(), changed -> changed.seek(host, Duration.ZERO, NOW));
                  }
                  return true;
                }))
        .containsOnly(true);

    assertThat(stored(party.id()).sequence()).isEqualTo(party.sequence() + 20);
  }

  @Test
  default void whatSomebodyHostsIsFoundUntilItEnds() {
    UserId host = aUserId();
    UserId guest = aUserId();
    Party second = onFile(aParty(host, NOW.plusSeconds(1)));
    Party first = onFile(aParty(host, NOW));
    Party ended = aParty(host);
    ended.end(host, NOW);
    onFile(ended);
    Party given = aParty(host);
    given.join(guest, "Grace", NOW);
    given.handOver(host, guest, NOW);
    onFile(given);

    assertThat(write(() -> parties().runningOf(host))).containsExactly(first.id(), second.id());
    assertThat(write(() -> parties().runningOf(guest))).containsExactly(given.id());
    assertThat(write(() -> parties().runningOf(aUserId()))).isEmpty();
  }

  @Test
  default void whatEndedLongAgoGoesWithAllThatBelongsToItAndTheRestStays() {
    // Long ago, so that nobody else's parties have ended then.
    Instant then = NOW.minus(Duration.ofDays(1000));
    UserId host = aUserId();
    Party over = aParty(host, then);
    over.end(host, then);
    onFile(over);
    Party later = aParty(host, then);
    later.end(host, then.plusMillis(1));
    onFile(later);
    Party running = onFile(aParty(host, then));
    PartyConnection connection = aConnection(over.id(), UUID.randomUUID());
    ChatLine line = aLine(over.id(), 1);
    ChatLine other = aLine(running.id(), 1);
    run(
        () -> {
          connections().open(connection, NOW);
          lines().add(line);
          lines().add(other);
        });

    assertThat(write(() -> parties().purge(then))).isZero();
    assertThat(write(() -> parties().purge(then.plusMillis(1)))).isEqualTo(1);

    assertThat(write(() -> parties().find(over.id()))).isEmpty();
    assertThat(write(() -> lines().find(over.id(), line.id()))).isEmpty();
    assertThat(write(() -> connections().of(over.id()))).isEmpty();
    assertThat(write(() -> parties().find(later.id()))).isPresent();
    assertThat(write(() -> parties().find(running.id()))).isPresent();
    assertThat(write(() -> lines().find(running.id(), other.id()))).contains(other);
    assertThat(write(() -> parties().purge(then.plusMillis(2)))).isEqualTo(1);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Party party = aParty(aUserId());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      parties().save(party);
                      lines().add(aLine(party.id(), 1));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> parties().find(party.id()))).isEmpty();
    assertThat(write(() -> lines().last(party.id(), 10))).isEmpty();
  }

  @Test
  default void partiesNeedAUnitOfWork() {
    Party party = onFile(aParty(aUserId()));

    assertNeedsUnitOfWork(() -> parties().find(party.id()));
    assertNeedsUnitOfWork(() -> parties().lock(party.id()));
    assertNeedsUnitOfWork(() -> parties().save(party));
    assertNeedsUnitOfWork(() -> parties().runningOf(aUserId()));
    assertNeedsUnitOfWork(() -> parties().purge(NOW));
  }

  private Party stored(PartyId id) {
    return write(() -> parties().find(id)).orElseThrow();
  }

  private void change(PartyId id, Consumer<Party> change) {
    run(
        () -> {
          Party party = parties().lock(id).orElseThrow();
          change.accept(party);
          parties().save(party);
        });
  }

  private void assertStored(Party party) {
    assertThat(stored(party.id()).snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(party.snapshot());
    assertThat(stored(party.id()).version()).isEqualTo(party.version() + 1);
  }
}
