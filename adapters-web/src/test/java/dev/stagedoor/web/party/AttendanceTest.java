package dev.stagedoor.web.party;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.party.NewParty;
import dev.stagedoor.application.party.PartyPresence;
import dev.stagedoor.application.party.Seat;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.party.Member;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server says of its guests once it was silent, one thing at a time. */
class AttendanceTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final PartyPresence presence = house.stagedoor().partyPresence();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Attendance attendance =
      new Attendance(presence, new ScheduledExecutorTaskScheduler(timer), tasks::add);
  private final List<PartyConnection> seated = new ArrayList<>();
  private int longFound;

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  /** Somebody hosts a party of their own at this server. */
  private PartyConnection sits() {
    Actor host = house.aSubscriber();
    Seat seat = attendance.next();
    PartyId party = house.stagedoor().parties().nextId();
    var unused =
        house
            .stagedoor()
            .parties()
            .create(host, new NewParty(party, Optional.empty(), "Ada"), seat);
    PartyConnection connection =
        new PartyConnection(seat.connection(), party, host.userId(), seat.instance());
    attendance.sits(connection);
    seated.add(connection);
    return connection;
  }

  private boolean isHere(PartyConnection guest) {
    return house
        .parties()
        .parties()
        .find(guest.party())
        .flatMap(party -> party.member(guest.user()))
        .filter(Member::isHere)
        .isPresent();
  }

  private List<PartyConnection> here() {
    return house.unitOfWork().read(() -> seated.stream().filter(this::isHere).toList());
  }

  /** Time goes by, and others look who is dead. */
  private void passes(Duration time) {
    house.clock().advance(time);
    presence.recurringJobs().stream().map(RecurringJob::work).forEach(Runnable::run);
  }

  private void doAll() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Test
  void aServerIsAliveHoweverLongItTakesToFindAllItsGuests() {
    for (int i = 0; i < 5; i++) {
      PartyConnection unused = sits();
    }
    passes(Duration.ofSeconds(7));
    assertThat(here()).isEmpty();
    house.unitOfWork().loseAnswer(this::findingTakesLong);

    attendance.beat();
    doAll();

    assertThat(here()).isEqualTo(seated);
  }

  /** Lets so much time go by after each that is found that one more heartbeat is due. */
  private boolean findingTakesLong() {
    int found = (int) seated.stream().filter(this::isHere).count();
    if (found > longFound) {
      longFound = found;
      house
          .unitOfWork()
          .afterCommit(
              () -> {
                house.clock().advance(PartyPresence.HEARTBEAT);
                attendance.beat();
                doAll();
                passes(Duration.ZERO);
              });
    }
    return false;
  }

  @Test
  void whoCannotBeFoundNowIsFoundLater() {
    PartyConnection unusedOne = sits();
    PartyConnection unusedOther = sits();
    passes(Duration.ofSeconds(7));
    attendance.beat();
    tasks.remove().run();
    house.unitOfWork().reachable(false);
    doAll();
    house.unitOfWork().reachable(true);
    assertThat(here()).isEmpty();

    house.clock().advance(PartyPresence.HEARTBEAT);
    attendance.beat();
    doAll();

    assertThat(here()).isEqualTo(seated);
  }

  @Test
  void aServerThatDoesNotLearnThatItWasSilentFindsItsGuestsAllTheSame() {
    PartyConnection guest = sits();
    passes(Duration.ofSeconds(7));
    house.unitOfWork().loseAnswer(() -> true);
    attendance.beat();
    doAll();
    assertThat(here()).isEmpty();

    house.clock().advance(PartyPresence.HEARTBEAT);
    attendance.beat();
    doAll();

    assertThat(here()).containsExactly(guest);
  }

  @Test
  void whoGoesWhileNothingCanBeSaidIsSaidToBeGoneLater() {
    PartyConnection stays = sits();
    PartyConnection goes = sits();
    house.unitOfWork().reachable(false);
    attendance.gone(goes);
    house.unitOfWork().reachable(true);
    assertThat(here()).containsExactly(stays, goes);

    attendance.beat();
    doAll();

    assertThat(here()).containsExactly(stays);
  }
}
