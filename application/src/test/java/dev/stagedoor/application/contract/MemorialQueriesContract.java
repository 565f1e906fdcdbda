package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.AccountBuilder.anAccount;
import static dev.stagedoor.domain.fixture.MemorialBuilder.aMemorial;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aMemorialId;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.memorials.DirectorView;
import dev.stagedoor.application.memorials.GuestBookEntryView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.MemorialBuilder;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.GuestBookEntryId;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every read side of memorials must do. */
public interface MemorialQueriesContract extends RepositoryContract {
  PageRequest EVERYTHING = new PageRequest(1, 1000);

  MemorialQueries queries();

  /** Where the things are kept that the queries find. */
  MemorialRepository memorials();

  FuneralDirectorRepository directors();

  GuestBookRepository guestBook();

  AccountRepository accounts();

  @Test
  default void whoMayRunAndSeeMemorialsIsTold() {
    Memorial own = aMemorial().ownedBy(anAccountOnFile()).build();
    Memorial directed =
        aMemorial().ownedBy(anAccountOnFile()).directedBy(anAccountOnFile()).hidden().build();
    Memorial notAsked = aMemorial().ownedBy(anAccountOnFile()).build();
    run(() -> List.of(own, directed, notAsked).forEach(memorials()::add));

    assertThat(write(() -> queries().access(List.of(own.id(), aMemorialId(), directed.id()))))
        .isEqualTo(Map.of(own.id(), own.access(), directed.id(), directed.access()));
    assertThat(write(() -> queries().access(List.of()))).isEmpty();
  }

  @Test
  default void aListedMemorialShowsWhatIsStored() {
    UserId owner = anAccountOnFile();
    UserId director = anAccountOnFile();
    Memorial memorial =
        aMemorial().ownedBy(owner).directedBy(director).calledAt("+1 555 0100").hidden().build();
    memorial.write("Beloved", NOW.plusSeconds(1));
    memorial.picture("https://example.org/ada.jpg", NOW.plusSeconds(2));
    run(() -> memorials().add(memorial));

    assertThat(runBy(owner))
        .containsExactly(
            new MemorialView(
                memorial.id().value(),
                memorial.slug().value(),
                memorial.lovedOneName(),
                owner.value(),
                Optional.of(director.value()),
                "+1 555 0100",
                "Beloved",
                Optional.of("https://example.org/ada.jpg"),
                false,
                memorial.createdAt(),
                memorial.updatedAt(),
                1));
  }

  @Test
  default void anAccountSeesWhatItOwnsAndDirectsNewestFirstAndNothingElse() {
    UserId user = anAccountOnFile();
    MemorialId owned = onFile(aMemorial().ownedBy(user).openedAt(NOW));
    MemorialId directed =
        onFile(
            aMemorial().ownedBy(anAccountOnFile()).directedBy(user).openedAt(NOW.plusSeconds(1)));
    onFile(aMemorial().ownedBy(anAccountOnFile()).directedBy(anAccountOnFile()));

    assertThat(runBy(user))
        .extracting(MemorialView::id)
        .containsExactly(directed.value(), owned.value());
    assertThat(runBy(aUserId())).isEmpty();
  }

  @Test
  default void anAccountThatBothOwnsAndDirectsSeesItOnce() {
    UserId user = anAccountOnFile();
    onFile(aMemorial().ownedBy(user).directedBy(user));

    assertThat(runBy(user)).hasSize(1);
  }

  @Test
  default void aListComesByThePageAndTellsTheSizeOfTheWhole() {
    UserId user = anAccountOnFile();
    MemorialId oldest = onFile(aMemorial().ownedBy(user).openedAt(NOW));
    onFile(aMemorial().ownedBy(user).openedAt(NOW.plusSeconds(1)));
    onFile(aMemorial().ownedBy(user).openedAt(NOW.plusSeconds(2)));
    Page<MemorialView> last = write(() -> queries().runBy(user, new PageRequest(2, 2)));
    Page<MemorialView> beyond = write(() -> queries().runBy(user, new PageRequest(3, 2)));

    assertThat(last.items()).extracting(MemorialView::id).containsExactly(oldest.value());
    assertThat(last.page()).isEqualTo(2);
    assertThat(last.limit()).isEqualTo(2);
    assertThat(last.total()).isEqualTo(3);
    assertThat(beyond.items()).isEmpty();
    assertThat(beyond.total()).isEqualTo(3);
  }

  @Test
  default void memorialsAreFoundByPartOfTheirNameInAnyCaseNewestFirst() {
    String mark = aMark();
    MemorialId older = onFile(aMemorialOfSomebody().inMemoryOf("Ada " + mark).openedAt(NOW));
    MemorialId newer =
        onFile(aMemorialOfSomebody().inMemoryOf(mark + " Byron").openedAt(NOW.plusSeconds(1)));
    onFile(aMemorialOfSomebody());

    assertThat(found(mark.toUpperCase(Locale.ROOT))).containsExactly(newer.value(), older.value());
  }

  @Test
  default void memorialsAreFoundByPartOfTheirSlug() {
    Memorial memorial = aMemorialOfSomebody().build();
    run(() -> memorials().add(memorial));

    assertThat(found(memorial.slug().value().substring(5))).containsExactly(memorial.id().value());
  }

  @Test
  default void whatIsSearchedForIsTakenLiterally() {
    String mark = aMark();
    MemorialId percent = onFile(aMemorialOfSomebody().inMemoryOf("100% " + mark));
    onFile(aMemorialOfSomebody().inMemoryOf("100x " + mark));

    assertThat(found("0% " + mark)).containsExactly(percent.value());
    assertThat(found("_% " + mark)).isEmpty();
    assertThat(found("100_ " + mark)).isEmpty();
    assertThat(found("\\% " + mark)).isEmpty();
    assertThat(found("' or '" + mark)).isEmpty();
  }

