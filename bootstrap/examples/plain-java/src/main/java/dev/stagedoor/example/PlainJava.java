package dev.stagedoor.example;

import static dev.stagedoor.providers.localfiles.LocalFilesConfig.development;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.memorials.BookingService.Edit;
import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.providers.localauth.LocalAuth;
import dev.stagedoor.providers.localauth.LocalAuthConfig;
import dev.stagedoor.providers.localfiles.LocalFiles;
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
  private static final URI SITE = URI.create("https://example.org");
  private static final Settings SETTINGS = Settings.standard(SITE);
  private static final LocalAuthConfig SIGN_IN = LocalAuthConfig.development();

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
        var store = Persistence.open(database, KEYS)) {
      var users = store.credentials();
      var auth = LocalAuth.open(SIGN_IN, users, store.localSessions(), clock, ids, tokens);
      var memory = store.sandboxMemory();
      var sandbox = Sandbox.open(SandboxSettings.defaults(), memory, clock, ids, tokens);
      var payments = sandbox.paymentProvider();
      var video = sandbox.videoProvider();
      var mail = sandbox.mailProvider();
      var files =
          LocalFiles.open(development(data.resolve("files"), SITE), clock).storageProvider();
      var hooks = sandbox.webhookProvider();
      var providers = Providers.only(auth, payments, video, mail, files, hooks);
      var stagedoor = new Stagedoor(store.ports(), providers, SETTINGS, clock, ids, tokens);

      var email = new EmailAddress("ana@example.org");
      var name = PersonName.parse("Ana Perez");
      var password = Secret.of("a long password");
      var form = new RegisterFamily(email, password, name, Phone.NONE, "José Pérez", Language.ES);
      var registered = stagedoor.families().register(form);
      var family = registered.signedIn().actor();
      var memorial = new MemorialId(registered.memorial().id());

      var bookings = stagedoor.bookings();
      var version = bookings.schedule(family, memorial).version();
      bookings.save(family, memorial, Edit.choosing(Selection.of(Tier.LIVE), version));
      var checkout = bookings.pay(family, memorial, Optional.empty()).opened().orElseThrow();
      sandbox.payments().confirm(checkout.charge(), Card.of("4242424242424242"));
      stagedoor.reconciler().reconcile(checkout.payment());
      return bookings.schedule(family, memorial).bookingStatus();
    }
  }
}
