package dev.stagedoor.persistence.party;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.Media;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.Playback;
import dev.stagedoor.domain.party.Seats;
import dev.stagedoor.domain.party.Talk;
import dev.stagedoor.domain.party.port.PartyRepository;
import dev.stagedoor.persistence.party.PartyTables.Parties;
import dev.stagedoor.persistence.sql.Documents;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqPartyRepository implements PartyRepository {
  private static final Argument<PeopleJson> PEOPLE = Argument.of(PeopleJson.class);
  private static final List<Field<?>> COLUMNS =
      List.of(
          Parties.ID,
          Parties.MEDIA_URL,
          Parties.TITLE,
          Parties.ITEM_ID,
          Parties.HOST_ID,
          Parties.PEOPLE,
          Parties.IS_PLAYING,
          Parties.POSITION,
          Parties.PLAYED_AT,
          Parties.SEQUENCE,
          Parties.EMPTY_SINCE,
          Parties.ENDED_AT,
          Parties.CREATED_AT,
          Parties.VERSION);

  private final DSLContext sql;
  private final Documents documents;

  JooqPartyRepository(DSLContext sql, Documents documents) {
    this.sql = sql;
    this.documents = documents;
  }

  @Override
  public Optional<Party> find(PartyId id) {
    return one(id).fetchOptional(this::party);
  }

  @Override
  public Optional<Party> lock(PartyId id) {
    return one(id).forNoKeyUpdate().fetchOptional(this::party);
  }

  private SelectConditionStep<Record> one(PartyId id) {
    return sql.select(COLUMNS).from(Parties.TABLE).where(Parties.ID.eq(id.value()));
  }

  @Override
  public void save(Party party) {
    Versions.mustChange(party.version() == 0 ? add(party) : change(party));
  }

  private int add(Party party) {
    return sql.insertInto(Parties.TABLE)
        .set(Parties.ID, party.id().value())
        .set(values(party.snapshot()))
        .set(Parties.VERSION, 1L)
        .onConflictDoNothing()
        .execute();
  }

  private int change(Party party) {
    return sql.update(Parties.TABLE)
        .set(values(party.snapshot()))
        .set(Parties.VERSION, party.version() + 1)
        .where(Parties.ID.eq(party.id().value()))
        .and(Parties.VERSION.eq(party.version()))
        .execute();
  }

  @Override
  public List<PartyId> runningOf(UserId host) {
    return sql.select(Parties.ID)
        .from(Parties.TABLE)
        .where(Parties.HOST_ID.eq(host.value()))
        .and(Parties.ENDED_AT.isNull())
        .orderBy(Parties.CREATED_AT, Parties.ID)
        .fetch(row -> new PartyId(row.get(Parties.ID)));
  }

  @Override
  public int purge(Instant endedBefore) {
    // What belongs to them goes by the references between the tables.
    return sql.deleteFrom(Parties.TABLE).where(Parties.ENDED_AT.lt(endedBefore)).execute();
  }

  private Map<Field<?>, @Nullable Object> values(Party.Snapshot party) {
    Media media = party.media();
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(Parties.MEDIA_URL, media == null ? null : media.address().toString());
    values.put(Parties.TITLE, media == null ? null : media.title());
    values.put(Parties.ITEM_ID, media == null ? null : media.itemId().orElse(null));
    values.put(Parties.HOST_ID, party.seats().hostId().map(UserId::value).orElse(null));
    values.put(
        Parties.PEOPLE,
        JSONB.valueOf(documents.write(PeopleJson.from(party.seats(), party.talk()))));
    values.put(Parties.IS_PLAYING, party.playback().isPlaying());
    values.put(Parties.POSITION, party.playback().position().toMillis());
    values.put(Parties.PLAYED_AT, party.playback().at());
    values.put(Parties.SEQUENCE, party.sequence());
    values.put(Parties.EMPTY_SINCE, party.seats().emptySince().orElse(null));
    values.put(Parties.ENDED_AT, party.endedAt());
    values.put(Parties.CREATED_AT, party.createdAt());
    return values;
  }

  private Party party(Record row) {
    PeopleJson people = documents.read(row.get(Parties.PEOPLE).data(), PEOPLE);
    return Party.restore(
        new Party.Snapshot(
            new PartyId(row.get(Parties.ID)),
            media(row),
            new Seats(
                people.members().stream().map(PeopleJson.MemberJson::toDomain).toList(),
                Optional.ofNullable(row.get(Parties.HOST_ID)).map(UserId::new),
                PeopleJson.users(people.removed()),
                Optional.ofNullable(row.get(Parties.EMPTY_SINCE))),
            new Talk(
                PeopleJson.users(people.muted()),
                people.spoken().stream().map(PeopleJson.SpokenJson::toDomain).toList()),
            new Playback(
                row.get(Parties.IS_PLAYING),
                Duration.ofMillis(row.get(Parties.POSITION)),
                row.get(Parties.PLAYED_AT)),
            row.get(Parties.SEQUENCE),
            row.get(Parties.ENDED_AT),
            row.get(Parties.CREATED_AT),
            row.get(Parties.VERSION)));
  }

  private static @Nullable Media media(Record row) {
    String address = row.get(Parties.MEDIA_URL);
    return address == null
        ? null
        : Media.restore(
            URI.create(address),
            row.get(Parties.TITLE),
            Optional.ofNullable(row.get(Parties.ITEM_ID)));
  }
}
