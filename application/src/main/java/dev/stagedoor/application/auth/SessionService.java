package dev.stagedoor.application.auth;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs people in, keeps them signed in, and tells who a caller is. */
public final class SessionService {
  private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final Function<ProviderRef, Optional<Account>> holders;
  private final AuthProvider provider;
  private final Duration cookieLife;

  public SessionService(
      UnitOfWork work, AccountRepository accounts, AuthProvider provider, Duration cookieLife) {
    this.work = work;
    this.accounts = accounts;
    this.holders = work.lookTogether(accounts::findByIdentities);
    this.provider = provider;
    this.cookieLife = cookieLife;
  }

  /**
   * Signs in by password.
   *
   * @throws DomainException {@code AUTH_001} for a wrong password and an unknown address alike,
   *     {@code ACCOUNT_SUSPENDED}
   */
  public SignedIn signIn(EmailAddress email, Secret password) {
    return signedIn(provider.signIn().withPassword(email, password), AuthError.AUTH_001);
  }

  /**
   * Returns the tokens for a password, whoever its account is.
   *
   * @throws DomainException {@code AUTH_001} for a wrong password and an unknown address alike
   */
  SignedInTokens tokens(EmailAddress email, Secret password) {
    return tokens(provider.signIn().withPassword(email, password), AuthError.AUTH_001);
  }

  /**
   * Exchanges a refresh token for new tokens.
   *
   * @throws DomainException {@code INVALID_TOKEN}, or {@code REFRESH_TOKEN_REUSED} when it was used
   *     before; the whole session is revoked then
   */
  public SignedIn refresh(Secret refreshToken) {
    return signedIn(provider.signIn().refresh(refreshToken), AuthError.INVALID_TOKEN);
  }

  /** Ends the session of an access token. */
  public void signOut(Secret accessToken) {
    provider.signIn().signOut(accessToken);
  }

  /**
   * Opens a cookie session for the holder of an access token.
   *
   * @throws DomainException {@code INVALID_TOKEN}
   */
  public Secret openCookie(Secret accessToken) {
    byToken(accessToken);
    return provider
        .cookies()
        .open(accessToken, cookieLife)
        .orElseThrow(() -> new DomainException(AuthError.INVALID_TOKEN));
  }

  public Duration cookieLife() {
    return cookieLife;
  }

  /** Ends the session of a cookie; does nothing for one that is not valid. */
  public void closeCookie(Secret cookie) {
    provider.cookies().close(cookie);
  }

  /**
   * Tells who holds an access token.
   *
   * @throws DomainException {@code INVALID_TOKEN} or {@code ACCOUNT_SUSPENDED}
   * @throws ProviderException when that cannot be checked now
   */
  public Actor byToken(Secret accessToken) {
    return actor(provider.tokens().verify(accessToken));
  }

  /**
   * Tells who holds a cookie.
   *
   * @throws DomainException {@code INVALID_TOKEN} or {@code ACCOUNT_SUSPENDED}
   * @throws ProviderException when that cannot be checked now
   */
  public Actor byCookie(Secret cookie) {
    return actor(provider.cookies().verify(cookie));
  }

  /** Returns the account of a signed-in caller. */
  public AccountView me(Actor actor) {
    return work.read(
        () ->
            accounts
                .find(actor.userId())
                .map(AccountView::of)
                .orElseThrow(DomainException::notFound));
  }

  private Actor actor(TokenReading reading) {
    return reading.match(
        new TokenReading.Cases<>() {
          @Override
          public Actor valid(TokenReading.Valid valid) {
            return account(valid.identity().identity()).actor();
          }

          @Override
          public Actor invalid(TokenReading.Invalid invalid) {
            LOG.debug("a token was refused: {}", invalid.why());
            throw new DomainException(AuthError.INVALID_TOKEN);
          }
        });
  }

  private SignedIn signedIn(SignInOutcome outcome, AuthError refusal) {
    SignedInTokens tokens = tokens(outcome, refusal);
    Account account = account(tokens.identity());
    return new SignedIn(AccountView.of(account), account.actor(), tokens);
  }

  private static SignedInTokens tokens(SignInOutcome outcome, AuthError refusal) {
    return outcome.match(
        new SignInOutcome.Cases<>() {
          @Override
          public SignedInTokens signedIn(SignInOutcome.SignedIn signedIn) {
            return signedIn.tokens();
          }

          @Override
          public SignedInTokens refused(SignInOutcome.Refused refused) {
            throw new DomainException(refusal);
          }

          @Override
          public SignedInTokens reused(SignInOutcome.Reused reused) {
            LOG.warn("a used refresh token came again; {} is revoked", reused.session());
            throw new DomainException(AuthError.REFRESH_TOKEN_REUSED);
          }
        });
  }

  private Account account(ProviderRef identity) {
    return holders.apply(identity).orElseThrow(() -> new DomainException(AuthError.INVALID_TOKEN));
  }
}
