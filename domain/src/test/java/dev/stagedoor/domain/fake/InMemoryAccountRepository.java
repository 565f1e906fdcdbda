package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps copies of accounts in memory. */
public final class InMemoryAccountRepository implements AccountRepository {
  private final InMemoryStore.Table<UserId, Account> table;

  public InMemoryAccountRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Account> find(UserId id) {
    return table.find(id).map(InMemoryAccountRepository::copy);
  }

  @Override
  public List<Optional<Account>> findByIdentities(List<ProviderRef> identities) {
    return identities.stream()
        .map(identity -> first(account -> account.identity().equals(identity)))
        .toList();
  }

  @Override
  public Optional<Account> lockByEmail(EmailAddress email) {
    return first(account -> account.email().equals(email)).flatMap(found -> lock(found.id()));
  }

  @Override
  public Optional<Account> lock(UserId id) {
    return table.lock(id).map(InMemoryAccountRepository::copy);
  }

  @Override
  public void save(Account account) {
    boolean isTaken =
        first(other -> other.email().equals(account.email()))
            .filter(holder -> !holder.id().equals(account.id()))
            .isPresent();
    if (isTaken) {
      throw new DomainException(AuthError.EMAIL_TAKEN);
    }
    long version = account.version();
    table.put(account.id(), copy(account, version + 1), Account::version, version);
  }

  /** Returns every account, in the order they came. */
  public Stream<Account> all() {
    return table.rows().map(InMemoryAccountRepository::copy);
  }

  private Optional<Account> first(Predicate<Account> wanted) {
    return table.rows().filter(wanted).findFirst().map(InMemoryAccountRepository::copy);
  }

  private static Account copy(Account account) {
    return copy(account, account.version());
  }

  private static Account copy(Account account, long version) {
    return Account.restore(
        account.id(),
        account.identity(),
        account.email(),
        account.name(),
        account.role(),
        account.status(),
        account.resumesAs(),
        account.language(),
        account.createdAt(),
        version);
  }
}
