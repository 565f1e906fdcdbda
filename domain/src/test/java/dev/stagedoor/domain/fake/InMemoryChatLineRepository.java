package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.party.ChatLine;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.port.ChatLineRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps in memory what is written in watch parties. */
public final class InMemoryChatLineRepository implements ChatLineRepository {
  private final InMemoryStore.Table<LineId, ChatLine> table;

  InMemoryChatLineRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void add(ChatLine line) {
    table.put(line.id(), line);
  }

  @Override
  public Optional<ChatLine> find(PartyId party, LineId line) {
    return table.find(line).filter(found -> found.party().equals(party));
  }

  @Override
  public void remove(PartyId party, LineId line) {
    if (find(party, line).isPresent()) {
      table.remove(line);
    }
  }

  @Override
  public List<ChatLine> last(PartyId party, int most) {
    List<ChatLine> all =
        all()
            .filter(line -> line.party().equals(party))
            .sorted(Comparator.comparing(ChatLine::sequence))
            .toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  void purge(PartyId party) {
    all().filter(line -> line.party().equals(party)).forEach(line -> table.remove(line.id()));
  }

  public Stream<ChatLine> all() {
    return table.rows();
  }
}