  @Test
  default void withoutASearchAllMemorialsAreListed() {
    MemorialId hidden = onFile(aMemorialOfSomebody().hidden().openedAt(NOW.plusSeconds(86_400)));

    assertThat(found("")).contains(hidden.value());
  }

  @Test
  default void directorsAreListedOldestFirstAllOrThoseOfOneStatus() {
    FuneralDirector younger = onFile(FuneralDirector.Status.PENDING, NOW.plusSeconds(1));
    FuneralDirector older = onFile(FuneralDirector.Status.PENDING, NOW);
    FuneralDirector approved = onFile(FuneralDirector.Status.APPROVED, NOW);

    assertThat(listed(Optional.of(FuneralDirector.Status.PENDING)))
        .containsSubsequence(older.user().value(), younger.user().value())
        .doesNotContain(approved.user().value());
    assertThat(listed(Optional.of(FuneralDirector.Status.APPROVED)))
        .contains(approved.user().value())
        .doesNotContain(older.user().value());
    assertThat(listed(Optional.empty()))
        .containsSubsequence(older.user().value(), younger.user().value())
        .contains(approved.user().value());
  }

  @Test
  default void aListedDirectorShowsAccountAndCompany() {
    Account account =
        anAccount().called("Grace", "Hopper").being(Role.FUNERAL_DIRECTOR).active().build();
    FuneralDirector director =
        FuneralDirector.register(account.id(), "Graham & Daughters", "+1 555 0100", NOW);
    run(
        () -> {
          accounts().save(account);
          directors().save(director);
        });

    assertThat(write(() -> queries().directors(Optional.empty(), EVERYTHING)).items())
        .contains(
            new DirectorView(
                account.id().value(),
                account.email().value(),
                "Grace Hopper",
                "Graham & Daughters",
                "+1 555 0100",
                "pending",
                NOW));
  }

  @Test
  default void aGuestBookIsListedNewestFirst() {
    MemorialId memorial = onFile(aMemorialOfSomebody());
    UUID older = write(memorial, GuestBookEntry.Status.APPROVED, NOW);
    UUID newer = write(memorial, GuestBookEntry.Status.PENDING, NOW.plusSeconds(1));
    UUID hidden = write(memorial, GuestBookEntry.Status.HIDDEN, NOW.plusSeconds(2));
    write(onFile(aMemorialOfSomebody()), GuestBookEntry.Status.APPROVED, NOW);

    assertThat(entries(memorial, false)).containsExactly(hidden, newer, older);
    assertThat(entries(memorial, true)).containsExactly(older);
    assertThat(entries(aMemorialId(), false)).isEmpty();
  }

  @Test
  default void theSizeOfAGuestBookIsThatOfWhatWasAskedFor() {
    MemorialId memorial = onFile(aMemorialOfSomebody());
    UUID shown = write(memorial, GuestBookEntry.Status.APPROVED, NOW);
    write(memorial, GuestBookEntry.Status.PENDING, NOW);
    Page<GuestBookEntryView> page =
        write(() -> queries().guestBook(memorial, true, new PageRequest(1, 1)));

    assertThat(page.items())
        .containsExactly(new GuestBookEntryView(shown, "Grace", "We miss you.", "approved", NOW));
    assertThat(page.total()).isEqualTo(1);
    assertThat(write(() -> queries().guestBook(memorial, false, new PageRequest(1, 1))).total())
        .isEqualTo(2);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> queries().runBy(aUserId(), EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().all("", EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().directors(Optional.empty(), EVERYTHING));
    assertNeedsUnitOfWork(() -> queries().guestBook(aMemorialId(), false, EVERYTHING));
  }

  private MemorialBuilder aMemorialOfSomebody() {
    return aMemorial().ownedBy(anAccountOnFile());
  }

  /** A word that no other test uses. */
  private static String aMark() {
    return "mark" + UUID.randomUUID().toString().replace("-", "");
  }

  private MemorialId onFile(MemorialBuilder wanted) {
    Memorial memorial = wanted.build();
    run(() -> memorials().add(memorial));
    return memorial.id();
  }

  private FuneralDirector onFile(FuneralDirector.Status status, Instant registeredAt) {
    Account account = anAccount().being(Role.FUNERAL_DIRECTOR).active().build();
    FuneralDirector director =
        FuneralDirector.register(account.id(), "Graham", "", registeredAt).decided(status);
    run(
        () -> {
          accounts().save(account);
          directors().save(director);
        });
    return director;
  }

  private UUID write(MemorialId memorial, GuestBookEntry.Status status, Instant at) {
    GuestBookEntryId id = new GuestBookEntryId(UUID.randomUUID());
    GuestBookEntry entry = GuestBookEntry.write(id, memorial, "Grace", "We miss you.", at);
    run(() -> guestBook().save(entry.moderated(status)));
    return id.value();
  }

  private List<MemorialView> runBy(UserId user) {
    return write(() -> queries().runBy(user, EVERYTHING)).items();
  }

  private List<UUID> found(String search) {
    return write(() -> queries().all(search, EVERYTHING)).items().stream()
        .map(MemorialView::id)
        .toList();
  }

  private List<UUID> listed(Optional<FuneralDirector.Status> status) {
    return write(() -> queries().directors(status, EVERYTHING)).items().stream()
        .map(DirectorView::userId)
        .toList();
  }

  private List<UUID> entries(MemorialId memorial, boolean approvedOnly) {
    return write(() -> queries().guestBook(memorial, approvedOnly, EVERYTHING)).items().stream()
        .map(GuestBookEntryView::id)
        .toList();
  }
}
