package dev.stagedoor.application.notifications;

import dev.stagedoor.application.NotificationPorts;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.NotificationError;
import dev.stagedoor.domain.notifications.Preferences;
import dev.stagedoor.domain.notifications.Unsubscription;
import java.util.Map;
import java.util.Optional;

/** What people want to hear of. */
public final class PreferenceService {
  private final UnitOfWork work;
  private final NotificationPorts ports;
  private final AccountRepository accounts;
  private final Unsubscriptions unsubscriptions;

  public PreferenceService(
      UnitOfWork work,
      NotificationPorts ports,
      AccountRepository accounts,
      Unsubscriptions unsubscriptions) {
    this.work = work;
    this.ports = ports;
    this.accounts = accounts;
    this.unsubscriptions = unsubscriptions;
  }

  /** Returns what the caller chose, or what holds for whoever never did. */
  public PreferencesView mine(Actor actor) {
    UserId user = actor.userId();
    return work.read(() -> view(ports.preferences().find(user)));
  }

  /**
   * Changes it.
   *
   * @param categories those to switch on or off; others stay
   * @param language in which to read whatever is sent to the caller; the same as before where it is
   *     empty
   * @throws DomainException {@code INVALID_VALUE} for switching off what nobody can do without
   */
  public PreferencesView change(
      Actor actor, Map<Category, Boolean> categories, Optional<Language> language) {
    UserId user = actor.userId();
    return work.write(
        () -> {
          Account account = accounts.lock(user).orElseThrow(DomainException::notFound);
          Preferences next = ports.preferences().lock(user);
          for (Map.Entry<Category, Boolean> one : categories.entrySet()) {
            next = next.with(one.getKey(), one.getValue());
          }
          ports.preferences().save(next);
          if (language.filter(wanted -> wanted != account.language()).isPresent()) {
            account.changeLanguage(language.get());
            accounts.save(account);
          }
          return new PreferencesView(next.wanted(), account.language());
        });
  }

  private PreferencesView view(Preferences preferences) {
    Account account = accounts.find(preferences.user()).orElseThrow(DomainException::notFound);
    return new PreferencesView(preferences.wanted(), account.language());
  }

  /** Tells whether a token was made here; asks the database at most until the secret is known. */
  public boolean isGenuine(String token) {
    return unsubscriptions.read(token).isPresent();
  }

  /**
   * Returns what a link would switch off; changes nothing.
   *
   * @throws DomainException {@code UNSUBSCRIBE_LINK_INVALID}
   */
  public UnsubscriptionView named(String token) {
    return work.write(
        () -> {
          Unsubscription wish = read(token);
          return new UnsubscriptionView(
              wish.category(), ports.preferences().find(wish.user()).allows(wish.category()));
        });
  }

  /**
   * Switches off what a link names, for whom it names; whoever holds it may. Repeatable.
   *
   * @throws DomainException {@code UNSUBSCRIBE_LINK_INVALID}
   */
  public UnsubscriptionView unsubscribe(String token) {
    return switched(token, false);
  }

  /**
   * Takes that back: switches on again what a link names, for whoever has no page to do it on.
   * Repeatable.
   *
   * @throws DomainException {@code UNSUBSCRIBE_LINK_INVALID}
   */
  public UnsubscriptionView resubscribe(String token) {
    return switched(token, true);
  }

  private UnsubscriptionView switched(String token, boolean isWanted) {
    return work.write(
        () -> {
          Unsubscription wish = read(token);
          Preferences known = ports.preferences().lock(wish.user());
          ports.preferences().save(known.with(wish.category(), isWanted));
          return new UnsubscriptionView(wish.category(), isWanted);
        });
  }

  private Unsubscription read(String token) {
    return unsubscriptions
        .read(token)
        .filter(wish -> wish.category().isOptional())
        .orElseThrow(() -> new DomainException(NotificationError.UNSUBSCRIBE_LINK_INVALID));
  }
}
