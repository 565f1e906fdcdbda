package dev.stagedoor.example;

import static dev.stagedoor.providers.localfiles.LocalFilesConfig.development;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.application.tv.NewClient;
import dev.stagedoor.application.tv.NewProfile;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.TellProgress;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ViewerProfile.Look;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.providers.localauth.LocalAuth;
import dev.stagedoor.providers.localauth.LocalAuthConfig;
import dev.stagedoor.providers.localfiles.LocalFiles;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lets a family watch television in their trial, and a reseller pay for somebody else. */
public final class PlainTelevision {
  private static final URI SITE = URI.create("https://example.org");
  private static final Secret PASSWORD = Secret.of("a long password");

  /** A program of your own makes its key with {@code openssl rand -base64 32} and keeps it. */
  private static final EncryptionKeys KEYS =
      EncryptionKeys.of("2026", Secret.of("c3RhZ2Vkb29yLWRldmVsb3BtZW50LWtleS0wMDAwMDA="));

  private PlainTelevision() {}

  public static void main(String[] arguments) {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "data");
    watch(data).forEach(System.out::println);
  }

  /** Returns what is known at the end, in sentences. */
  static List<String> watch(Path data) {
    var clock = Clock.systemUTC();
    var ids = new TimeOrderedIds(clock, new SecureRandom());
    var tokens = new SecureTokens(new SecureRandom());
    try (var database = EmbeddedDatabase.start(data);
        var store = Persistence.open(database, KEYS)) {
      var users = store.credentials();
      var sessions = store.localSessions();
      var auth = LocalAuth.open(LocalAuthConfig.development(), users, sessions, clock, ids, tokens);
      var defaults = SandboxSettings.defaults();
      var sandbox = Sandbox.open(defaults, store.sandboxMemory(), clock, ids, tokens);
      var files =
          LocalFiles.open(development(data.resolve("files"), SITE), clock).storageProvider();
      var providers =
          Providers.only(
              auth,
              sandbox.paymentProvider(),
              sandbox.videoProvider(),
              sandbox.mailProvider(),
              files,
              sandbox.webhookProvider());
      var settings = Settings.standard(SITE);
      var stagedoor = new Stagedoor(store.ports(), providers, settings, clock, ids, tokens);
      stagedoor.prepare();

      var john = stagedoor.subscribers().signUp(account("john@example.org", "John Doe")).actor();
      var kids = new NewProfile(new Look("Kids", Optional.empty(), true), Optional.empty());
      var profiles = stagedoor.viewerProfiles();
      var as = ProfileChoice.none();
      var madeKids = profiles.create(john, as, kids);
      stagedoor.favorites().save(john, as, "espn_hd", "channel", "ESPN HD", Optional.empty());
      var halfAnHour =
          new TellProgress(
              "the_film",
              Optional.of("movie"),
              1800,
              Optional.of(3600),
              Optional.empty(),
              Optional.empty(),
              "living-room");
      var progress = stagedoor.watchProgress().tell(john, as, halfAnHour);

      var alex = stagedoor.registrations().register(account("alex@example.org", "Alex Reed"));
      var id = alex.actor().userId();
      stagedoor.accountAdmin().changeRole(Actor.system(), id, Role.RESELLER, "signed a contract");
      stagedoor.credits().add(Actor.system(), id, 1_000, "first package", Optional.of("first"));
      var reseller = stagedoor.sessions().byToken(alex.tokens().accessToken());
      var order =
          new NewClient(
              "grace@example.org",
              PASSWORD,
              "Grace Hopper",
              "price_basic_monthly",
              Optional.of("order-1"));
      var client = stagedoor.resellers().create(reseller, order);
      var again = stagedoor.resellers().create(reseller, order);
      return List.of(
          "John is in their " + stagedoor.subscribers().me(john).entitlement().source(),
          madeKids.name() + " is one of " + profiles.list(john).size() + " profiles",
          "seen for " + progress.progressSeconds() + " seconds",
          client.client().email() + " is " + client.client().status(),
          client.creditsBalance() + " credits are left, " + again.creditsBalance() + " after that");
    }
  }

  private static NewAccount account(String email, String name) {
    return NewAccount.of(
        new EmailAddress(email), PASSWORD, PersonName.parse(name), Role.USER, Language.EN);
  }
}
