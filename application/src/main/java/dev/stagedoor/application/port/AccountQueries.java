package dev.stagedoor.application.port;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The read side of accounts. All methods need an open unit of work. */
public interface AccountQueries {
  /** Lists accounts whose address, name or id contains a text, the newest first. */
  Page<ListedAccount> accounts(Optional<String> search, PageRequest page);

  Optional<ListedAccount> account(UserId id);

  /** Returns those of these accounts that are there, in no order. */
  List<ListedAccount> named(Set<UserId> ids);

  /** Returns those that have these addresses, in no order. */
  List<ListedAccount> mailedAt(Set<EmailAddress> addresses);
}
