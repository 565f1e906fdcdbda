package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import java.util.Optional;

/** Keeps contacts in memory. */
public final class InMemoryContactRepository implements ContactRepository {
  private final InMemoryStore.Table<Key, Contact> table;

  private record Key(WorkspaceId workspace, ProviderRef person) {}

  public InMemoryContactRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Contact> find(WorkspaceId workspace, ProviderRef person) {
    return table.find(new Key(workspace, person));
  }

  @Override
  public Optional<Contact> ofBuyer(WorkspaceId workspace, String buyer) {
    return table
        .rows()
        .filter(one -> one.workspace().equals(workspace))
        .filter(one -> one.buyer().filter(buyer::equals).isPresent())
        .findFirst();
  }

  @Override
  public void save(Contact contact) {
    contact
        .buyer()
        .flatMap(buyer -> ofBuyer(contact.workspace(), buyer))
        .ifPresent(former -> put(former, Optional.empty()));
    Optional<Contact> kept = find(contact.workspace(), contact.person());
    Contact latest = kept.flatMap(Contact::lastMessageAt).map(contact::wrote).orElse(contact);
    put(latest, contact.buyer().or(() -> kept.flatMap(Contact::buyer)));
  }

  private void put(Contact contact, Optional<String> buyer) {
    table.put(
        new Key(contact.workspace(), contact.person()),
        new Contact(contact.workspace(), contact.person(), buyer, contact.lastMessageAt()));
  }
}
