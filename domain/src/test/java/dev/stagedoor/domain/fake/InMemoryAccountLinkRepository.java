package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.AccountLink;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import java.util.Optional;

/** Keeps links in memory, by the hash of their token, until a new one voids them. */
public final class InMemoryAccountLinkRepository implements AccountLinkRepository {
  private final InMemoryStore.Table<String, AccountLink> links;

  public InMemoryAccountLinkRepository(InMemoryStore store) {
    links = store.table();
  }

  @Override
  public void add(AccountLink link) {
    links
        .rows()
        .filter(other -> other.user().equals(link.user()) && other.purpose() == link.purpose())
        .forEach(voided -> links.remove(voided.tokenHash()));
    links.put(link.tokenHash(), link);
  }

  @Override
  public Optional<AccountLink> lock(String tokenHash) {
    return links.lock(tokenHash);
  }

  @Override
  public void save(AccountLink link) {
    if (links.lock(link.tokenHash()).isPresent()) {
      links.put(link.tokenHash(), link);
    }
  }
}
