package dev.stagedoor.providers.firebase;

import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.UserRecord;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.port.Identities;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Locale;
import java.util.Optional;

/** Keeps identities as Firebase's users, under user ids that are our subjects. */
final class FirebaseIdentities implements Identities {
  /** The SDK's own bound; it would not say which of its arguments was wrong. */
  private static final int SHORTEST_PASSWORD = 6;

  private static final int LONGEST_PASSWORD = 4_096;

  private final FirebaseAuth auth;

  FirebaseIdentities(FirebaseAuth auth) {
    this.auth = auth;
  }

  @Override
  public IdentityOutcome create(NewIdentity identity) {
    identity.password().ifPresent(FirebaseIdentities::check);
    return tryToCreate(identity)
        // Who had the address or the subject is gone again: once more.
        .or(() -> tryToCreate(identity))
        .orElseThrow(
            () ->
                new ProviderException(
                    Firebase.ID, Kind.UNAVAILABLE, "create: taken, and nobody has it"));
  }

  /** Makes the identity, or finds who is in its place; empty when nobody is any more. */
  private Optional<IdentityOutcome> tryToCreate(NewIdentity identity) {
    try {
      UserRecord made = auth.createUser(request(identity));
      return Optional.of(new IdentityOutcome.Created(ref(made.getUid())));
    } catch (FirebaseAuthException e) {
      if (FirebaseCodes.is(e, AuthErrorCode.EMAIL_ALREADY_EXISTS)
          || FirebaseCodes.is(e, AuthErrorCode.UID_ALREADY_EXISTS)) {
        return holder(identity);
      }
      throw named("create", e);
    }
  }

  private static UserRecord.CreateRequest request(NewIdentity identity) {
    UserRecord.CreateRequest request =
        new UserRecord.CreateRequest()
            .setUid(identity.subject())
            .setEmail(identity.email().value());
    if (!identity.displayName().isBlank()) {
      request.setDisplayName(identity.displayName());
    }
    identity.password().ifPresent(password -> request.setPassword(password.reveal()));
    return request;
  }

  private Optional<IdentityOutcome> holder(NewIdentity identity) {
    Optional<UserRecord> byAddress = find(() -> auth.getUserByEmail(identity.email().value()));
    if (byAddress.isPresent()) {
      ProviderRef holder = ref(byAddress.get().getUid());
      return Optional.of(
          holder.value().equals(identity.subject())
              ? new IdentityOutcome.Created(holder)
              : new IdentityOutcome.EmailTaken(holder));
    }
    Optional<UserRecord> bySubject = find(() -> auth.getUser(identity.subject()));
    if (bySubject.filter(user -> !hasAddress(user, identity.email())).isPresent()) {
      throw new ProviderException(
          Firebase.ID, Kind.REJECTED, "create: the subject has another address");
    }
    return bySubject.map(user -> new IdentityOutcome.Created(ref(user.getUid())));
  }

  private static boolean hasAddress(UserRecord user, EmailAddress email) {
    return user.getEmail() != null
        && user.getEmail().toLowerCase(Locale.ROOT).equals(email.value());
  }

  @FunctionalInterface
  private interface LookUp {
    UserRecord user() throws FirebaseAuthException;
  }

  private static Optional<UserRecord> find(LookUp lookUp) {
    try {
      return Optional.of(lookUp.user());
    } catch (FirebaseAuthException e) {
      if (FirebaseCodes.is(e, AuthErrorCode.USER_NOT_FOUND)) {
        return Optional.empty();
      }
      throw FirebaseCodes.failure("find", e);
    }
  }

  @Override
  public void setPassword(String subject, Secret password) {
    check(password);
    try {
      UserRecord ignored =
          auth.updateUser(new UserRecord.UpdateRequest(subject).setPassword(password.reveal()));
      auth.revokeRefreshTokens(subject);
    } catch (FirebaseAuthException e) {
      throw named("set password", e);
    }
  }

  @Override
  public void delete(String subject) {
    try {
      auth.deleteUser(subject);
    } catch (FirebaseAuthException e) {
      if (!FirebaseCodes.is(e, AuthErrorCode.USER_NOT_FOUND)) {
        throw FirebaseCodes.failure("delete", e);
      }
    }
  }

  private static void check(Secret password) {
    int length = password.reveal().length();
    if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
      throw DomainException.invalid("password", "password");
    }
  }

  private static RuntimeException named(String operation, FirebaseAuthException e) {
    String code = FirebaseCodes.of(e).orElse("");
    if (FirebaseCodes.meaning(code) == FirebaseCodes.Meaning.BAD_PASSWORD) {
      return DomainException.invalid("password", "password");
    }
    return code.equals("INVALID_EMAIL")
        ? DomainException.invalid("email", "email")
        : FirebaseCodes.failure(operation, e);
  }

  private static ProviderRef ref(String subject) {
    return new ProviderRef(Firebase.ID, subject);
  }
}
