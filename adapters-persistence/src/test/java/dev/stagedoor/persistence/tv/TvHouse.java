package dev.stagedoor.persistence.tv;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.application.library.LibraryProviders;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.application.subscriptions.SubscriptionProviders;
import dev.stagedoor.application.ticketing.TicketingProviders;
import dev.stagedoor.application.tv.NewClient;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.fake.FakeMail;
import dev.stagedoor.domain.fake.FakePayments;
import dev.stagedoor.domain.fake.FakePlaylistSource;
import dev.stagedoor.domain.fake.FakeStorage;
import dev.stagedoor.domain.fake.FakeVideo;
import dev.stagedoor.domain.fake.FakeWebhooks;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.persistence.TestPersistence;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Subscription TV on the real database, with everybody outside it in memory. */
final class TvHouse {
  static final String BASIC = "price_basic_monthly";
  private static final Secret PASSWORD = Secret.of("correct horse battery");
  private static final ProviderId FAKE = new ProviderId("fake");
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  /** Our own process died here. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  final MutableClock clock = new MutableClock(Samples.NOW);
  final FakePlaylistSource source = new FakePlaylistSource();
  final Stagedoor stagedoor;
  private final TestPersistence open;
  private volatile boolean dies;

  TvHouse(TestPersistence open) {
    this.open = open;
    AuthProvider auth = new FakeIdentityProvider(clock).provider();
    stagedoor =
        new Stagedoor(
            open.ports(),
            new Providers(
                new AuthProvider(
                    auth.id(),
                    auth.identities(),
                    auth.signIn(),
                    auth.tokens(),
                    auth.cookies(),
                    (subject, claims) -> {
                      auth.claims().set(subject, claims);
                      if (dies) {
                        throw new Crash();
                      }
                    }),
                PaymentProviders.only(new FakePayments().provider()),
                VideoProviders.only(new FakeVideo().provider()),
                LibraryProviders.none(),
                new MailProvider(FAKE, new FakeMail()),
                new FakeStorage(clock).provider(),
                InvoicingProviders.none(),
                ChannelProviders.none(),
                TicketingProviders.none(),
                SubscriptionProviders.none(),
                Optional.of(source),
                WebhookTranslators.only(
                    new WebhookProvider(FAKE, new FakeWebhooks(), Optional.empty())),
                Optional.empty()),
            Settings.standard(URI.create("https://example.org")),
            clock,
            new TimeOrderedIds(clock, new SecureRandom()),
            new SecureTokens(new SecureRandom()));
    stagedoor.plans().begin(Settings.Tv.standard().plans());
  }

  /** Has our process die, or not, once an identity was made and before its account is complete. */
  void dieAfterIdentity(boolean does) {
    dies = does;
  }

  static EmailAddress anAddress() {
    return new EmailAddress("tv-" + PEOPLE.incrementAndGet() + "@example.org");
  }

  /** Somebody who has just signed up. */
  Actor somebody() {
    return stagedoor
        .subscribers()
        .signUp(
            NewAccount.of(anAddress(), PASSWORD, PersonName.parse("Ada"), Role.USER, Language.EN))
        .actor();
  }

  Actor admin() {
    return Actor.user(somebody().userId(), Role.ADMIN);
  }

  /** Somebody who sells subscriptions, with so many credits. */
  Actor reseller(long credits) {
    UserId id = somebody().userId();
    open.run(
        () -> {
          Account account = open.ports().accounts().lock(id).orElseThrow();
          account.changeRole(Role.RESELLER);
          open.ports().accounts().save(account);
        });
    var unused = stagedoor.credits().add(Actor.system(), id, credits, "", Optional.empty());
    return Actor.user(id, Role.RESELLER);
  }

  static NewClient aClient(Optional<String> key) {
    return new NewClient(anAddress().value(), PASSWORD, "Grace Hopper", BASIC, key);
  }

  /** Does something, and returns what came of it: also why it was refused. */
  static Callable<Object> tried(Callable<?> act) {
    return () -> {
      try {
        return act.call();
      } catch (DomainException refused) {
        return refused.code();
      }
    };
  }
}
