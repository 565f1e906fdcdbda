package dev.stagedoor.application.tv;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.subscriptions.SubscriptionChanged;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.util.Optional;

/** Who watches, and what they may do for it. */
public final class SubscriberService {
  private final UnitOfWork work;
  private final RegistrationService registrations;
  private final AccountRepository accounts;
  private final SubscriberRepository subscribers;
  private final ViewerProfileRepository profiles;
  private final PlaylistRepository playlists;
  private final FavoriteRepository favorites;
  private final Entitlements entitlements;
  private final TvFacts facts;
  private final TvNotices notices;

  public SubscriberService(
      UnitOfWork work,
      RegistrationService registrations,
      AccountRepository accounts,
      SubscriberRepository subscribers,
      ViewerProfileRepository profiles,
      PlaylistRepository playlists,
      FavoriteRepository favorites,
      Entitlements entitlements,
      TvFacts facts,
      TvNotices notices) {
    this.work = work;
    this.registrations = registrations;
    this.accounts = accounts;
    this.subscribers = subscribers;
    this.profiles = profiles;
    this.playlists = playlists;
    this.favorites = favorites;
    this.entitlements = entitlements;
    this.facts = facts;
    this.notices = notices;
  }

  /**
   * Makes an account and lets its holder begin, with a trial where the person had none, and a first
   * profile, and welcomes them.
   *
   * @throws DomainException {@code EMAIL_TAKEN}, or {@code INVALID_VALUE} for the password
   * @throws ProviderException when the identity provider cannot be asked; trying again is safe
   */
  public SignedIn signUp(NewAccount wanted) {
    return registrations.register(wanted, this::begin).signedIn();
  }

  private Subscriber begin(Account account) {
    notices.welcome(account);
    return entitlements.begin(account);
  }

  /** Returns the caller as a subscriber; whoever has an account begins with the first call. */
  public SubscriberView me(Actor actor) {
    UserId user = actor.userId();
    return work.write(() -> view(user, entitlements.of(user)));
  }

  /** Tells whether somebody pays for it, or has somebody pay for it; for limits. */
  public boolean isPremium(UserId user) {
    return work.<Boolean>read(
        () -> entitlements.known(user).filter(Entitlement::isPremium).isPresent());
  }

  /** Returns somebody who has begun, in the open unit of work; reads only. */
  Optional<SubscriberView> known(UserId user) {
    return entitlements.known(user).map(may -> view(user, may));
  }

  private SubscriberView view(UserId user, Entitlement may) {
    return new SubscriberView(
        user.value(),
        may,
        subscribers.find(user).flatMap(Subscriber::trial),
        profiles.of(user).size(),
        playlists.of(user).size(),
        favorites.count(user));
  }

  /** Notes a trial that somebody has at the provider: it is the only one, here and there. */
  public void tell(SubscriptionChanged news) {
    if (news.status() == SubscriptionStatus.TRIALING) {
      Account holder = accounts.find(news.holder()).orElseThrow();
      if (subscribers.claimTrial(PersonKey.of(holder.email()), holder.id(), news.at())) {
        facts.beganTrial(holder.id(), news.at());
      }
    }
  }
}
