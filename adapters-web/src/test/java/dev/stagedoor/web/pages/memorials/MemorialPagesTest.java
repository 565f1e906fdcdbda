package dev.stagedoor.web.pages.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.web.pages.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A memorial's own page, its streams and its guest book. */
class MemorialPagesTest extends MemorialPagesScene {
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

  @Test
  void anotherFamilyMayNotRunIt() {
    Visitor other = Visitor.signedIn(SERVER, house.aFamily().person());

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
    Visitor admin = new Visitor(SERVER);
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
