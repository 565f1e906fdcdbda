package dev.stagedoor.web.party;

import dev.stagedoor.application.port.LiveUpdate;
import java.util.Objects;
import java.util.Optional;

/** What happened in a party, written once for all who read it. */
final class News {
  private final LiveUpdate update;
  private final long sequence;
  private final byte[] message;

  News(LiveUpdate update, Words words) {
    Number number = (Number) Objects.requireNonNull(update.data().get("sequence"), "sequence");
    this.update = update;
    this.sequence = number.longValue();
    this.message = words.message(update.type(), update.data());
  }

  /** Returns it as the log tells it. */
  LiveUpdate update() {
    return update;
  }

  /** Returns its number in the party. */
  long sequence() {
    return sequence;
  }

  /** Returns it as it goes over sockets. */
  byte[] message() {
    return message;
  }

  /** Tells whether a party is over for somebody by this. */
  boolean isLastFor(Guest guest) {
    return switch (update.type()) {
      case "party:ended" -> true;
      case "party:user-left", "party:user-kicked" ->
          Optional.ofNullable(update.data().get("userId"))
              .filter(guest.actor().userId().value().toString()::equals)
              .isPresent();
      default -> false;
    };
  }
}
