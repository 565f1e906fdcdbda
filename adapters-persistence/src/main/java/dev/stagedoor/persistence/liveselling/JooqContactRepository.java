package dev.stagedoor.persistence.liveselling;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Contacts;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqContactRepository implements ContactRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Contacts.WORKSPACE_ID,
          Contacts.PERSON_PROVIDER,
          Contacts.PERSON_ID,
          Contacts.BUYER_ID,
          Contacts.LAST_MESSAGE_AT);

  private final DSLContext sql;

  JooqContactRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Contact> find(WorkspaceId workspace, ProviderRef person) {
    return one(Contacts.WORKSPACE_ID.eq(workspace.value()).and(is(person)));
  }

  @Override
  public Optional<Contact> ofBuyer(WorkspaceId workspace, String buyer) {
    return one(Contacts.WORKSPACE_ID.eq(workspace.value()).and(Contacts.BUYER_ID.eq(buyer)));
  }

  private Optional<Contact> one(Condition wanted) {
    return sql.select(COLUMNS)
        .from(Contacts.TABLE)
        .where(wanted)
        .fetchOptional(JooqContactRepository::contact);
  }

  private static Condition is(ProviderRef person) {
    return Contacts.PERSON_PROVIDER
        .eq(person.provider().value())
        .and(Contacts.PERSON_ID.eq(person.value()));
  }

  @Override
  public void save(Contact contact) {
    contact.buyer().ifPresent(buyer -> takeFromOthers(contact, buyer));
    sql.insertInto(Contacts.TABLE)
        .set(Contacts.WORKSPACE_ID, contact.workspace().value())
        .set(Contacts.PERSON_PROVIDER, contact.person().provider().value())
        .set(Contacts.PERSON_ID, contact.person().value())
        .set(Contacts.BUYER_ID, contact.buyer().orElse(null))
        .set(Contacts.LAST_MESSAGE_AT, contact.lastMessageAt().orElse(null))
        .onConflict(Contacts.WORKSPACE_ID, Contacts.PERSON_PROVIDER, Contacts.PERSON_ID)
        .doUpdate()
        .set(Contacts.BUYER_ID, coalesce(excluded(Contacts.BUYER_ID), Contacts.BUYER_ID))
        // The greatest of what is known: an unknown time is none.
        .set(
            Contacts.LAST_MESSAGE_AT,
            greatest(excluded(Contacts.LAST_MESSAGE_AT), Contacts.LAST_MESSAGE_AT))
        .execute();
  }

  private void takeFromOthers(Contact contact, String buyer) {
    sql.update(Contacts.TABLE)
        .set(Contacts.BUYER_ID, inline(null, Contacts.BUYER_ID))
        .where(Contacts.WORKSPACE_ID.eq(contact.workspace().value()))
        .and(Contacts.BUYER_ID.eq(buyer))
        .andNot(is(contact.person()))
        .execute();
  }

  private static Contact contact(Record row) {
    return new Contact(
        new WorkspaceId(row.get(Contacts.WORKSPACE_ID)),
        ProviderRef.of(row.get(Contacts.PERSON_PROVIDER), row.get(Contacts.PERSON_ID)),
        Optional.ofNullable(row.get(Contacts.BUYER_ID)),
        Optional.ofNullable(row.get(Contacts.LAST_MESSAGE_AT)));
  }
}
