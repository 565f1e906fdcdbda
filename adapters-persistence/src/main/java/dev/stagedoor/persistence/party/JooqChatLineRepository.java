package dev.stagedoor.persistence.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.ChatLine;
import dev.stagedoor.domain.party.LineId;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.port.ChatLineRepository;
import dev.stagedoor.persistence.party.PartyTables.Lines;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqChatLineRepository implements ChatLineRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Lines.ID,
          Lines.PARTY_ID,
          Lines.AUTHOR_ID,
          Lines.NAME,
          Lines.TEXT,
          Lines.AT,
          Lines.SEQUENCE);

  private final DSLContext sql;

  JooqChatLineRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void add(ChatLine line) {
    sql.insertInto(Lines.TABLE)
        .set(Lines.ID, line.id().value())
        .set(Lines.PARTY_ID, line.party().value())
        .set(Lines.AUTHOR_ID, line.author().value())
        .set(Lines.NAME, line.name())
        .set(Lines.TEXT, line.text())
        .set(Lines.AT, line.at())
        .set(Lines.SEQUENCE, line.sequence())
        .execute();
  }

  @Override
  public Optional<ChatLine> find(PartyId party, LineId line) {
    return sql.select(COLUMNS)
        .from(Lines.TABLE)
        .where(is(party, line))
        .fetchOptional(JooqChatLineRepository::line);
  }

  @Override
  public void remove(PartyId party, LineId line) {
    sql.deleteFrom(Lines.TABLE).where(is(party, line)).execute();
  }

  private static Condition is(PartyId party, LineId line) {
    return Lines.ID.eq(line.value()).and(Lines.PARTY_ID.eq(party.value()));
  }

  @Override
  public List<ChatLine> last(PartyId party, int most) {
    List<ChatLine> newestFirst =
        sql.select(COLUMNS)
            .from(Lines.TABLE)
            .where(Lines.PARTY_ID.eq(party.value()))
            .orderBy(Lines.SEQUENCE.desc())
            .limit(most)
            .fetch(JooqChatLineRepository::line);
    List<ChatLine> oldestFirst = new ArrayList<>(newestFirst);
    Collections.reverse(oldestFirst);
    return List.copyOf(oldestFirst);
  }

  private static ChatLine line(Record row) {
    return new ChatLine(
        new LineId(row.get(Lines.ID)),
        new PartyId(row.get(Lines.PARTY_ID)),
        new UserId(row.get(Lines.AUTHOR_ID)),
        row.get(Lines.NAME),
        row.get(Lines.TEXT),
        row.get(Lines.AT),
        row.get(Lines.SEQUENCE));
  }
}
