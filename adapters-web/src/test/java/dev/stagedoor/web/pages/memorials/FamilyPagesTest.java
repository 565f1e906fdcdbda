package dev.stagedoor.web.pages.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.web.pages.Visitor;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Registering, and booking services. */
class FamilyPagesTest extends MemorialPagesScene {
  @Test
  void aFamilyRegistersAndIsLedToItsSchedule() {
    String schedule =
        stranger
            .send(
                "/register/family",
                "lovedOneName",
                "José Pérez",
                "name",
                "Ana Pérez",
                "email",
                house.anAddress().value(),
                "password",
                "a long password")
            .leadsTo("/memorial/")
            .location();

    stranger.open(schedule).is(200).says("José Pérez", "Your memorial page is ready");
  }

  @Test
  void whatIsWrongStandsBesideTheFieldAndTheRestStays() {
    stranger
        .send(
            "/register/family",
            "lovedOneName",
            "José Pérez",
            "name",
            "Ana",
            "email",
            family.person().email().value(),
            "password",
            "a long password")
        .is(422)
        .says("id=\"email-fault\"", "aria-invalid=\"true\"", "José Pérez")
        .saysNot("a long password");
  }

  @Test
  void aDirectorWaitsIsApprovedAndCreatesAMemorialForAFamily() {
    String email = house.anAddress().value();
    stranger
        .send(
            "/register/funeral-director",
            "company",
            "Hartley & Sons",
            "name",
            "Grace Hartley",
            "phone",
            "",
            "email",
            email,
            "password",
            "a long password")
        .leadsTo("/director");
    stranger.open("/director").is(200).says("Waiting for approval").saysNot("familyEmail");

    Visitor admin = new Visitor(SERVER);
    admin
        .send(
            "/login",
            "email",
            InMemoryStagedoor.ADMIN.value(),
            "password",
            InMemoryStagedoor.PASSWORD.reveal())
        .leadsTo("/admin");
    admin.open("/admin").is(200).says("Hartley &amp; Sons");
    UUID director =
        house
            .stagedoor()
            .directors()
            .list(
                dev.stagedoor.domain.auth.Actor.system(),
                Optional.of(FuneralDirector.Status.PENDING),
                new PageRequest(1, 1000))
            .items()
            .stream()
            .filter(one -> one.email().equals(email))
            .findFirst()
            .orElseThrow()
            .userId();
    admin
        .send("/admin/funeral-directors/" + director, "decision", "approved")
        .leadsTo("/admin?done=director_decided");

    stranger
        .send(
            "/director",
            "lovedOneName",
            "Samuel Okafor",
            "familyName",
            "Ada Okafor",
            "familyEmail",
            "nonsense")
        .is(422)
        .says("id=\"familyEmail-fault\"");
    String invited = house.anAddress().value();
    stranger
        .send(
            "/director",
            "lovedOneName",
            "Samuel Okafor",
            "familyName",
            "Ada Okafor",
            "familyEmail",
            invited)
        .leadsTo("/director?done=memorial_created");
    stranger.open("/director").is(200).says("Samuel Okafor");
    assertThat(house.mailsTo(new dev.stagedoor.domain.kernel.EmailAddress(invited))).hasSize(1);
  }

  @Test
  void thePortalIsForDirectors() {
    owner.open("/director").is(403);
  }

  @Test
  void theScheduleIsSavedByAPlainFormAndBookedWithIt() {
    owner
        .send(run + "/schedule", schedule(version(), "action", "save"))
        .leadsTo(run + "/schedule?done=schedule_saved");
    owner
        .open(run + "/schedule")
        .is(200)
        .says(
            "value=\"2025-07-01\"", "value=\"14:00\"", "St. Mary&#39;s &lt;Chapel>", "Photography");
    owner.send(run + "/schedule", schedule(version(), "action", "book")).leadsTo(run + "/payment");
    owner.open(run + "/payment").is(200).says("data-state=\"open\"");
  }

  @Test
  void servicesAreAddedAndTakenAwayByButtons() {
    owner.send(run + "/schedule", schedule(version(), "action", "add")).leadsTo(run);
    assertThat(owner.open(run + "/schedule").is(200).field("additional.0.hours")).isEqualTo("2");

    owner
        .send(
            run + "/schedule",
            schedule(
                version(),
                "additional.0.date",
                "2025-07-02",
                "additional.0.hours",
                "3",
                "additional.4.date",
                "2025-07-03",
                "action",
                "remove:additional.0"))
        .leadsTo(run);
    owner
        .open(run + "/schedule")
        .is(200)
        .says("value=\"2025-07-03\"")
        .saysNot("value=\"2025-07-02\"");
  }

  @Test
  void aScheduleSavedElsewhereMeanwhileIsNotOverwrittenAndWhatWasTypedStays() {
    String before = version();
    owner.send(run + "/schedule", schedule(before, "action", "save")).leadsTo(run);

    Visitor.Shown told =
        owner
            .send(
                run + "/schedule",
                schedule(before, "additional.0.date", "2025-07-09", "action", "save"))
            .is(409)
            .says("value=\"2025-07-09\"", "target=\"_blank\"");

    owner
        .send(
            run + "/schedule",
            schedule(told.field("version"), "additional.0.date", "2025-07-09", "action", "save"))
        .leadsTo(run);
    owner.open(run + "/schedule").is(200).says("value=\"2025-07-09\"");
  }

  @Test
  void aFieldThatCannotBeReadIsMarked() {
    String[] fields = schedule(version(), "action", "save");
    fields[3] = "the first of July";

    owner
        .send(run + "/schedule", fields)
        .is(422)
        .says("id=\"main-date-fault\"", "value=\"the first of July\"", "This is not a date.");
  }

  @Test
  void thereIsNothingToPayBeforeAPackageIsChosen() {
    owner.open(run + "/payment").is(200).says("data-state=\"incomplete\"", run + "/schedule");
  }

  @Test
  void withoutAProvidersFormThePaymentPageIsAsClosedAsAnyOther() {
    owner.send(run + "/schedule", schedule(version(), "action", "save")).leadsTo(run);

    assertThat(policy(run + "/payment")).isEqualTo(policy(run + "/schedule"));
  }

  private String policy(String page) {
    return owner.open(page).is(200).answer().header("Content-Security-Policy").orElseThrow();
  }
}
