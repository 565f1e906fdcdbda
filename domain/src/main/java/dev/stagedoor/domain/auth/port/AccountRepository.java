package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.List;
import java.util.Optional;

/** Keeps accounts. All methods need an open unit of work. */
public interface AccountRepository {
  Optional<Account> find(UserId id);

  /**
   * Finds the accounts of identities, in one statement.
   *
   * @return one for each identity, in their order; empty where it has none
   */
  List<Optional<Account>> findByIdentities(List<ProviderRef> identities);

  /** Finds and locks the account of an address until the unit of work ends. */
  Optional<Account> lockByEmail(EmailAddress email);

  /** Finds and locks an account until the unit of work ends. */
  Optional<Account> lock(UserId id);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile, {@code EMAIL_TAKEN} when a new account's address has one already
   */
  void save(Account account);
}
