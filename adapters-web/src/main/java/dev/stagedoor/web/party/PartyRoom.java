package dev.stagedoor.web.party;

import dev.stagedoor.application.party.PartyMirror;
import dev.stagedoor.application.party.PartyView;
import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A party as far as its guests are connected to this server. Nothing here waits: what goes to a
 * guest is handed to the event loop of their connection.
 *
 * <p>Who comes in listens first, is told then how the party is, and from there on what has a higher
 * number: nothing is missed and nothing is told twice.
 */
final class PartyRoom {
  private final Map<Guest, Listener> listeners = new HashMap<>();
  private final int mostHeld;
  private @Nullable PartyMirror mirror;
  private long latest;

  /** How far somebody has been told; what they will be told while that is not known yet. */
  private static final class Listener {
    private long told;
    private @Nullable List<News> held = new ArrayList<>(0);
  }

  /**
   * @param mostHeld how much may be held back for somebody who comes in
   */
  PartyRoom(int mostHeld) {
    this.mostHeld = mostHeld;
  }

  /** Begins to hold back what happens, until the guest sits. */
  synchronized void listen(Guest guest) {
    listeners.computeIfAbsent(guest, one -> new Listener()).held = new ArrayList<>(0);
  }

  /** Tells a guest how the party is, and then what happened since. */
  synchronized void sit(Guest guest, PartyView party, byte[] answer) {
    know(party);
    guest.send(answer);
    Listener listener = listeners.get(guest);
    if (listener != null) {
      List<News> held = listener.held == null ? List.of() : listener.held;
      listener.told = party.sequence();
      listener.held = null;
      held.forEach(news -> tell(guest, listener, news));
    }
  }

  /** Goes on as before with a guest who could not sit down anew. */
  synchronized void stay(Guest guest) {
    Listener listener = listeners.get(guest);
    if (listener != null && listener.held != null) {
      List<News> held = listener.held;
      listener.held = null;
      held.forEach(news -> tell(guest, listener, news));
    }
  }

  /** Tells a guest no more; returns whether nobody is left. */
  synchronized boolean leave(Guest guest) {
    listeners.remove(guest);
    return listeners.isEmpty();
  }

  /** Tells everybody what happened. */
  synchronized void tell(News news) {
    latest = Math.max(latest, news.sequence());
    if (mirror != null && !mirror.take(news.update())) {
      mirror = null;
    }
    List.copyOf(listeners.entrySet()).forEach(one -> tell(one.getKey(), one.getValue(), news));
  }

  private void tell(Guest guest, Listener listener, News news) {
    if (listener.held != null) {
      listener.held.add(news);
      if (listener.held.size() > mostHeld) {
        guest.cut();
      }
    } else if (news.sequence() > listener.told) {
      listener.told = news.sequence();
      guest.send(news.message());
      if (news.isLastFor(guest)) {
        listeners.remove(guest);
        guest.isOutOf(this);
      }
    }
  }

  /** Takes note of how the party was when it was read. */
  synchronized void know(PartyView party) {
    boolean isNewer = mirror == null || mirror.sequence() < party.sequence();
    if (isNewer && party.sequence() >= latest) {
      mirror = PartyMirror.of(party);
    }
  }

  /** Returns how the party is, if that is known without asking the database. */
  synchronized Optional<PartyView> view(UserId reader, Instant now) {
    return Optional.ofNullable(mirror).map(known -> known.view(reader, now));
  }
}
