package dev.stagedoor.application.events;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventServiceTest {
  private final BoxOffice office = new BoxOffice();
  private final EventService events = office.events();
  private final Actor visitor = Actor.visitor();
  private final Actor stranger = office.house.aFamily().actor();
  private final Actor admin = office.house.admin().actor();

  private static ChangeEvent titled(String title) {
    return changing(Optional.of(title), Optional.empty(), Optional.empty());
  }

  private static ChangeEvent changing(
      Optional<String> title, Optional<Optional<Instant>> end, Optional<ContactData> contact) {
    return new ChangeEvent(
        title,
        Optional.empty(),
        end,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        contact,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void whoeverIsSignedInPlansAnEventAndOrganisesIt() {
    Event.Plan plan =
        new Event.Plan(
            " Prams ",
            Instant.parse("2025-06-02T18:00:00Z"),
            Optional.of(Instant.parse("2025-06-02T20:00:00Z")),
            ZoneId.of("Asia/Kolkata"),
            "Shed",
            "Bring yours.",
            new ContactData(Map.of("email", "ada@example.org")));
    NewEvent wanted = new NewEvent(plan, false, Optional.empty());
    Instant now = office.house.clock().instant();

    EventView made = events.create(stranger, wanted);

    assertThat(made.organiserId()).isEqualTo(stranger.userId().value());
    assertThat(made.organiserName()).isEqualTo("Ada Lovelace");
    assertThat(made.title()).isEqualTo("Prams");
    assertThat(made.startsAt()).isEqualTo(plan.startsAt());
    assertThat(made.endsAt()).isEqualTo(plan.endsAt());
    assertThat(made.timeZone()).isEqualTo(plan.timeZone());
    assertThat(made.venue()).isEqualTo("Shed");
    assertThat(made.description()).isEqualTo("Bring yours.");
    assertThat(made.contact()).isEqualTo(Map.of("email", "ada@example.org"));
    assertThat(made.isOver()).isFalse();
    assertThat(made.createdAt()).isEqualTo(now);
    assertThat(made.updatedAt()).isEqualTo(now);
    assertThat(made.ticketing().status()).isEqualTo("none");
    assertThat(made.ticketing().isEnabled()).isFalse();
    assertThat(made.ticketing().changedAt()).isEqualTo(now);
    assertThat(events.get(new EventId(made.id()))).isEqualTo(made);
    assertRefused(CommonError.NOT_SIGNED_IN, () -> events.create(visitor, wanted));
  }

  @Test
  void anEventThatIsOverSaysSo() {
    office.house.clock().advance(Duration.ofDays(60));

    assertThat(events.get(office.event).isOver()).isTrue();
  }

  @Test
  void everybodySeesWhatIsToComeAndOrganisersWhatTheyPut() {
    EventId second = office.plan("Handcarts");
    events.create(stranger, new NewEvent(BoxOffice.aPlan("Wheelbarrows"), false, Optional.empty()));

    assertThat(events.upcoming(PageRequest.first()).items())
        .extracting(EventView::title)
        .containsExactly("Night of the Prams", "Handcarts", "Wheelbarrows");
    assertThat(events.organised(office.organiser, PageRequest.first()).items())
        .extracting(EventView::id)
        .containsExactlyInAnyOrder(office.event.value(), second.value());
    assertRefused(CommonError.NOT_SIGNED_IN, () -> events.organised(visitor, PageRequest.first()));

    office.house.clock().advance(Duration.ofDays(60));
    assertThat(events.upcoming(PageRequest.first()).total()).isZero();
    assertThat(events.organised(office.organiser, PageRequest.first()).total()).isEqualTo(2);
  }

  @Test
  void whatIsAbsentFromAChangeStays() {
    Instant end = Instant.parse("2025-07-01T20:00:00Z");
    ContactData contact = new ContactData(Map.of("phone", "+1 555 0100"));
    EventView before = events.get(office.event);
    office.house.clock().advance(Duration.ofSeconds(1));

    EventView after =
        events.change(
            office.organiser,
            office.event,
            changing(Optional.empty(), Optional.of(Optional.of(end)), Optional.of(contact)));

    assertThat(after.title()).isEqualTo(before.title());
    assertThat(after.startsAt()).isEqualTo(before.startsAt());
    assertThat(after.timeZone()).isEqualTo(before.timeZone());
    assertThat(after.endsAt()).contains(end);
    assertThat(after.contact()).isEqualTo(contact.entries());
    assertThat(after.createdAt()).isEqualTo(before.createdAt());
    assertThat(after.updatedAt()).isEqualTo(office.house.clock().instant());
    assertThat(after.ticketing()).isEqualTo(before.ticketing());
  }

  @Test
  void whateverIsGivenIsChangedAndAnEndCanBeTakenAway() {
    Instant start = Instant.parse("2025-08-01T18:00:00Z");
    ZoneId zone = ZoneId.of("America/New_York");
    ChangeEvent all =
        new ChangeEvent(
            Optional.of("Handcarts"),
            Optional.of(start),
            Optional.of(Optional.of(start.plusSeconds(1))),
            Optional.of(zone),
            Optional.of("Hall"),
            Optional.of("None left."),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    EventView after = events.change(office.organiser, office.event, all);

    assertThat(after.title()).isEqualTo("Handcarts");
    assertThat(after.startsAt()).isEqualTo(start);
    assertThat(after.endsAt()).contains(start.plusSeconds(1));
    assertThat(after.timeZone()).isEqualTo(zone);
    assertThat(after.venue()).isEqualTo("Hall");
    assertThat(after.description()).isEqualTo("None left.");
    ChangeEvent endless =
        changing(Optional.empty(), Optional.of(Optional.empty()), Optional.empty());
    assertThat(events.change(office.organiser, office.event, endless).endsAt()).isEmpty();
  }

  @Test
  void aChangeThatChangesNothingIsNone() {
    EventView before = events.get(office.event);
    office.house.clock().advance(Duration.ofSeconds(1));

    assertThat(events.change(office.organiser, office.event, titled(before.title())))
        .isEqualTo(before);
  }

  @Test
  void aRefusedChangeLeavesAllAsItWas() {
    EventView before = events.get(office.event);
    ChangeEvent wrong =
        new ChangeEvent(
            Optional.of("Handcarts"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.of("two words"));

    assertRefused(
        CommonError.INVALID_VALUE, () -> events.change(office.organiser, office.event, wrong));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> events.change(office.organiser, office.event, titled(" ")));

    assertThat(events.get(office.event)).isEqualTo(before);
    assertThat(office.told()).isEmpty();
  }

  @Test
  void nobodyButItsOrganiserAndAdminsRunsAnEvent() {
    for (Actor nobody : List.of(visitor, stranger)) {
      CommonError refusal =
          nobody.isSignedIn() ? CommonError.NOT_ALLOWED : CommonError.NOT_SIGNED_IN;
      assertRefused(refusal, () -> events.change(nobody, office.event, titled("Mine")));
      assertRefused(refusal, () -> events.enableTicketing(nobody, office.event, BoxOffice.ADDRESS));
      assertRefused(refusal, () -> events.cancelTicketing(nobody, office.event));
    }
    assertThat(events.get(office.event).title()).isEqualTo("Night of the Prams");
    assertThat(office.tickets().status()).isEqualTo("none");
    assertThat(events.change(admin, office.event, titled("Prams")).title()).isEqualTo("Prams");
  }

  @Test
  void anEventThatNobodyPlannedIsNotFound() {
    EventId nobodys = new EventId(UUID.randomUUID());

    assertRefused(CommonError.NOT_FOUND, () -> events.get(nobodys));
    assertRefused(CommonError.NOT_FOUND, () -> events.change(admin, nobodys, titled("x")));
    assertRefused(
        CommonError.NOT_FOUND, () -> events.enableTicketing(admin, nobodys, BoxOffice.ADDRESS));
    assertRefused(CommonError.NOT_FOUND, () -> events.cancelTicketing(admin, nobodys));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> events.cancelTicketing(visitor, nobodys));
  }

  @Test
  void ofManyWhoEnableAtOnceReadersHearOnce() {
    List<Boolean> enabled =
        Race.of(
            8,
            () ->
                events
                    .enableTicketing(office.organiser, office.event, BoxOffice.ADDRESS)
                    .event()
                    .ticketing()
                    .isEnabled());

    assertThat(enabled).containsOnly(true);
    assertThat(office.toldStatuses()).containsExactly("setup");
  }
}
