package dev.stagedoor.application.party;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.PartySamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyError;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.tv.TvError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartyServiceTest {
  private static final UUID SERVER = UUID.randomUUID();

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final PartyService parties = house.stagedoor().parties();
  private final PartyPresence presence = house.stagedoor().partyPresence();
  private final Actor john = somebody();
  private final Actor sarah = somebody();
  private final Seat johnsSeat = aSeat();
  private final Seat sarahsSeat = aSeat();
  private final PartyId id = create(john, johnsSeat);

  private Actor somebody() {
    return house.aSubscriber();
  }

  private static Seat aSeat() {
    return new Seat(UUID.randomUUID(), SERVER);
  }

  private PartyId create(Actor who, Seat seat) {
    NewParty party = new NewParty(parties.nextId(), Optional.of(PartySamples.aFilm()), "John");
    return PartyId.find(parties.create(who, party, seat).roomId()).orElseThrow();
  }

  private PartyView sarahJoins() {
    return parties.join(sarah, id, "Sarah", sarahsSeat);
  }

  private PartyConnection connection(Actor who, Seat seat) {
    return new PartyConnection(seat.connection(), id, who.userId(), seat.instance());
  }

  /** Time goes by in which the server says that it is alive, and finds who is there. */
  private void alive(Duration time) {
    for (Duration left = time; !left.isNegative(); left = left.minus(PartyPresence.HEARTBEAT)) {
      if (presence.alive(SERVER)) {
        presence.found(
            id,
            List.of(connection(john, johnsSeat), connection(sarah, sarahsSeat)),
            connection -> true);
      }
      house.later(PartyPresence.HEARTBEAT);
    }
  }

  private List<LiveUpdate> told() {
    return house.updates().all().stream()
        .filter(update -> update.channel().equals(Party.subject(id)))
        .toList();
  }

  private LiveUpdate last() {
    return told().get(told().size() - 1);
  }

  private static String idOf(Actor who) {
    return who.userId().value().toString();
  }

  @Test
  void whoCreatesAPartyIsToldHowItStands() {
    PartyView view =
        parties.create(john, new NewParty(parties.nextId(), Optional.empty(), " John "), aSeat());

    assertThat(view.roomId()).startsWith("party_").hasSize(28);
    assertThat(view.isHost()).isTrue();
    assertThat(view.hostId()).contains(idOf(john));
    assertThat(view.mediaUrl()).isEmpty();
    assertThat(view.isPlaying()).isFalse();
    assertThat(view.serverTime()).isEqualTo(house.clock().millis());
    assertThat(view.members())
        .containsExactly(new PartyMemberView(idOf(john), "John", true, false, false, false));
  }

  @Test
  void whoJoinsLateSeesWhereItIs() {
    parties.act(john, id, PartyCommand.play(Duration.ofSeconds(1800)));
    LineId line = parties.say(john, id, "Great scene!");
    house.clock().advance(Duration.ofMillis(2_345));

    PartyView view = sarahJoins();

    assertThat(view.isHost()).isFalse();
    assertThat(view.isPlaying()).isTrue();
    assertThat(view.currentTime()).isEqualTo(new BigDecimal("1802.345"));
    assertThat(view.mediaUrl()).contains("https://cdn.example.org/film.m3u8");
    assertThat(view.title()).contains("Metropolis");
    assertThat(view.itemId()).contains("film-1");
    assertThat(view.members())
        .extracting(PartyMemberView::userName)
        .containsExactly("John", "Sarah");
    assertThat(view.messages())
        .extracting(PartyMessageView::messageId, PartyMessageView::message)
        .containsExactly(tuple(line.value().toString(), "Great scene!"));
    assertThat(parties.state(sarah, id)).isEqualTo(view);
  }

  @Test
  void everybodyIsToldWhatTheHostDoes() {
    sarahJoins();
    parties.act(john, id, PartyCommand.play(Duration.ofMillis(1_800_250)));

    LiveUpdate update = last();

    assertThat(update.type()).isEqualTo("party:play");
    assertThat(update.data())
        .containsEntry("roomId", id.toString())
        .containsEntry("sequence", 4L)
        .containsEntry("serverTime", house.clock().millis())
        .containsEntry("userId", idOf(john))
        .containsEntry("isPlaying", true)
        .containsEntry("currentTime", new BigDecimal("1800.250"));
  }

  @Test
  void whatHappensIsToldInTheReferencesWords() {
    sarahJoins();
    UserId other = sarah.userId();
    parties.act(john, id, PartyCommand.pause(Duration.ZERO));
    parties.act(john, id, PartyCommand.seek(Duration.ZERO));
    parties.act(sarah, id, PartyCommand.ready(true));
    parties.act(john, id, PartyCommand.change(PartySamples.aFilm()));
    parties.removeLine(john, id, parties.say(sarah, id, "Oops"));
    parties.act(john, id, PartyCommand.mute(other));
    parties.act(john, id, PartyCommand.unmute(other));
    parties.act(john, id, PartyCommand.handOver(other));
    parties.leave(john, id);
    parties.join(john, id, "John", johnsSeat);
    parties.act(sarah, id, PartyCommand.kick(john.userId()));
    presence.closed(connection(sarah, sarahsSeat));
    parties.act(sarah, id, PartyCommand.end());

    assertThat(told())
        .extracting(LiveUpdate::type)
        .containsExactly(
            "party:user-joined",
            "party:host-changed",
            "party:user-joined",
            "party:pause",
            "party:seek",
            "party:ready",
            "party:media",
            "party:chat",
            "party:message-removed",
            "party:user-muted",
            "party:user-muted",
            "party:host-changed",
            "party:user-left",
            "party:user-joined",
            "party:user-kicked",
            "party:user-away",
            "party:ended");
    assertThat(last().data()).containsEntry("reason", "host");
  }

  @Test
  void onlyWhoMayWatchIsAdmitted() {
    house.clock().advance(Duration.ofDays(8));

    assertRefused(TvError.SUBSCRIPTION_NEEDED, this::sarahJoins);
    assertRefused(TvError.SUBSCRIPTION_NEEDED, () -> create(sarah, sarahsSeat));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> create(Actor.visitor(), aSeat()));
  }

  @Test
  void whoBeginsAnotherPartyEndsTheOneBefore() {
    sarahJoins();
    PartyId sarahs = create(sarah, aSeat());

    PartyId next = create(john, aSeat());

    assertThat(last().type()).isEqualTo("party:ended");
    assertThat(last().data()).containsEntry("reason", "replaced");
    assertRefused(PartyError.PARTY_ENDED, () -> parties.state(sarah, id));
    assertThat(parties.state(sarah, sarahs).isHost()).isTrue();
    assertThat(parties.state(john, next).isHost()).isTrue();
  }

  @Test
  void aPartyThatWasHandedOverDoesNotEnd() {
    sarahJoins();
    parties.act(john, id, PartyCommand.handOver(sarah.userId()));

    PartyId unused = create(john, aSeat());

    assertThat(parties.state(sarah, id).isHost()).isTrue();
  }

  @Test
  void nobodyButMembersLearnsAnything() {
    assertRefused(PartyError.NOT_IN_PARTY, () -> parties.state(sarah, id));
    assertRefused(PartyError.NOT_IN_PARTY, () -> parties.act(sarah, id, PartyCommand.ready(true)));
    assertRefused(PartyError.NOT_IN_PARTY, () -> parties.say(sarah, id, "Hello?"));
    PartyId unknown = PartySamples.aPartyId();
    assertRefused(PartyError.PARTY_UNKNOWN, () -> parties.state(john, unknown));
    assertRefused(PartyError.PARTY_UNKNOWN, () -> parties.leave(john, unknown));
    assertRefused(PartyError.PARTY_UNKNOWN, () -> parties.join(john, unknown, "John", johnsSeat));
  }

  @Test
  void whatIsRefusedIsNotTold() {
    sarahJoins();
    int before = told().size();

    assertRefused(
        PartyError.NOT_THE_HOST, () -> parties.act(sarah, id, PartyCommand.play(Duration.ZERO)));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> parties.act(john, id, PartyCommand.play(Duration.ofSeconds(-1))));

    assertThat(told()).hasSize(before);
  }

  @Test
  void aRemovedLineIsRemovedOnceAndNotShown() {
    LineId line = parties.say(john, id, "Oops");
    parties.removeLine(john, id, line);

    assertRefused(CommonError.NOT_FOUND, () -> parties.removeLine(john, id, line));
    assertThat(parties.state(john, id).messages()).isEmpty();
  }

  @Test
  void whoJoinsReadsTheLastLinesOnly() {
    for (int i = 0; i < 55; i++) {
      house.clock().advance(Duration.ofSeconds(3));
      LineId unused = parties.say(john, id, "Line " + i);
    }

    assertThat(sarahJoins().messages())
        .hasSize(50)
        .extracting(PartyMessageView::message)
        .startsWith("Line 5")
        .endsWith("Line 54");
  }

  @Test
  void theNextHostsWhenTheHostDoesNotComeBack() {
    sarahJoins();
    presence.closed(connection(john, johnsSeat));

    house.later(Duration.ofSeconds(1));
    assertThat(parties.state(sarah, id).hostId()).contains(idOf(john));

    house.clock().advance(Duration.ofSeconds(9));
    house.runJobs();

    assertThat(last().type()).isEqualTo("party:host-changed");
    assertThat(parties.state(sarah, id).isHost()).isTrue();
  }

  @Test
  void whoHasAnotherConnectionIsNotAway() {
    Seat second = aSeat();
    parties.join(john, id, "John", second);

    presence.closed(connection(john, johnsSeat));
    assertThat(parties.state(john, id).members().get(0).isAway()).isFalse();

    presence.closed(connection(john, second));
    presence.closed(connection(john, second));
    assertThat(parties.state(john, id).members().get(0).isAway()).isTrue();
    assertThat(last().type()).isEqualTo("party:user-away");
  }

  @Test
  void whoLeavesIsOutOnEveryConnection() {
    parties.join(john, id, "John", aSeat());

    parties.leave(john, id);

    assertRefused(PartyError.NOT_IN_PARTY, () -> parties.state(john, id));
    assertThat(house.unitOfWork().read(() -> house.parties().connections().of(id))).isEmpty();
  }

  @Test
  void membersOfADeadServerAreAwayAndOthersAreNot() {
    Seat elsewhere = new Seat(UUID.randomUUID(), UUID.randomUUID());
    parties.join(sarah, id, "Sarah", elsewhere);

    for (int i = 0; i < 4; i++) {
      house.later(Duration.ofSeconds(2));
      boolean unused = presence.alive(SERVER);
    }

    assertThat(parties.state(john, id).members())
        .extracting(PartyMemberView::isAway)
        .containsExactly(false, true);
  }

  @Test
  void aServerThatWasOnlySlowFindsItsMembersAgain() {
    sarahJoins();
    alive(Duration.ofSeconds(10));
    house.later(Duration.ofSeconds(7));
    assertThat(parties.state(john, id).members()).allMatch(PartyMemberView::isAway);

    alive(Duration.ZERO);
    assertThat(parties.state(john, id).members()).noneMatch(PartyMemberView::isAway);

    alive(Duration.ofSeconds(30));
    assertThat(parties.state(john, id).members()).noneMatch(PartyMemberView::isAway);
  }

  @Test
  void aServerThatIsAliveWritesNothingForPartiesInWhichNothingHappens() {
    sarahJoins();
    alive(Duration.ofSeconds(2));
    int before = told().size();

    alive(Duration.ofMinutes(5));

    assertThat(told()).hasSize(before);
  }

  @Test
  void aPartyNobodyIsAtEnds() {
    presence.closed(connection(john, johnsSeat));

    house.later(Duration.ofMinutes(10));

    assertThat(last().type()).isEqualTo("party:ended");
    assertThat(last().data()).containsEntry("reason", "empty");
    assertRefused(PartyError.PARTY_ENDED, this::sarahJoins);
  }

  @Test
  void noPartyLastsForEver() {
    alive(Duration.ofSeconds(2));
    house.clock().advance(Duration.ofHours(12));
    house.runJobs();

    assertThat(last().data()).containsEntry("reason", "over");
  }

  @Test
  void whatWasWrittenIsKeptForADayOnceItIsOver() {
    LineId line = parties.say(john, id, "Bye");
    parties.act(john, id, PartyCommand.end());

    house.later(Duration.ofHours(24));
    assertThat(house.unitOfWork().read(() -> house.parties().lines().find(id, line))).isPresent();

    house.later(Duration.ofMillis(1));
    assertThat(house.unitOfWork().read(() -> house.parties().lines().find(id, line))).isEmpty();
    assertRefused(PartyError.PARTY_UNKNOWN, this::sarahJoins);
  }

  @Test
  void aPartyThatIsLongOverConcernsNoConnection() {
    PartyConnection late = connection(john, johnsSeat);
    parties.act(john, id, PartyCommand.end());
    house.later(Duration.ofHours(25));

    presence.closed(late);
    presence.found(id, List.of(late), one -> true);

    assertThat(house.unitOfWork().read(() -> house.parties().connections().all())).isEmpty();
  }
}
