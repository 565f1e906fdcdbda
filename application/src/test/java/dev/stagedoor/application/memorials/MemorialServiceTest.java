package dev.stagedoor.application.memorials;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.MemorialError;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemorialServiceTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final MemorialService memorials = house.stagedoor().memorials();
  private final DirectorService directors = house.stagedoor().directors();
  private final GuestBookService guestBooks = house.stagedoor().guestBooks();
  private final InMemoryStagedoor.Family family = house.aFamily("Grace Hopper");
  private final Actor admin = house.admin().actor();

  private void hide(InMemoryStagedoor.Family of) {
    long version = memorials.get(of.actor(), of.memorial()).version();
    memorials.change(
        of.actor(),
        of.memorial(),
        new MemorialService.Change(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false), version));
  }

  private static MemorialService.Change calling(String name, long version) {
    return new MemorialService.Change(
        Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), version);
  }

  private MemorialView createdBy(InMemoryStagedoor.Person director, EmailAddress familyEmail) {
    return directors.createMemorial(
        director.actor(),
        new CreateMemorial(
            "Alan Turing",
            familyEmail,
            PersonName.parse("Sara Turing"),
            new Phone("+44 20 7946 0000"),
            ServicePlan.empty(),
            Language.DE));
  }

  @Test
  void aFamilyThatRegistersHasAMemorialAndAWelcomeMail() {
    MemorialView memorial = memorials.get(family.actor(), family.memorial());

    assertThat(memorial.lovedOneName()).isEqualTo("Grace Hopper");
    assertThat(memorial.fullSlug()).isEqualTo("grace-hopper");
    assertThat(memorial.isPublic()).isTrue();
    assertThat(house.mailsTo(family.person().email()))
        .singleElement()
        .extracting(mail -> mail.content().text())
        .asString()
        .contains("Grace Hopper", "/memorial/" + family.memorial().value() + "/schedule");
    assertThat(house.identities().claimsIn(family.person().token()).role()).isEqualTo("owner");
  }

  @Test
  void aFamilyWhoseProcessDiedHasBothAccountAndMemorialOrNeither() {
    EmailAddress email = house.anAddress();
    house.wire().after("Claims.set", house::crash);
    assertThatThrownBy(() -> house.register(email, "Ada Lovelace")).isInstanceOf(Error.class);
    house.restart();
    assertThat(memorials.all(admin, "lovelace", PageRequest.first()).items()).isEmpty();

    house.register(email, "Ada Lovelace");

    assertThat(memorials.all(admin, "lovelace", PageRequest.first()).items()).hasSize(1);
    assertThat(house.mailsTo(email)).hasSize(1);
  }

  @Test
  void aNameThatIsNotTakenLeavesNoAccountThatIsInTheWay() {
    EmailAddress email = house.anAddress();
    assertRefused(CommonError.INVALID_VALUE, () -> house.register(email, " "));

    assertThat(house.register(email, "Ada Lovelace").memorial().fullSlug())
        .isEqualTo("ada-lovelace");
  }

  @Test
  void memorialsOfOneNameHaveAddressesOfTheirOwn() {
    assertThat(house.aFamily("Grace Hopper").slug()).isEqualTo("grace-hopper-2");
    assertThat(house.aFamily("Grace Hopper").slug()).isEqualTo("grace-hopper-3");
  }

  @Test
  void theAddressStaysWhenTheNameChanges() {
    MemorialView before = memorials.get(family.actor(), family.memorial());

    MemorialView after =
        memorials.change(
            family.actor(), family.memorial(), calling("Grace Brewster Hopper", before.version()));

    assertThat(after.lovedOneName()).isEqualTo("Grace Brewster Hopper");
    assertThat(after.fullSlug()).isEqualTo("grace-hopper");
  }

  @Test
  void aChangeBegunOnAnOldVersionIsRefused() {
    long begun = memorials.get(family.actor(), family.memorial()).version();
    memorials.change(family.actor(), family.memorial(), calling("First", begun));

    assertRefused(
        CommonError.STALE_VERSION,
        () -> memorials.change(family.actor(), family.memorial(), calling("Second", begun)));
  }

  @Test
  void aPublicMemorialIsRunByItsFamilyAndAdminsOnly() {
    Actor stranger = house.aFamily().actor();

    assertThat(memorials.get(admin, family.memorial()).fullSlug()).isEqualTo("grace-hopper");
    assertRefused(CommonError.NOT_ALLOWED, () -> memorials.get(stranger, family.memorial()));
    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> memorials.change(stranger, family.memorial(), calling("Mine", 1)));
    assertThat(memorials.bySlug(stranger, "grace-hopper").id())
        .isEqualTo(family.memorial().value());
    assertThat(memorials.bySlug(Actor.visitor(), "grace-hopper").id())
        .isEqualTo(family.memorial().value());
  }

  @Test
  void aPrivateMemorialIsNotThereForOthers() {
    hide(family);
    Actor stranger = house.aFamily().actor();

    assertThat(memorials.bySlug(family.actor(), "grace-hopper").isPublic()).isFalse();
    assertRefused(CommonError.NOT_FOUND, () -> memorials.get(stranger, family.memorial()));
    assertRefused(CommonError.NOT_FOUND, () -> memorials.bySlug(stranger, "grace-hopper"));
    assertRefused(CommonError.NOT_FOUND, () -> memorials.bySlug(Actor.visitor(), "grace-hopper"));
    assertRefused(
        CommonError.NOT_FOUND,
        () -> house.stagedoor().memorialStreams().visible(stranger, family.memorial()));
    assertRefused(
        CommonError.NOT_FOUND,
        () -> guestBooks.list(stranger, family.memorial(), PageRequest.first()));
  }

  @Test
  void aVisitorCannotTellAPrivateMemorialFromOneThatDoesNotExist() {
    hide(family);
    Actor visitor = Actor.visitor();
    MemorialStreamService streams = house.stagedoor().memorialStreams();
    BookingService bookings = house.stagedoor().bookings();
    BookingService.Edit edit = new BookingService.Edit(Optional.empty(), Optional.empty(), 1);
    GuestBookEntryId entry = new GuestBookEntryId(UUID.randomUUID());

    for (MemorialId id : List.of(family.memorial(), new MemorialId(UUID.randomUUID()))) {
      assertRefused(CommonError.NOT_SIGNED_IN, () -> memorials.get(visitor, id));
      assertRefused(
          CommonError.NOT_SIGNED_IN, () -> memorials.change(visitor, id, calling("Mine", 1)));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> bookings.schedule(visitor, id));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> bookings.save(visitor, id, edit));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> bookings.pay(visitor, id, Optional.empty()));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> streams.list(visitor, id));
      assertRefused(CommonError.NOT_SIGNED_IN, () -> guestBooks.delete(visitor, id, entry));
    }
  }

  @Test
  void aListHasTheMemorialsOneOwnsOrDirects() {
    InMemoryStagedoor.Person director = house.aDirector();
    MemorialView created = createdBy(director, family.person().email());

    assertThat(memorials.mine(family.actor(), PageRequest.first()).items())
        .extracting(MemorialView::id)
        .containsExactlyInAnyOrder(family.memorial().value(), created.id());
    assertThat(memorials.mine(director.actor(), PageRequest.first()).items())
        .containsExactly(created);
    assertRefused(
        CommonError.NOT_SIGNED_IN, () -> memorials.mine(Actor.visitor(), PageRequest.first()));
  }

  @Test
  void onlyAdminsListAll() {
    assertThat(memorials.all(admin, "HOPPER", PageRequest.first()).items()).hasSize(1);
    assertThat(memorials.all(admin, "nobody", PageRequest.first()).items()).isEmpty();
    assertRefused(
        CommonError.NOT_ALLOWED, () -> memorials.all(family.actor(), "", PageRequest.first()));
  }

  @Test
  void aDirectorWaitsForApproval() {
    InMemoryStagedoor.Person director = house.aNewDirector();
    assertThat(directors.status(director.actor())).hasValue(FuneralDirector.Status.PENDING);
    assertRefused(
        MemorialError.DIRECTOR_NOT_APPROVED, () -> createdBy(director, house.anAddress()));

    directors.decide(admin, director.actor().userId(), FuneralDirector.Status.APPROVED);
    directors.decide(admin, director.actor().userId(), FuneralDirector.Status.APPROVED);

    assertThat(createdBy(director, house.anAddress()).directorId())
        .hasValue(director.actor().userId().value());
    assertThat(house.mailsTo(director.email())).hasSize(1);
  }

  @Test
  void aRejectedDirectorIsToldAndMayNotCreate() {
    InMemoryStagedoor.Person director = house.aNewDirector();

    directors.decide(admin, director.actor().userId(), FuneralDirector.Status.REJECTED);

    assertThat(house.mailsTo(director.email())).hasSize(1);
    assertRefused(
        MemorialError.DIRECTOR_NOT_APPROVED, () -> createdBy(director, house.anAddress()));
  }

  @Test
  void onlyAdminsDecideOnDirectors() {
    InMemoryStagedoor.Person director = house.aNewDirector();

    assertRefused(
        CommonError.NOT_ALLOWED,
        () ->
            directors.decide(
                director.actor(), director.actor().userId(), FuneralDirector.Status.APPROVED));
    assertRefused(
        CommonError.NOT_FOUND,
        () -> directors.decide(admin, family.actor().userId(), FuneralDirector.Status.APPROVED));
    assertThat(
            directors
                .list(admin, Optional.of(FuneralDirector.Status.PENDING), PageRequest.first())
                .items())
        .extracting(DirectorView::userId)
        .containsExactly(director.actor().userId().value());
  }

  @Test
  void whoIsNoDirectorCreatesNoMemorials() {
    assertRefused(CommonError.NOT_ALLOWED, () -> createdBy(family.person(), house.anAddress()));
  }

  @Test
  void aNewFamilyIsInvitedInItsLanguageAndAKnownOneIsTold() {
    InMemoryStagedoor.Person director = house.aDirector();
    EmailAddress invited = house.anAddress();

    MemorialView first = createdBy(director, invited);
    createdBy(director, family.person().email());

    assertThat(house.mailsTo(invited))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.content().text()).contains("/invitation?token=", "Babbage & Sons");
              assertThat(mail.content().html()).contains("lang=\"de\"", "Babbage &amp; Sons");
            });
    assertThat(house.accountOf(invited).orElseThrow().id().value()).isEqualTo(first.ownerId());
    List<OutgoingMessage> told = house.mailsTo(family.person().email());
    assertThat(told).hasSize(2);
    assertThat(told.get(1).content().text()).contains("Alan Turing").doesNotContain("token=");
  }

  @Test
  void anInvitedFamilyIsInvitedAgainWithItsSecondMemorial() {
    InMemoryStagedoor.Person director = house.aDirector();
    EmailAddress invited = house.anAddress();
    createdBy(director, invited);

    MemorialView second = createdBy(director, invited);

    assertThat(second.fullSlug()).isEqualTo("alan-turing-2");
    assertThat(house.mailsTo(invited)).hasSize(2);
    assertThat(house.accountOf(invited).orElseThrow().id().value()).isEqualTo(second.ownerId());
  }

  @Test
  void aDirectorRunsTheMemorialsTheyCreated() {
    InMemoryStagedoor.Person director = house.aDirector();
    MemorialId id = new MemorialId(createdBy(director, house.anAddress()).id());

    assertThat(memorials.get(director.actor(), id).lovedOneName()).isEqualTo("Alan Turing");
    assertThat(house.stagedoor().bookings().schedule(director.actor(), id)).isNotNull();
    assertRefused(CommonError.NOT_ALLOWED, () -> memorials.get(house.aDirector().actor(), id));
  }

  @Test
  void aTakenAddressIsRefusedToDirectorsToo() {
    InMemoryStagedoor.Person director = house.aNewDirector();

    assertRefused(AuthError.EMAIL_TAKEN, () -> house.register(director.email(), "Somebody"));
  }

  @Test
  void whatAVisitorWritesIsHeldUntilItIsApproved() {
    GuestBookEntryView entry = written(Actor.visitor());
    assertThat(entry.status()).isEqualTo("pending");
    assertThat(seenBy(Actor.visitor())).isEmpty();
    assertThat(seenBy(family.actor())).hasSize(1);

    moderate(family.actor(), entry, GuestBookEntry.Status.APPROVED);

    assertThat(seenBy(Actor.visitor()))
        .singleElement()
        .extracting(GuestBookEntryView::message)
        .isEqualTo("We miss you.");
    moderate(family.actor(), entry, GuestBookEntry.Status.HIDDEN);
    assertThat(seenBy(Actor.visitor())).isEmpty();
    assertThat(guestBooks.approved(family.actor(), family.memorial(), PageRequest.first()).items())
        .isEmpty();
  }

  @Test
  void aDeletedEntryIsGone() {
    GuestBookEntryView entry = written(Actor.visitor());

    guestBooks.delete(family.actor(), family.memorial(), new GuestBookEntryId(entry.id()));

    assertThat(seenBy(family.actor())).isEmpty();
    assertRefused(
        CommonError.NOT_FOUND,
        () -> moderate(family.actor(), entry, GuestBookEntry.Status.APPROVED));
  }

  @Test
  void onlyThoseWhoRunTheMemorialModerateAndOnlyItsOwnEntries() {
    GuestBookEntryView entry = written(Actor.visitor());
    InMemoryStagedoor.Family other = house.aFamily();

    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> moderate(other.actor(), entry, GuestBookEntry.Status.APPROVED));
    assertRefused(
        CommonError.NOT_FOUND,
        () ->
            guestBooks.moderate(
                other.actor(),
                other.memorial(),
                new GuestBookEntryId(entry.id()),
                GuestBookEntry.Status.APPROVED));
    assertRefused(
        CommonError.NOT_SIGNED_IN,
        () -> moderate(Actor.visitor(), entry, GuestBookEntry.Status.APPROVED));
    assertThat(seenBy(Actor.visitor())).isEmpty();
  }

  private GuestBookEntryView written(Actor by) {
    return guestBooks.write(by, family.memorial(), "Ada", "We miss you.");
  }

  private void moderate(Actor by, GuestBookEntryView entry, GuestBookEntry.Status decision) {
    guestBooks.moderate(by, family.memorial(), new GuestBookEntryId(entry.id()), decision);
  }

  private List<GuestBookEntryView> seenBy(Actor actor) {
    return guestBooks.list(actor, family.memorial(), PageRequest.first()).items();
  }

  @Test
  void aDirectorWhoIsRejectedWhileTheFamilyGetsItsAccountCreatesNothing() {
    InMemoryStagedoor.Person director = house.aDirector();
    EmailAddress familyEmail = house.anAddress();
    house
        .wire()
        .before(
            "Identities.create",
            () ->
                directors.decide(
                    admin, director.actor().userId(), FuneralDirector.Status.REJECTED));

    assertRefused(MemorialError.DIRECTOR_NOT_APPROVED, () -> createdBy(director, familyEmail));

    assertThat(house.mailsTo(familyEmail)).isEmpty();
    assertThat(memorials.mine(director.actor(), PageRequest.first()).items()).isEmpty();
  }
}
