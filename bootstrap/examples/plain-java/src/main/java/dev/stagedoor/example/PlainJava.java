package dev.stagedoor.example;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.providers.localauth.LocalAuth;
import dev.stagedoor.providers.localauth.LocalAuthConfig;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.providers.sandbox.payments.Card;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Registers a family, books its livestream and takes the payment. */
public final class PlainJava {
  /** A program of your own makes its key with {@code openssl rand -base64 32} and keeps it. */
  private static final EncryptionKeys KEYS =
      EncryptionKeys.of("2026", Secret.of("c3RhZ2Vkb29yLWRldmVsb3BtZW50LWtleS0wMDAwMDA="));

  private PlainJava() {}

  public static void main(String[] arguments) {
    System.out.println(bookALivestream(Path.of(arguments.length > 0 ? arguments[0] : "data")));
  }

  /** Returns the booking's status at the end. */
  static String bookALivestream(Path data) {
    var clock = Clock.systemUTC();
    var ids = new TimeOrderedIds(clock, new SecureRandom());
    var tokens = new SecureTokens(new SecureRandom());
    try (var database = EmbeddedDatabase.start(data);
        var store =
            Persistence.open(
                database.url(), database.username(), Secret.of(database.password()), KEYS)) {
      var sandbox =
          Sandbox.open(SandboxSettings.defaults(), store.sandboxMemory(), clock, ids, tokens);
      var providers =
          new Providers(
              LocalAuth.open(
                  LocalAuthConfig.development(),
                  store.credentials(),
                  store.localSessions(),
                  clock,
                  ids,
                  tokens),
              PaymentProviders.only(sandbox.paymentProvider()),
              VideoProviders.only(sandbox.videoProvider()),
              sandbox.mailProvider(),
              WebhookTranslators.only(sandbox.webhookProvider()));
      var settings = Settings.standard(URI.create("https://example.org"));
      var stagedoor = new Stagedoor(store.ports(), providers, settings, clock, ids, tokens);

      var registered =
          stagedoor
              .families()
              .register(
                  new RegisterFamily(
                      new EmailAddress("ana@example.org"),
                      Secret.of("a long password"),
                      PersonName.parse("Ana Perez"),
                      "José Pérez",
                      Language.ES));
      var family = registered.signedIn().actor();
      var memorial = new MemorialId(registered.memorial().id());

      var version = stagedoor.bookings().schedule(family, memorial).version();
      var live = new Selection(Optional.of(Tier.LIVE), Selection.Addons.none());
      stagedoor
          .bookings()
          .save(
              family,
              memorial,
              new BookingService.Edit(
                  Optional.of(ServicePlan.empty()), Optional.of(live), version));

      var checkout =
          stagedoor.bookings().pay(family, memorial, Optional.empty()).opened().orElseThrow();
      sandbox.payments().confirm(checkout.charge(), Card.of("4242424242424242"));
      stagedoor.reconciler().reconcile(checkout.payment());
      return stagedoor.bookings().schedule(family, memorial).bookingStatus();
    }
  }
}
