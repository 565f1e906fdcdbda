package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps the clients of resellers. All methods need an open unit of work. */
public interface ClientRepository {
  /** Finds and locks clients until the unit of work ends; returns those that are there. */
  List<Client> lock(Collection<ClientId> ids);

  /** Finds whoever serves an account. */
  Optional<Client> findByUser(UserId user);

  /** Finds what a reseller made by a key of theirs. */
  Optional<Client> findByKey(UserId reseller, String key);

  /**
   * Adds a client that was made by a key, where there is one.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} where the account has
   *     a reseller, or the reseller made another client by the key
   */
  void add(Client client, Optional<String> key);

  /**
   * Updates.
   *
   * @param clients each of them once
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when one was changed
   *     meanwhile
   */
  void save(List<Client> clients);
}
