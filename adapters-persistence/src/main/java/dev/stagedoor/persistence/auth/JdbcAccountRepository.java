package dev.stagedoor.persistence.auth;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
@InsideUnitOfWork
class JdbcAccountRepository implements AccountRepository {
  private final AccountRows rows;

  JdbcAccountRepository(AccountRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Account> find(UserId id) {
    return rows.findById(id.value()).map(AccountRow::toDomain);
  }

  @Override
  public List<Optional<Account>> findByIdentities(List<ProviderRef> identities) {
    // Any pair of them may be found, so they are told apart here.
    Map<ProviderRef, Account> known =
        rows
            .findByIdentities(
                distinct(identities, identity -> identity.provider().value()),
                distinct(identities, ProviderRef::value))
            .stream()
            .map(AccountRow::toDomain)
            .collect(Collectors.toMap(Account::identity, Function.identity()));
    return identities.stream().map(known::get).map(Optional::ofNullable).toList();
  }

  private static String[] distinct(
      List<ProviderRef> identities, Function<ProviderRef, String> part) {
    return identities.stream().map(part).distinct().toArray(String[]::new);
  }

  @Override
  public Optional<Account> lockByEmail(EmailAddress email) {
    return rows.findByEmailForUpdate(email.value()).map(AccountRow::toDomain);
  }

  @Override
  public Optional<Account> lock(UserId id) {
    return rows.findByIdForUpdate(id.value()).map(AccountRow::toDomain);
  }

  @Override
  public void save(Account account) {
    AccountRow row = AccountRow.from(account);
    Versions.save(row.version(), () -> insert(row), () -> rows.update(row));
  }

  private boolean insert(AccountRow row) {
    if (rows.insert(row) != null) {
      return true;
    }
    if (rows.existsByEmailAndIdNotEqual(row.email(), row.id())) {
      throw new DomainException(AuthError.EMAIL_TAKEN);
    }
    return false;
  }
}
