package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.AccountLink;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import java.time.Instant;
import java.util.Optional;

/** Keeps links in memory, by the hash of their token, for as long as they can be used. */
public final class InMemoryAccountLinkRepository implements AccountLinkRepository {
  private final InMemoryStore.Table<String, AccountLink> usable;

  public InMemoryAccountLinkRepository(InMemoryStore store) {
    usable = store.table();
  }

  @Override
  public void add(AccountLink link) {
    usable
        .rows()
        .filter(other -> other.user().equals(link.user()) && other.purpose() == link.purpose())
        .forEach(voided -> usable.remove(voided.tokenHash()));
    usable.put(link.tokenHash(), link);
  }

  @Override
  public Optional<AccountLink> findUsable(String tokenHash, Instant now) {
    return usable.find(tokenHash).filter(link -> now.isBefore(link.expiresAt()));
  }

  @Override
  public Optional<AccountLink> use(String tokenHash, Instant now) {
    Optional<AccountLink> link = usable.lock(tokenHash).filter(it -> now.isBefore(it.expiresAt()));
    link.ifPresent(used -> usable.remove(used.tokenHash()));
    return link;
  }
}
