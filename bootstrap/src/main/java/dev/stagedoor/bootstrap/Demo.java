package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.memorials.RegisterDirector;
import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.application.memorials.RegisteredFamily;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.video.LiveStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills in one example of everything, through the same services that people use. Filling in again
 * changes nothing.
 */
final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final String PASSWORD = "stagedoor demo";
  private static final String FAMILY = "family@demo.example";
  private static final String DIRECTOR = "director@demo.example";

  private final Stagedoor stagedoor;
  private final URI publicUrl;

  Demo(Stagedoor stagedoor, URI publicUrl) {
    this.stagedoor = stagedoor;
    this.publicUrl = publicUrl;
  }

  void fill() {
    try {
      memorial();
      director();
    } catch (DomainException filledBefore) {
      if (filledBefore.code() != AuthError.EMAIL_TAKEN) {
        throw filledBefore;
      }
    }
  }

  private void memorial() {
    RegisteredFamily family =
        stagedoor
            .families()
            .register(
                new RegisterFamily(
                    new EmailAddress(FAMILY),
                    Secret.of(PASSWORD),
                    new PersonName("Rosa", "Marín"),
                    Phone.NONE,
                    "Elena Marín",
                    Language.EN));
    Actor rosa = family.signedIn().actor();
    MemorialView memorial = family.memorial();
    MemorialId id = new MemorialId(memorial.id());
    stagedoor
        .bookings()
        .save(
            rosa,
            id,
            new BookingService.Edit(
                Optional.of(services()),
                Optional.of(selection()),
                stagedoor.bookings().schedule(rosa, id).version()));
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
    stagedoor
        .guestBooks()
        .write(Actor.visitor(), id, "Luis", "She taught half the town to swim. We miss her.");
    LOG.info("demo: {}{} belongs to {}", publicUrl, "/" + memorial.fullSlug(), FAMILY);
    LOG.info("demo: the password of every demo account is: {}", PASSWORD);
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

  private void director() {
    var director =
        stagedoor
            .directors()
            .register(
                new RegisterDirector(
                    new EmailAddress(DIRECTOR),
                    Secret.of(PASSWORD),
                    new PersonName("Pablo", "Ortiz"),
                    "Ortiz & Daughters",
                    "+34 600 000 000",
                    Language.EN));
    stagedoor
        .directors()
        .decide(Actor.system(), director.actor().userId(), FuneralDirector.Status.APPROVED);
    LOG.info("demo: {} is an approved funeral director", DIRECTOR);
  }
}
