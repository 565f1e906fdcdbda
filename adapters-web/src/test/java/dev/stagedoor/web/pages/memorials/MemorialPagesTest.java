package dev.stagedoor.web.pages.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemorialPagesTest {
  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final InMemoryStagedoor house = server.house();
  private final InMemoryStagedoor.Family family = house.aFamily("Grace Hopper");
  private final Visitor owner = Visitor.signedIn(server, family.person());
  private final Visitor stranger = new Visitor(server);
  private final String run = "/memorial/" + family.memorial().value();
  private final String page = "/" + family.slug();

  // Registering

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

    Visitor admin = new Visitor(server);
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

  // Schedule

  private String[] schedule(String version, String... more) {
    String[] fields = {
      "version", version,
      "main.date", "2025-07-01",
      "main.time", "14:00",
      "main.timeZone", "America/New_York",
      "main.hours", "2",
      "main.name", "St. Mary's <Chapel>",
      "main.address", "12 Church Lane",
      "tier", "live",
      "photography", "on",
      "usbDrives", "0"
    };
    String[] all = new String[fields.length + more.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  private String version() {
    return owner.open(run + "/schedule").is(200).field("version");
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

  // Payment

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

  // Livestream

  private LiveStreamId planned(boolean visible) {
    return new LiveStreamId(
        house
            .stagedoor()
            .memorialStreams()
            .create(
                family.actor(),
                family.memorial(),
                new LiveStream.Details("The service", "", Optional.empty(), visible, true))
            .id());
  }

  private LiveStreamId live() {
    LiveStreamId stream = planned(true);
    house.stagedoor().memorialStreams().start(family.actor(), stream);
    LiveInput input = house.stream(stream).input().orElseThrow();
    house.video().setNow(house.clock().instant());
    house.video().connect(input);
    house.deliver(
        house
            .webhooks()
            .delivery(new VideoEvent.EncoderConnected(input.ref(), house.video().now())));
    return stream;
  }

  @Test
  void theStreamKeyIsCoveredAndOnlyForThoseWhoRunTheMemorial() {
    LiveStreamId stream = planned(true);
    String key =
        house.stream(stream)
            .input()
            .orElseThrow()
            .credentials()
            .rtmp()
            .orElseThrow()
            .streamKey()
            .reveal();

    Visitor.Shown shown = owner.open(run + "/livestream").is(200).says("The service", key);
    assertThat(shown.html()).contains("type=\"password\" value=\"" + key + "\"");
    assertThat(shown.answer().headers("Cache-Control")).containsExactly("no-store");
    stranger.open(page).is(200).says("The service").saysNot(key);
  }

  @Test
  void aLiveStreamPlaysOnThePublicPageAndAHiddenOneIsNotThere() {
    planned(false);
    LiveStreamId live = live();
    String playback = house.stream(live).input().orElseThrow().playbackUrl();

    stranger
        .open(page)
        .is(200)
        .says("data-status=\"live\"", "data-src=\"" + playback + "\"", "<source src=\"" + playback)
        .saysNot("data-status=\"scheduled\"");
    owner.open(run + "/livestream").is(200).says("data-status=\"live\"", "data-act=\"stop\"");
  }

  @Test
  void aStreamThatIsOverSaysThatItsRecordingIsBeingMade() {
    LiveStreamId stream = live();
    house.stagedoor().memorialStreams().stop(family.actor(), stream);

    stranger.open(page).is(200).says("data-status=\"completed\"", "The recording will be here");
    owner.open(run + "/livestream").is(200).says("data-act=\"recordings\"");
  }

  // The page itself

  @Test
  void thePageSaysWhenAndWhereTheServicesAre() {
    owner.send(run + "/schedule", schedule(version(), "action", "save")).leadsTo(run);

    stranger
        .open(page)
        .is(200)
        .says(
            "Grace Hopper",
            "Tuesday, July 1, 2025",
            "Eastern Time",
            "data-your-time=\"2025-07-01T18:00:00Z\"",
            "St. Mary's &lt;Chapel&gt;");
  }

  @Test
  void whatTheFamilyWritesIsShownAsItWasWritten() {
    String version = owner.open(run + "/edit").is(200).field("version");
    owner
        .send(
            run + "/edit",
            "version",
            version,
            "lovedOneName",
            "Grace <b>Hopper</b>",
            "customText",
            "She found the bug.\r\n<script>alert(1)</script>",
            "imageUrl",
            "https://example.org/grace.jpg",
            "isPublic",
            "on")
        .leadsTo(run + "/edit?done=memorial_saved");

    stranger
        .open(page)
        .is(200)
        .says(
            "Grace &lt;b&gt;Hopper", "She found the bug.", "src=\"https://example.org/grace.jpg\"")
        .saysNot("<script>alert");
  }

  @Test
  void aPictureThatIsNoWebAddressIsRefusedBesideItsField() {
    String version = owner.open(run + "/edit").is(200).field("version");

    owner
        .send(
            run + "/edit",
            "version",
            version,
            "lovedOneName",
            "Grace",
            "customText",
            "",
            "imageUrl",
            "ftp://example.org/grace.jpg",
            "isPublic",
            "on")
        .is(422)
        .says("id=\"imageUrl-fault\"", "value=\"ftp://example.org/grace.jpg\"");
    stranger.open(page).is(200).saysNot("ftp:");
  }

  @Test
  void aPageChangedElsewhereMeanwhileKeepsWhatWasTyped() {
    String version = owner.open(run + "/edit").is(200).field("version");
    String[] fields = {
      "version", version, "lovedOneName", "Grace", "customText", "mine", "imageUrl", ""
    };
    owner.send(run + "/edit", fields).leadsTo(run);

    Visitor.Shown told = owner.send(run + "/edit", fields).is(409).says("mine");

    assertThat(told.field("version")).isNotEqualTo(version);
  }

  @Test
  void aPageThatIsNotPublicIsThereForNobodyElse() {
    String version = owner.open(run + "/edit").is(200).field("version");
    owner
        .send(
            run + "/edit",
            "version",
            version,
            "lovedOneName",
            "Grace",
            "customText",
            "",
            "imageUrl",
            "")
        .leadsTo(run);

    stranger.open(page).is(404);
    owner.open(page).is(200).says("Nobody else sees it");
  }

  @Test
  void aGuestBookEntryIsSentByAPlainFormAndWaitsForTheFamily() {
    stranger
        .send(page + "/guestbook", "name", "Alan", "message", "She was <kind>.")
        .leadsTo(page + "?done=guest_book_written#guest-book");
    stranger.open(page).is(200).saysNot("She was");

    owner.open(run + "/edit").is(200).says("She was &lt;kind&gt;.", "Waiting");
    UUID entry =
        house
            .stagedoor()
            .guestBooks()
            .list(family.actor(), family.memorial(), PageRequest.first())
            .items()
            .get(0)
            .id();
    owner
        .send(run + "/guestbook/" + entry, "decision", "approved")
        .leadsTo(run + "/edit?done=guest_book_moderated");
    stranger.open(page).is(200).says("She was &lt;kind&gt;.");

    owner.send(run + "/guestbook/" + entry, "decision", "delete").leadsTo(run);
    stranger.open(page).is(200).saysNot("She was");
  }

  @Test
  void anEmptyGuestBookEntryIsToldBesideTheFieldAndTheNameStays() {
    stranger
        .send(page + "/guestbook", "name", "Alan", "message", "  ")
        .is(422)
        .says("id=\"message-fault\"", "value=\"Alan\"");
  }

  @Test
  void aSlugOfAnyScriptIsAnAddress() {
    InMemoryStagedoor.Family other = house.aFamily("محمد علي");

    stranger.open("/%D9%85%D8%AD%D9%85%D8%AF-%D8%B9%D9%84%D9%8A").is(200).says("محمد علي");
    assertThat(other.slug()).isEqualTo("محمد-علي");
  }

  // Whose it is

  @Test
  void anotherFamilyMayNotRunIt() {
    Visitor other = Visitor.signedIn(server, house.aFamily().person());

    for (String section : new String[] {"", "/schedule", "/payment", "/livestream", "/edit"}) {
      other.open(run + section).is(403);
    }
    other.send(run + "/schedule", schedule("1", "action", "save")).is(403);
    other.send(run + "/edit", "version", "1").is(403);
    other.open("/admin").is(403);
  }

  @Test
  void theMemorialItselfLeadsToWhatComesNext() {
    owner.open(run).leadsTo(run + "/schedule");
    owner.open("/profile").is(200).says("Grace Hopper", page);
  }

  @Test
  void anUnknownMemorialIsUnknown() {
    owner.open("/memorial/" + new MemorialId(UUID.randomUUID()).value() + "/schedule").is(404);
  }

  @Test
  void adminsSeeDeliveriesAndJobs() {
    live();
    Visitor admin = new Visitor(server);
    admin
        .send(
            "/login",
            "email",
            InMemoryStagedoor.ADMIN.value(),
            "password",
            InMemoryStagedoor.PASSWORD.reveal())
        .leadsTo("/admin");

    admin.open("/admin/webhooks").is(200).says("Applied");
    admin.open("/admin/webhooks?status=failed").is(200).says("No deliveries");
    admin.open("/admin/jobs").is(200);
    admin.open("/admin?search=grace").is(200).says("value=\"grace\"", "Grace");
  }
}
