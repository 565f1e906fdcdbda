package dev.stagedoor.domain.party.port;

import dev.stagedoor.domain.party.ChatLine;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.PartyId;
import java.util.List;
import java.util.Optional;

/** Keeps what is written in watch parties. All methods need an open unit of work. */
public interface ChatLineRepository {
  /** Adds a line to a party that is there. */
  void add(ChatLine line);

  Optional<ChatLine> find(PartyId party, LineId line);

  /** Removes a line for good; one that is not there is no failure. */
  void remove(PartyId party, LineId line);

  /** Returns the last lines of a party, at most so many, the oldest first. */
  List<ChatLine> last(PartyId party, int most);
}
