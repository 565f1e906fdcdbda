package dev.stagedoor.persistence.auth;

import static dev.stagedoor.persistence.auth.AuthTables.DISPLAY_NAME;
import static dev.stagedoor.persistence.auth.AuthTables.EMAIL;
import static dev.stagedoor.persistence.auth.AuthTables.IS_ADMIN;
import static dev.stagedoor.persistence.auth.AuthTables.LOCAL_CREDENTIALS;
import static dev.stagedoor.persistence.auth.AuthTables.PASSWORD_HASH;
import static dev.stagedoor.persistence.auth.AuthTables.ROLE;
import static dev.stagedoor.persistence.auth.AuthTables.SUBJECT;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

@Singleton
final class JooqCredentialRepository implements CredentialRepository {
  private final DSLContext sql;
  private final JdbcUnitOfWork work;

  JooqCredentialRepository(DSLContext sql, JdbcUnitOfWork work) {
    this.sql = sql;
    this.work = work;
  }

  @Override
  public PasswordCredential addIfAbsent(PasswordCredential credential) {
    return work.alone(() -> addOrFind(credential));
  }

  private PasswordCredential addOrFind(PasswordCredential credential) {
    int added =
        sql.insertInto(LOCAL_CREDENTIALS)
            .set(SUBJECT, credential.subject())
            .set(EMAIL, credential.email().value())
            .set(DISPLAY_NAME, credential.displayName())
            .set(PASSWORD_HASH, credential.passwordHash().orElse(null))
            .set(ROLE, credential.claims().role())
            .set(IS_ADMIN, credential.claims().isAdmin())
            .onConflictDoNothing()
            .execute();
    if (added == 1) {
      return credential;
    }
    // Whoever holds the e-mail or subject may be deleted between the two statements.
    return first(EMAIL.eq(credential.email().value()))
        .or(() -> first(SUBJECT.eq(credential.subject())))
        .orElseGet(() -> addOrFind(credential));
  }

  @Override
  public Optional<PasswordCredential> find(String subject) {
    return work.alone(() -> first(SUBJECT.eq(subject)));
  }

  @Override
  public Optional<PasswordCredential> findByEmail(EmailAddress email) {
    return work.alone(() -> first(EMAIL.eq(email.value())));
  }

  @Override
  public boolean update(
      PasswordCredential read, Optional<String> passwordHash, IdentityClaims claims) {
    return work.alone(
        () ->
            sql.update(LOCAL_CREDENTIALS)
                    .set(PASSWORD_HASH, passwordHash.orElse(null))
                    .set(ROLE, claims.role())
                    .set(IS_ADMIN, claims.isAdmin())
                    .where(SUBJECT.eq(read.subject()))
                    .and(PASSWORD_HASH.isNotDistinctFrom(read.passwordHash().orElse(null)))
                    .and(ROLE.eq(read.claims().role()))
                    .and(IS_ADMIN.eq(read.claims().isAdmin()))
                    .execute()
                == 1);
  }

  @Override
  public void delete(String subject) {
    work.alone(() -> sql.deleteFrom(LOCAL_CREDENTIALS).where(SUBJECT.eq(subject)).execute());
  }

  private Optional<PasswordCredential> first(Condition condition) {
    return sql.select(SUBJECT, EMAIL, DISPLAY_NAME, PASSWORD_HASH, ROLE, IS_ADMIN)
        .from(LOCAL_CREDENTIALS)
        .where(condition)
        .fetchOptional(JooqCredentialRepository::credential);
  }

  private static PasswordCredential credential(Record row) {
    return new PasswordCredential(
        row.get(SUBJECT),
        new EmailAddress(row.get(EMAIL)),
        row.get(DISPLAY_NAME),
        Optional.ofNullable(row.get(PASSWORD_HASH)),
        new IdentityClaims(row.get(ROLE), row.get(IS_ADMIN)));
  }
}
