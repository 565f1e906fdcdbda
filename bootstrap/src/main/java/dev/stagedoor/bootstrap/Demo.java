package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.memorials.RegisterDirector;
import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.video.LiveStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills in one example of everything, through the same services that people use. Filling in again
 * adds what is missing, as after a crash in the middle, and changes nothing else.
 */
final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final String PASSWORD = "stagedoor demo";
  private static final String FAMILY = "family@demo.example";
  private static final Optional<FuneralDirector.Status> PENDING =
      Optional.of(FuneralDirector.Status.PENDING);
  private static final String DIRECTOR = "director@demo.example";
  private static final String SELLER = "seller@demo.example";
  private static final String TEACHER = "teacher@demo.example";
  private static final String ORGANISER = "organiser@demo.example";
  private static final String VIEWER = "viewer@demo.example";
  private static final String RESELLER = "reseller@demo.example";

  private final Stagedoor stagedoor;
  private final URI publicUrl;
  private final BiConsumer<SignedRequest, byte[]> sender;
  private final Optional<EventsDemo.Shop> shop;
  private final Optional<PlaylistAccess> television;

  /**
   * @param sender sends a file as somebody's browser does
   * @param shop where tickets are sold, where that is only pretended
   * @param television whose channels are watched, where those are only pretended
   */
  Demo(
      Stagedoor stagedoor,
      URI publicUrl,
      BiConsumer<SignedRequest, byte[]> sender,
      Optional<EventsDemo.Shop> shop,
      Optional<PlaylistAccess> television) {
    this.stagedoor = stagedoor;
    this.publicUrl = publicUrl;
    this.sender = sender;
    this.shop = shop;
    this.television = television;
  }

  void fill() {
    memorial();
    director();
    show();
    course();
    event();
    television();
    // The last line: whoever reads it may sign in as anybody.
    LOG.info("demo: the password of every demo account is: {}", PASSWORD);
  }

  private void memorial() {
    Optional<Actor> family = family();
    if (family.isEmpty()) {
      return;
    }
    Actor rosa = family.get();
    MemorialView memorial =
        stagedoor.memorials().mine(rosa, PageRequest.first()).items().stream()
            .reduce((newer, older) -> older)
            .orElseThrow();
    MemorialId id = new MemorialId(memorial.id());
    schedule(rosa, id);
    if (stagedoor.memorialStreams().list(rosa, id).isEmpty()) {
      stagedoor
          .memorialStreams()
          .create(
              rosa,
              id,
              new LiveStream.Details(
                  "Farewell to Elena",
                  "From the chapel by the sea.",
                  services().main().begins(),
                  true,
                  true));
    }
    if (stagedoor.guestBooks().list(rosa, id, PageRequest.first()).items().isEmpty()) {
      stagedoor
          .guestBooks()
          .write(Actor.visitor(), id, "Luis", "She taught half the town to swim. We miss her.");
    }
    LOG.info("demo: {}{} belongs to {}", publicUrl, "/" + memorial.fullSlug(), FAMILY);
  }

  private Optional<Actor> family() {
    return registered(
        FAMILY,
        () ->
            stagedoor
                .families()
                .register(
                    new RegisterFamily(
                        new EmailAddress(FAMILY),
                        Secret.of(PASSWORD),
                        new PersonName("Rosa", "Marín"),
                        new Phone("+34 600 000 001"),
                        "Elena Marín",
                        Language.EN))
                .signedIn());
  }

  private void schedule(Actor rosa, MemorialId id) {
    ScheduleView now = stagedoor.bookings().schedule(rosa, id);
    if (now.services().equals(ServicePlan.empty())) {
      stagedoor
          .bookings()
          .save(
              rosa,
              id,
              new BookingService.Edit(
                  Optional.of(services()), Optional.of(selection()), now.version()));
    }
  }

  private void director() {
    Optional<Actor> pablo =
        registered(
            DIRECTOR,
            () ->
                stagedoor
                    .directors()
                    .register(
                        new RegisterDirector(
                            new EmailAddress(DIRECTOR),
                            Secret.of(PASSWORD),
                            new PersonName("Pablo", "Ortiz"),
                            "Ortiz & Daughters",
                            "+34 600 000 000",
                            Language.EN)));
    if (pablo.flatMap(stagedoor.directors()::status).equals(PENDING)) {
      stagedoor
          .directors()
          .decide(Actor.system(), pablo.get().userId(), FuneralDirector.Status.APPROVED);
      LOG.info("demo: {} is an approved funeral director", DIRECTOR);
    }
  }

  private void show() {
    user(SELLER, new PersonName("Olga", "Perez"))
        .map(seller -> new LiveSellingDemo(stagedoor).fill(seller))
        .ifPresent(
            show -> LOG.info("demo: {}/shows/{} is run by {}", publicUrl, show.value(), SELLER));
  }

  private void course() {
    user(TEACHER, new PersonName("Tina", "Brush"))
        .map(teacher -> new CoursesDemo(stagedoor, sender).fill(teacher))
        .ifPresent(
            slug -> LOG.info("demo: {}/courses/{} is taught by {}", publicUrl, slug, TEACHER));
  }

  private void event() {
    user(ORGANISER, new PersonName("Enzo", "Prado"))
        .map(organiser -> new EventsDemo(stagedoor, shop).fill(organiser))
        .ifPresent(id -> LOG.info("demo: {}/event/{} is run by {}", publicUrl, id, ORGANISER));
  }

  private void television() {
    TvDemo demo = new TvDemo(stagedoor, television);
    registered(
            VIEWER,
            () -> stagedoor.subscribers().signUp(account(VIEWER, new PersonName("John", "Doe"))))
        .ifPresent(
            viewer -> {
              demo.watch(viewer);
              LOG.info(
                  "demo: {}/tv is watched by {}; the kids' PIN is {}",
                  publicUrl,
                  VIEWER,
                  TvDemo.PIN);
            });
    user(RESELLER, new PersonName("Alex", "Reed"))
        .ifPresent(
            reseller -> {
              demo.resell(reseller.userId());
              LOG.info("demo: {}/reseller is the desk of {}", publicUrl, RESELLER);
            });
  }

  private Optional<Actor> user(String email, PersonName name) {
    return registered(email, () -> stagedoor.registrations().register(account(email, name)));
  }

  private static NewAccount account(String email, PersonName name) {
    return NewAccount.of(
        new EmailAddress(email), Secret.of(PASSWORD), name, Role.USER, Language.EN);
  }

  /**
   * Registers somebody, or signs them in when that was done before; returns nobody when they have
   * another password by now, and are somebody's own.
   */
  private Optional<Actor> registered(String email, Supplier<SignedIn> registering) {
    try {
      return Optional.of(registering.get().actor());
    } catch (DomainException taken) {
      if (taken.code() != AuthError.EMAIL_TAKEN) {
        throw taken;
      }
    }
    try {
      return Optional.of(
          stagedoor.sessions().signIn(new EmailAddress(email), Secret.of(PASSWORD)).actor());
    } catch (DomainException refused) {
      if (refused.code() != AuthError.AUTH_001) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private static ServicePlan services() {
    return new ServicePlan(
        new ServicePlan.Service(
            Optional.of(LocalDate.of(2027, 3, 14)),
            Optional.of(LocalTime.of(14, 0)),
            ZoneId.of("Europe/Madrid"),
            2,
            new ServicePlan.Location("Chapel by the sea", "Paseo Marítimo 1, Málaga", false)),
        List.of());
  }

  private static Selection selection() {
    return new Selection(Optional.of(Tier.LIVE), new Selection.Addons(false, true, false, 2));
  }
}
