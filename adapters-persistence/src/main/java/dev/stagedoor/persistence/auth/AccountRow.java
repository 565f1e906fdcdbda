package dev.stagedoor.persistence.auth;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("accounts")
record AccountRow(
    @Id UUID id,
    String identityProvider,
    String identitySubject,
    String email,
    String firstName,
    String lastName,
    String role,
    String status,
    String resumesAs,
    String language,
    Instant createdAt,
    @Version long version) {

  static AccountRow from(Account account) {
    return new AccountRow(
        account.id().value(),
        account.identity().provider().value(),
        account.identity().value(),
        account.email().value(),
        account.name().first(),
        account.name().last(),
        account.role().code(),
        Codes.of(account.status()),
        Codes.of(account.resumesAs()),
        account.language().code(),
        account.createdAt(),
        account.version());
  }

  Account toDomain() {
    return Account.restore(
        new UserId(id),
        ProviderRef.of(identityProvider, identitySubject),
        new EmailAddress(email),
        new PersonName(firstName, lastName),
        Codes.parse(Role.class, role),
        Codes.parse(AccountStatus.class, status),
        Codes.parse(AccountStatus.class, resumesAs),
        Codes.parse(Language.class, language),
        createdAt,
        version);
  }
}
