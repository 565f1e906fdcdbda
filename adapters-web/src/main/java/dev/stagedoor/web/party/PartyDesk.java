package dev.stagedoor.web.party;

import dev.stagedoor.application.party.NewParty;
import dev.stagedoor.application.party.PartyCommand;
import dev.stagedoor.application.party.PartyService;
import dev.stagedoor.application.party.PartyView;
import dev.stagedoor.application.party.Seat;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyError;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.web.TvOn;
import dev.stagedoor.web.limits.PartyLimits;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what guests ask for, each guest's wishes one after the other. It may wait. */
@Singleton
@Requires(condition = TvOn.class)
final class PartyDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PartyDesk.class);

  private final PartyService parties;
  private final PartyRooms rooms;
  private final Attendance attendance;
  private final PartyLimits limits;
  private final Words words;
  private final Clock clock;

  PartyDesk(
      PartyService parties,
      PartyRooms rooms,
      Attendance attendance,
      PartyLimits limits,
      Words words,
      Clock clock) {
    this.parties = parties;
    this.rooms = rooms;
    this.attendance = attendance;
    this.limits = limits;
    this.words = words;
    this.clock = clock;
  }

  /** Does it, or says why not. */
  void serve(Guest guest, Wish wish) {
    try {
      follow(guest, wish);
    } catch (DomainException refused) {
      guest.send(words.error(refused, Optional.of(wish.type()), guest.language()));
      if (refused.code() == PartyError.PARTY_UNKNOWN) {
        guest.guessed();
      }
    } catch (RuntimeException failed) {
      LOG.warn("{} failed", wish.type(), failed);
      guest.send(words.error(failed, Optional.of(wish.type()), guest.language()));
    }
  }

  private void follow(Guest guest, Wish wish) {
    switch (wish.type()) {
      case "party:create" -> create(guest, wish);
      case "party:join" -> join(guest, wish);
      case "party:leave" -> leave(guest);
      case "party:sync" -> sync(guest);
      case "party:chat" -> {
        LineId unused = parties.say(guest.actor(), party(guest), wish.text("message"));
      }
      case "party:remove-message" ->
          parties.removeLine(guest.actor(), party(guest), wish.line("messageId"));
      default -> {
        PartyCommand command = command(wish);
        parties.act(guest.actor(), party(guest), command);
      }
    }
  }

  private static PartyCommand command(Wish wish) {
    return switch (wish.type()) {
      case "party:play" -> PartyCommand.play(wish.time("currentTime"));
      case "party:pause" -> PartyCommand.pause(wish.time("currentTime"));
      case "party:seek" -> PartyCommand.seek(wish.time("currentTime"));
      case "party:ready" -> PartyCommand.ready(wish.flag("isReady"));
      case "party:media" -> PartyCommand.change(wish.media(wish.text("mediaUrl")));
      case "party:mute" -> PartyCommand.mute(wish.user("userId"));
      case "party:unmute" -> PartyCommand.unmute(wish.user("userId"));
      case "party:kick" -> PartyCommand.kick(wish.user("userId"));
      case "party:host" -> PartyCommand.handOver(wish.user("userId"));
      case "party:end" -> PartyCommand.end();
      default -> throw DomainException.invalid("type", "format");
    };
  }

  private static PartyId party(Guest guest) {
    return guest
        .place()
        .map(Place::party)
        .orElseThrow(() -> new DomainException(PartyError.NOT_IN_PARTY));
  }

  private void create(Guest guest, Wish wish) {
    PartyId party = parties.nextId();
    NewParty wanted = new NewParty(party, wish.media(), wish.text("userName"));
    limits.count(guest.actor());
    come(guest, party, wish.type(), seat -> parties.create(guest.actor(), wanted, seat));
  }

  private void join(Guest guest, Wish wish) {
    PartyId party =
        PartyId.find(wish.text("roomId"))
            .orElseThrow(() -> new DomainException(PartyError.PARTY_UNKNOWN));
    String name = wish.text("userName");
    come(guest, party, wish.type(), seat -> parties.join(guest.actor(), party, name, seat));
  }

  /** Has a guest listen, and then take a seat or stay on theirs. */
  private void come(Guest guest, PartyId party, String answer, Function<Seat, PartyView> way) {
    Optional<Place> same = guest.place().filter(place -> place.party().equals(party));
    Seat seat = same.map(PartyDesk::seat).orElseGet(attendance::next);
    PartyConnection connection =
        new PartyConnection(seat.connection(), party, guest.actor().userId(), seat.instance());
    PartyRoom room = rooms.listen(party, guest);
    Optional<Place> former = Optional.empty();
    boolean isIn = false;
    try {
      PartyView state = way.apply(seat);
      former = sit(guest, new Place(connection, room), state, answer);
      isIn = true;
    } catch (DomainException refused) {
      throw refused;
    } catch (RuntimeException failed) {
      if (same.isEmpty()) {
        // It is not known whether they were seated before that failed.
        attendance.gone(connection);
      }
      throw failed;
    } finally {
      if (!isIn && same.isPresent()) {
        room.stay(guest);
      } else if (!isIn) {
        rooms.leave(party, guest);
      }
    }
    former.ifPresent(other -> leaveBehind(guest, other));
  }

  private static Seat seat(Place place) {
    return new Seat(place.connection().id(), place.connection().instance());
  }

  /** Returns where they sat before, where that is another party. */
  private Optional<Place> sit(Guest guest, Place place, PartyView state, String answer) {
    attendance.sits(place.connection());
    Optional<Place> before = guest.sit(place);
    place.room().sit(guest, state, words.state(answer, state));
    return before.filter(other -> !other.party().equals(place.party()));
  }

  /** Leaves where they were; what comes of it takes nothing away from where they are now. */
  private void leaveBehind(Guest guest, Place former) {
    try {
      leave(guest, former);
    } catch (RuntimeException failed) {
      LOG.warn("A guest who went on is only away from {}: {}", former.party(), failed.toString());
    }
  }

  private void leave(Guest guest) {
    Place place = guest.stand().orElseThrow(() -> new DomainException(PartyError.NOT_IN_PARTY));
    leave(guest, place);
    guest.send(
        words.message(
            "party:leave",
            Map.of("roomId", place.party().toString(), "serverTime", clock.millis())));
  }

  private void leave(Guest guest, Place place) {
    rooms.leave(place.party(), guest);
    try {
      parties.leave(guest.actor(), place.party());
    } finally {
      attendance.gone(place.connection());
    }
  }

  /** Answers from what this server knows of the party, and asks the database only without it. */
  private void sync(Guest guest) {
    Place place = guest.place().orElseThrow(() -> new DomainException(PartyError.NOT_IN_PARTY));
    PartyView known =
        place
            .room()
            .view(guest.actor().userId(), clock.instant())
            .orElseGet(() -> parties.state(guest.actor(), place.party()));
    place.room().know(known);
    guest.send(words.state("party:sync", known));
  }

  /**
   * Makes sure that somebody who is in a party may watch; others are asked when they come in.
   *
   * @throws DomainException that says why they may not
   */
  void mustStillWatch(Guest guest) {
    if (guest.place().isPresent()) {
      parties.mustBeAdmitted(guest.actor());
    }
  }

  /** Takes note that a guest is gone from the server. */
  void gone(Guest guest) {
    guest.stand().ifPresent(place -> gone(guest, place));
  }

  /** Takes note that a guest is gone from a party. */
  void gone(Guest guest, Place place) {
    rooms.leave(place.party(), guest);
    attendance.gone(place.connection());
  }
}
