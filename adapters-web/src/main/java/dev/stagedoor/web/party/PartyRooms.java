package dev.stagedoor.web.party;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.web.TvOn;
import dev.stagedoor.web.live.LiveSettings;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The parties that guests of this server are in. */
@Context
@Requires(condition = TvOn.class)
final class PartyRooms {
  private final LiveFeed feed;
  private final LiveSettings settings;
  private final Words words;
  private final Map<Subject, PartyRoom> rooms = new ConcurrentHashMap<>();
  private volatile LiveFeed.@Nullable Subscription subscription;

  PartyRooms(LiveFeed feed, LiveSettings settings, Words words) {
    this.feed = feed;
    this.settings = settings;
    this.words = words;
  }

  @PostConstruct
  void start() {
    subscription = feed.subscribe(this::tell);
  }

  @PreDestroy
  void stop() {
    if (subscription != null) {
      subscription.close();
    }
  }

  private void tell(LiveFeed.Entry entry) {
    PartyRoom room = rooms.get(entry.update().channel());
    if (room != null) {
      room.tell(new News(entry.update(), words));
    }
  }

  /** Has a guest listen to what happens in a party, whether or not there is one. */
  PartyRoom listen(PartyId party, Guest guest) {
    return rooms.compute(
        Party.subject(party),
        (key, known) -> {
          PartyRoom room = known == null ? new PartyRoom(settings.queue()) : known;
          room.listen(guest);
          return room;
        });
  }

  /** Tells a guest no more of what happens in a party. */
  void leave(PartyId party, Guest guest) {
    rooms.computeIfPresent(Party.subject(party), (key, room) -> room.leave(guest) ? null : room);
  }
}
