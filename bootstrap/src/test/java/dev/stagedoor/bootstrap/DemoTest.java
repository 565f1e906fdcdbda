package dev.stagedoor.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.application.courses.CourseFigures;
import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.courses.CurriculumView;
import dev.stagedoor.application.courses.LectureView;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.application.tv.ResellerView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.storage.SignedRequest;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.tv.PlaylistAccess;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTest {
  private static final Secret PASSWORD = Secret.of("stagedoor demo");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final Demo demo =
      new Demo(
          house.stagedoor(),
          URI.create("https://stagedoor.example.org"),
          this::send,
          Optional.of(this::sell),
          Optional.of(
              new PlaylistAccess(
                  Secret.of("https://stagedoor.example.org/sandbox/iptv/get.php"),
                  Optional.of("demo"),
                  Optional.of(Secret.of("demo")))));

  @Test
  void fillingInTwiceIsLikeOnce() {
    demo.fill();
    assertIsComplete();

    demo.fill();

    assertIsComplete();
  }

  @ParameterizedTest
  @CsvSource({
    "Identities.create, 1",
    "Claims.set, 1",
    "SignIn.withPassword, 1",
    "LiveIngest.create, 1",
    "Identities.create, 2",
    "SignIn.withPassword, 2",
    "Identities.create, 3",
    "SignIn.withPassword, 3",
    "MerchantAccounts.check, 1",
    "Identities.create, 4",
    "SignedUploads.find, 1",
    "SignedUploads.find, 2",
    "Identities.create, 5",
    "Identities.create, 6",
    "Identities.create, 7"
  })
  void aServerThatDiedWhileFillingInCompletesItNextTime(String moment, int time) {
    crashBefore(moment, time);
    assertThatThrownBy(demo::fill).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();

    demo.fill();

    assertIsComplete();
  }

  @Test
  void whatSomebodyMadeTheirOwnIsLeftAlone() {
    demo.fill();
    String subject =
        house.accountOf(new EmailAddress("family@demo.example")).orElseThrow().identity().value();
    house
        .identities()
        .provider()
        .identities()
        .setPassword(subject, Secret.of("a password of their own"));

    demo.fill();

    assertThat(house.stagedoor().memorials().all(Actor.system(), "", PageRequest.first()).items())
        .hasSize(1);
  }

  private void crashBefore(String moment, int time) {
    house.wire().before(moment, time == 1 ? house::crash : () -> crashBefore(moment, time - 1));
  }

  private void assertIsComplete() {
    Actor rosa = signedIn("family@demo.example");
    List<MemorialView> memorials =
        house.stagedoor().memorials().mine(rosa, PageRequest.first()).items();
    assertThat(memorials).hasSize(1);
    MemorialId id = new MemorialId(memorials.get(0).id());
    assertThat(house.stagedoor().bookings().schedule(rosa, id).services().main().location().name())
        .isEqualTo("Chapel by the sea");
    assertThat(house.stagedoor().memorialStreams().list(rosa, id)).hasSize(1);
    assertThat(house.stagedoor().guestBooks().list(rosa, id, PageRequest.first()).items())
        .hasSize(1);
    assertThat(house.stagedoor().directors().status(signedIn("director@demo.example")))
        .contains(FuneralDirector.Status.APPROVED);
    Actor olga = signedIn("seller@demo.example");
    List<ShowView> shows =
        house.stagedoor().shows().list(olga, Optional.empty(), PageRequest.first()).items();
    assertThat(shows).extracting(ShowView::status).containsExactly("live");
    ShowId show = new ShowId(shows.get(0).id());
    assertThat(house.stagedoor().showItems().list(olga, show)).hasSize(3);
    assertThat(house.stagedoor().claims().buyers(olga, show))
        .extracting(BuyerView::handle)
        .containsExactlyInAnyOrder("Ana", "Mei");
    assertThat(house.stagedoor().workspaces().list(olga, PageRequest.first()).items())
        .extracting(WorkspaceView::plan)
        .containsExactly("pro");
    Actor john = signedIn("viewer@demo.example");
    assertThat(house.stagedoor().viewerProfiles().list(john))
        .extracting(ProfileView::name, ProfileView::isKids, ProfileView::hasPin)
        .containsExactly(
            tuple("John", false, false), tuple("Sarah", false, false), tuple("Kids", true, true));
    assertThat(house.stagedoor().playlists().list(john)).hasSize(1);
    assertThat(house.stagedoor().resellers().dashboard(signedIn("reseller@demo.example")))
        .extracting(ResellerView::creditsBalance)
        .isEqualTo(10_000L);
    Actor tina = signedIn("teacher@demo.example");
    List<CourseFigures> courses =
        house.stagedoor().courses().teaching(tina, PageRequest.first()).items();
    assertThat(courses)
        .extracting(CourseFigures::course)
        .extracting(CourseView::status)
        .containsExactly("published");
    CurriculumView contents =
        house.stagedoor().curricula().of(tina, new CourseId(courses.get(0).course().id()));
    assertThat(contents.lectures()).hasSize(1).allMatch(LectureView::isPreview);
    assertThat(contents.chapters())
        .singleElement()
        .satisfies(chapter -> assertThat(chapter.lectures()).hasSize(1));
    assertThat(contents.lectures().get(0).video()).isPresent();
    assertThat(contents.chapters().get(0).lectures().get(0).video()).isPresent();
    assertThat(house.runJobs()).isEmpty();
    assertThat(
            house
                .stagedoor()
                .events()
                .organised(signedIn("organiser@demo.example"), PageRequest.first())
                .items())
        .singleElement()
        .satisfies(event -> assertThat(event.ticketing().status()).isEqualTo("active"));
  }

  private String sell(EventView event) {
    return house
        .ticketShop()
        .anEvent(event.title(), SaleStatus.LIVE, Optional.of(event.startsAt()), event.endsAt())
        .value();
  }

  private void send(SignedRequest request, byte[] file) {
    assertThat(house.storage().send(StorageWorld.Request.of(request, file)).status())
        .isLessThan(300);
  }

  private Actor signedIn(String email) {
    return house.stagedoor().sessions().signIn(new EmailAddress(email), PASSWORD).actor();
  }
}
