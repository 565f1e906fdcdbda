package dev.stagedoor.domain.events;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EventTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant START = NOW.plus(Duration.ofDays(7));

  private final EventId id = new EventId(UUID.randomUUID());
  private final UserId organiser = aUserId();
  private final Event event = Event.of(id, organiser, plan("Prams", Optional.empty()), NOW);

  private static Event.Plan plan(String title, Optional<Instant> end) {
    return plan(title, end, "", "");
  }

  private static Event.Plan plan(
      String title, Optional<Instant> end, String venue, String description) {
    return new Event.Plan(title, START, end, BERLIN, venue, description, ContactData.none());
  }

  private static void assertInvalid(Fault fault, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOfSatisfying(
            DomainException.class, refused -> assertThat(refused.faults()).containsExactly(fault));
  }

  @Test
  void whatIsSaidOfItIsStripped() {
    Event.Plan plan = plan(" Prams\n", Optional.empty(), " Shed ", "\tBring yours. ");

    assertThat(plan.title()).isEqualTo("Prams");
    assertThat(plan.venue()).isEqualTo("Shed");
    assertThat(plan.description()).isEqualTo("Bring yours.");
  }

  @Test
  void itNeedsATitleAndNothingIsTooLong() {
    assertInvalid(Fault.of("title", "blank"), () -> plan(" ", Optional.empty()));
    assertInvalid(Fault.longerThan("title", 200), () -> plan("x".repeat(201), Optional.empty()));
    assertInvalid(
        Fault.longerThan("venue", 300), () -> plan("x", Optional.empty(), "x".repeat(301), ""));
    assertInvalid(
        Fault.longerThan("description", 20_000),
        () -> plan("x", Optional.empty(), "", "x".repeat(20_001)));
    assertThatCode(
            () -> plan("x".repeat(200), Optional.empty(), "x".repeat(300), "x".repeat(20_000)))
        .doesNotThrowAnyException();
  }

  @Test
  void itEndsAfterItBegan() {
    Fault fault = Fault.of("endsAt", "after");
    assertInvalid(fault, () -> plan("x", Optional.of(START)));
    assertInvalid(fault, () -> plan("x", Optional.of(START.minusSeconds(1))));
    assertThat(plan("x", Optional.of(START.plusNanos(1))).endsAt()).contains(START.plusNanos(1));
  }

  @Test
  void itIsInTimesThatPeoplePlanIn() {
    assertInvalid(Fault.of("endsAt", "date"), () -> plan("x", Optional.of(Instant.MAX)));
    assertInvalid(
        Fault.of("endsAt", "date"),
        () -> plan("x", Optional.of(Instant.parse("2200-01-01T00:00:00Z"))));
    assertInvalid(
        Fault.of("endsAt", "date"),
        () -> plan("x", Optional.of(Instant.parse("1899-12-31T23:59:59Z"))));
    assertThatCode(() -> plan("x", Optional.of(Instant.parse("2199-12-31T23:59:59Z"))))
        .doesNotThrowAnyException();
  }

  @Test
  void itIsOverAtItsEndAndWithoutOneADayAfterItBegan() {
    Instant end = START.plusSeconds(10);
    assertThat(plan("x", Optional.of(end)).isOver(end.minusNanos(1))).isFalse();
    assertThat(plan("x", Optional.of(end)).isOver(end)).isTrue();

    Instant day = START.plus(Duration.ofDays(1));
    assertThat(plan("x", Optional.empty()).isOver(day.minusNanos(1))).isFalse();
    assertThat(plan("x", Optional.empty()).isOver(day)).isTrue();
  }

  @Test
  void itsOrganiserAndAdminsRunIt() {
    Actor own = Actor.user(organiser, Role.USER);
    Actor stranger = Actor.user(aUserId(), Role.TEACHER);

    for (Actor may : List.of(own, Actor.user(aUserId(), Role.ADMIN), Actor.system())) {
      assertThat(event.isRunBy(may)).isTrue();
      assertThatCode(() -> event.mustBeRunBy(may)).doesNotThrowAnyException();
    }
    assertThat(event.isRunBy(stranger)).isFalse();
    assertRefused(CommonError.NOT_ALLOWED, () -> event.mustBeRunBy(stranger));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> event.mustBeRunBy(Actor.visitor()));
  }

  @Test
  void aChangeIsKeptWithItsTime() {
    Event.Plan next = plan("Handcarts", Optional.empty());

    event.change(next, NOW.plusSeconds(1));

    assertThat(event.snapshot())
        .isEqualTo(new Event.Snapshot(id, organiser, next, NOW, NOW.plusSeconds(1), 0));
    assertThat(Event.restore(event.snapshot()).snapshot()).isEqualTo(event.snapshot());
  }

  @Test
  void itsSubjectNamesItAndNothingElse() {
    assertThat(Event.of(Event.subject(id))).contains(id);
    assertThat(Event.of(aSubject())).isEmpty();
    assertThat(id).hasToString("event_" + id.value());
  }

  @Test
  void contactDataIsKeptInTheOrderOfItsNames() {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("website", " https://prams.example.org ");
    said.put("email", "ada@example.org");
    said.put("fax", " ");

    ContactData contact = new ContactData(said);

    assertThat(contact.entries().keySet()).containsExactly("email", "fax", "website");
    assertThat(contact.get("website")).contains("https://prams.example.org");
    assertThat(contact.get("fax")).isEmpty();
    assertThat(contact.get("phone")).isEmpty();
  }

  @Test
  void contactDataHasItsLimits() {
    Map<String, String> many = new LinkedHashMap<>();
    for (int entry = 0; entry < 30; entry++) {
      many.put("n" + entry, "x".repeat(1000));
    }
    assertThat(new ContactData(many).entries()).hasSize(30);
    many.put("one more", "");
    assertInvalid(Fault.longerThan("contactData", 30), () -> new ContactData(many));
    assertInvalid(Fault.of("contactData", "blank"), () -> new ContactData(Map.of(" ", "x")));
    assertInvalid(
        Fault.longerThan("contactData", 64), () -> new ContactData(Map.of("x".repeat(65), "")));
    assertInvalid(
        Fault.longerThan("contactData.fax", 1000),
        () -> new ContactData(Map.of("fax", "x".repeat(1001))));
    assertThat(new ContactData(Map.of("x".repeat(64), "")).entries()).hasSize(1);
  }
}
