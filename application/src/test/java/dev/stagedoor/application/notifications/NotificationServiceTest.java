package dev.stagedoor.application.notifications;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.NotificationSamples.aLetter;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationError;
import dev.stagedoor.domain.notifications.Template;
import dev.stagedoor.domain.notifications.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationServiceTest {
  private static final Map<String, String> MONDAY = Map.of("day", "Monday");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final Actor admin = house.admin().actor();
  private final NotificationService notifications = house.stagedoor().notifications();
  private final TemplateService templates = house.stagedoor().templates();
  private final PreferenceService preferences = house.stagedoor().preferences();

  @Test
  void everybodyNamedGetsOneMailInTheirLanguage() {
    make("news", Category.PRODUCT);
    Person english = aPerson();
    Person french = aPerson();
    preferences.change(french.actor(), Map.of(), Optional.of(Language.FR));

    Notification begun = send("news", MONDAY, Optional.empty(), english, french);
    assertThat(begun.recipients()).isEqualTo(2);
    assertThat(begun.isDone()).isFalse();

    assertThat(only(english).content().subject()).startsWith("News for ");
    assertThat(only(english).content().text()).contains("we open on Monday.");
    assertThat(only(french).content().subject()).startsWith("Du nouveau, ");
    assertThat(only(french).content().html()).contains("<html lang=\"fr\" dir=\"ltr\">");
    Notification done = notifications.get(admin, begun.id());
    assertThat(done.isDone()).isTrue();
    assertThat(done.sent()).isEqualTo(2);
    assertThat(done.skipped()).isZero();
  }

  @Test
  void theChosenLanguageIsThatOfEveryMail() {
    Person person = aPerson();

    PreferencesView view = preferences.change(person.actor(), Map.of(), Optional.of(Language.DE));
    assertThat(view.language()).isEqualTo(Language.DE);
    assertThat(preferences.mine(person.actor()).language()).isEqualTo(Language.DE);
    preferences.change(person.actor(), Map.of(Category.MARKETING, true), Optional.empty());
    assertThat(preferences.mine(person.actor()).language()).isEqualTo(Language.DE);

    house.stagedoor().accountLinks().forgot(person.email());
    assertThat(only(person).content().html()).contains("<html lang=\"de\" dir=\"ltr\">");
  }

  @Test
  void aLanguageThatIsMissingIsReadInEnglishFromLeftToRight() {
    make("news", Category.PRODUCT);
    Person arabic = aPerson();
    preferences.change(arabic.actor(), Map.of(), Optional.of(Language.AR));
    send("news", MONDAY, Optional.empty(), arabic);

    assertThat(only(arabic).content().html()).contains("<html lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void valuesAreEscapedInHtmlAndNowhereElse() {
    make("news", Category.PRODUCT);
    Person person = aPerson();
    send("news", Map.of("day", "<b>\"Mon\" & 'Tue'</b>"), Optional.empty(), person);

    assertThat(only(person).content().text()).contains("<b>\"Mon\" & 'Tue'</b>");
    assertThat(only(person).content().html())
        .contains("&lt;b&gt;&quot;Mon&quot; &amp; &#39;Tue&#39;&lt;/b&gt;")
        .doesNotContain("<b>");
  }

  @Test
  void breaksInValuesAreThoseOfTextsAndByAKeyTheyAreTheSame() {
    make("news", Category.PRODUCT);
    Person person = aPerson();
    Map<String, String> typed = Map.of("day", "Monday\r\n\r\nor Tuesday ");
    Notification begun = send("news", typed, Optional.of("k"), person);

    assertThat(only(person).content().text())
        .contains("Monday\n\nor Tuesday.")
        .doesNotContain("\r");
    assertThat(send("news", typed, Optional.of("k"), person).id()).isEqualTo(begun.id());
  }

  @Test
  void marketingGoesToThoseWhoAskedForIt() {
    make("offer", Category.MARKETING);
    Person silent = aPerson();
    Person keen = aPerson();
    preferences.change(keen.actor(), Map.of(Category.MARKETING, true), Optional.empty());
    Notification begun = send("offer", MONDAY, Optional.empty(), silent, keen);

    assertThat(house.mailsTo(silent.email())).isEmpty();
    assertThat(house.mailsTo(keen.email())).hasSize(1);
    Notification done = notifications.get(admin, begun.id());
    assertThat(done.sent()).isEqualTo(1);
    assertThat(done.skipped()).isEqualTo(1);
  }

  @Test
  void whoUnsubscribedByTheLinkInAMailGetsNoMoreOfItsKind() {
    make("news", Category.PRODUCT);
    Person person = aPerson();
    send("news", MONDAY, Optional.empty(), person);
    OutgoingMessage mail = only(person);
    String link = mail.content().unsubscribe().orElseThrow().toString();
    assertThat(mail.content().text()).contains(link);
    assertThat(mail.content().html()).contains(link);
    String token = link.substring(link.indexOf("token=") + 6);

    UnsubscriptionView off = new UnsubscriptionView(Category.PRODUCT, false);
    UnsubscriptionView on = new UnsubscriptionView(Category.PRODUCT, true);
    assertThat(preferences.named(token)).isEqualTo(on);
    assertThat(preferences.mine(person.actor()).wanted()).contains(Category.PRODUCT);
    assertThat(preferences.unsubscribe(token)).isEqualTo(off);
    assertThat(preferences.unsubscribe(token)).isEqualTo(off);
    assertThat(preferences.named(token)).isEqualTo(off);
    assertThat(preferences.mine(person.actor()).wanted()).doesNotContain(Category.PRODUCT);
    send("news", MONDAY, Optional.empty(), person);
    assertThat(house.mailsTo(person.email())).hasSize(1);

    assertThat(preferences.resubscribe(token)).isEqualTo(on);
    assertThat(preferences.mine(person.actor()).wanted()).contains(Category.PRODUCT);
    send("news", MONDAY, Optional.empty(), person);
    assertThat(house.mailsTo(person.email())).hasSize(2);

    assertRefused(
        NotificationError.UNSUBSCRIBE_LINK_INVALID, () -> preferences.unsubscribe(token + "A"));
    assertRefused(
        NotificationError.UNSUBSCRIBE_LINK_INVALID, () -> preferences.resubscribe(token + "A"));
    assertRefused(NotificationError.UNSUBSCRIBE_LINK_INVALID, () -> preferences.named("preview"));
  }

  @Test
  void whoUnsubscribesWhileAMailWaitsDoesNotGetIt() {
    make("news", Category.PRODUCT);
    Person gone = aPerson();
    Person here = aPerson();
    Notification begun = send("news", MONDAY, Optional.empty(), gone, here);
    house.stagedoor().jobHandlers().stream()
        .filter(job -> job.name().equals("send-notification"))
        .forEach(job -> job.work().accept(begun.id().value()));
    assertThat(notifications.get(admin, begun.id()).sent()).isEqualTo(2);

    preferences.change(gone.actor(), Map.of(Category.PRODUCT, false), Optional.empty());

    assertThat(house.mailsTo(here.email())).hasSize(1);
    assertThat(house.mailsTo(gone.email())).isEmpty();
    assertThat(house.runJobs()).isEmpty();
  }

  @Test
  void fromWhatIsAboutTheAccountNobodyUnsubscribes() {
    make("account", Category.ACCOUNT);
    Person person = aPerson();
    send("account", MONDAY, Optional.empty(), person);

    assertThat(only(person).content().unsubscribe()).isEmpty();
    assertThat(only(person).content().headers()).isEmpty();
    assertRefused(
        CommonError.INVALID_VALUE,
        () ->
            preferences.change(person.actor(), Map.of(Category.ACCOUNT, false), Optional.empty()));
  }

  @Test
  void manyAreGoneThroughStepByStepAndEachIsWrittenToOnce() {
    make("news", Category.PRODUCT);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 2 * NotificationService.STEP + 1; i++) {
      people.add(aPerson());
    }
    Notification begun =
        notifications.send(
            admin,
            new SendNotification("news", Addressees.of(Role.USER), MONDAY, Optional.empty()));
    house.runJobs();
    assertThat(notifications.get(admin, begun.id()).sent()).isEqualTo(NotificationService.STEP);
    house.clock().advance(Duration.ofMillis(1));
    Person late = aPerson();

    house.later(NotificationService.PAUSE);
    house.later(NotificationService.PAUSE);

    Notification done = notifications.get(admin, begun.id());
    assertThat(done.isDone()).isTrue();
    assertThat(done.sent()).isEqualTo(people.size());
    assertThat(done.recipients()).isEqualTo(people.size());
    assertThat(people).allSatisfy(person -> assertThat(house.mailsTo(person.email())).hasSize(1));
    assertThat(house.mailsTo(late.email())).isEmpty();
  }

  @Test
  void whatItSaysStaysWhateverBecomesOfItsTemplate() {
    Template template = make("news", Category.PRODUCT);
    Person person = aPerson();
    Notification begun = send("news", MONDAY, Optional.empty(), person);
    templates.remove(admin, template.id());

    assertThat(only(person).content().subject()).startsWith("News for ");
    assertThat(notifications.get(admin, begun.id()).order().template()).isEqualTo("news");
  }

  @Test
  void whoMayNotActIsSkipped() {
    make("news", Category.ACCOUNT);
    Person person = aPerson();
    house.stagedoor().accountAdmin().suspend(admin, person.actor().userId(), "");
    Notification begun = send("news", MONDAY, Optional.empty(), person);

    assertThat(house.mailsTo(person.email())).isEmpty();
    assertThat(notifications.get(admin, begun.id()).skipped()).isEqualTo(1);
  }

  @Test
  void byOneKeyItIsSentOnce() {
    make("news", Category.PRODUCT);
    Person person = aPerson();
    Notification first = send("news", MONDAY, Optional.of("k"), person);
    house.runJobs();

    assertThat(send("news", MONDAY, Optional.of("k"), person).id()).isEqualTo(first.id());
    assertThat(house.mailsTo(person.email())).hasSize(1);
    assertRefused(
        NotificationError.NOTIFICATION_KEY_TAKEN,
        () -> send("news", Map.of("day", "Tuesday"), Optional.of("k"), person));
    assertThat(notifications.list(admin, PageRequest.first()).total()).isEqualTo(1);
    assertThat(acts()).containsOnlyOnce("notification.sent");
  }

  @Test
  void whoAsksAgainByAKeyIsToldOfTheFirstWhateverBecameOfItsTemplate() {
    Template template = make("news", Category.PRODUCT);
    Person one = aPerson();
    Person two = aPerson();
    Notification first = send("news", MONDAY, Optional.of("k"), one, two);
    templates.change(
        admin,
        template.id(),
        new ChangeTemplate(
            Optional.empty(),
            Optional.of(Set.of()),
            Optional.of(Map.of(Language.EN, new Wording("Hello", "There"))),
            Optional.empty()));

    assertThat(send("news", MONDAY, Optional.of("k"), two, one).id()).isEqualTo(first.id());
    templates.remove(admin, template.id());
    assertThat(send("news", MONDAY, Optional.of("k"), one, two).id()).isEqualTo(first.id());
    assertRefused(
        NotificationError.NOTIFICATION_KEY_TAKEN,
        () -> send("news", MONDAY, Optional.of("k"), one));
    assertRefused(
        CommonError.INVALID_VALUE, () -> send("news", MONDAY, Optional.of("other"), one, two));
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnythingIsSent() {
    make("news", Category.PRODUCT);
    Person person = aPerson();

    for (Map<String, String> wrong :
        List.of(Map.<String, String>of(), Map.of("day", "x", "hour", "y"))) {
      assertRefused(CommonError.INVALID_VALUE, () -> send("news", wrong, Optional.empty(), person));
    }
    assertRefused(
        CommonError.INVALID_VALUE, () -> send("nothing", MONDAY, Optional.empty(), person));
    assertRefused(
        CommonError.INVALID_VALUE,
        () ->
            notifications.send(
                admin,
                new SendNotification(
                    "news",
                    Addressees.of(List.of(person.actor().userId(), aUserId())),
                    MONDAY,
                    Optional.empty())));
    assertThat(notifications.list(admin, PageRequest.first()).items()).isEmpty();
    assertThat(house.mailsTo(person.email())).isEmpty();
  }

  @Test
  void whoIsReachedIsKnownBefore() {
    make("news", Category.PRODUCT);
    long before = notifications.reach(admin).getOrDefault(Role.USER, 0L);
    Person unused = aPerson();

    Map<Role, Long> reach = notifications.reach(admin);
    assertThat(reach).containsEntry(Role.USER, before + 1);
    Notification sent =
        notifications.send(
            admin,
            new SendNotification("news", Addressees.of(Role.USER), MONDAY, Optional.empty()));
    assertThat(sent.recipients()).isEqualTo(before + 1);
  }

  @Test
  void adminsAlone() {
    Person person = aPerson();
    Template template = make("news", Category.PRODUCT);
    Notification sent = send("news", MONDAY, Optional.empty(), person);

    for (Actor actor : List.of(person.actor(), Actor.visitor())) {
      var code = actor.isSignedIn() ? CommonError.NOT_ALLOWED : CommonError.NOT_SIGNED_IN;
      assertRefused(code, () -> templates.list(actor));
      assertRefused(code, () -> templates.get(actor, template.id()));
      assertRefused(code, () -> templates.make(actor, "x", aLetter(Category.PRODUCT)));
      assertRefused(code, () -> templates.change(actor, template.id(), nothing()));
      assertRefused(code, () -> templates.remove(actor, template.id()));
      assertRefused(code, () -> templates.preview(actor, template.id(), MONDAY, "A", Language.EN));
      assertRefused(code, () -> notifications.list(actor, PageRequest.first()));
      assertRefused(code, () -> notifications.get(actor, sent.id()));
      assertRefused(code, () -> notifications.reach(actor));
      assertRefused(
          code,
          () ->
              notifications.send(
                  actor,
                  new SendNotification("news", Addressees.everybody(), MONDAY, Optional.empty())));
    }
    assertThat(templates.get(admin, template.id()).letter()).isEqualTo(aLetter(Category.PRODUCT));
  }

  @Test
  void templatesAreChangedByWhoSawTheLastVersionAndEachActIsRecorded() {
    Template template = make("news", Category.PRODUCT);
    ChangeTemplate change =
        new ChangeTemplate(
            Optional.of(Category.MARKETING),
            Optional.of(Set.of()),
            Optional.of(Map.of(Language.EN, new Wording("Hello", "There"))),
            Optional.of(template.version()));
    Template changed = templates.change(admin, template.id(), change);
    assertThat(changed.letter().texts()).containsOnlyKeys(Language.EN);
    assertThat(changed.version()).isEqualTo(template.version() + 1);

    assertRefused(CommonError.STALE_VERSION, () -> templates.change(admin, template.id(), change));
    assertThat(templates.change(admin, template.id(), nothing()).version())
        .isEqualTo(changed.version());
    templates.remove(admin, template.id());
    assertRefused(CommonError.NOT_FOUND, () -> templates.get(admin, template.id()));
    assertThat(acts())
        .containsExactlyInAnyOrder(
            "notification_template.made",
            "notification_template.changed",
            "notification_template.removed");
  }

  @Test
  void aPreviewIsWhatSomebodyWouldRead() {
    Template template = make("news", Category.PRODUCT);

    PreviewView preview =
        templates.preview(admin, template.id(), Map.of("day", "<1>"), "Zoë", Language.FR);
    assertThat(preview.subject()).isEqualTo("Du nouveau, Zoë");
    assertThat(preview.text()).contains("ouverture <1>.");
    assertThat(preview.html()).contains("ouverture &lt;1&gt;.");
    assertThat(templates.preview(admin, template.id(), MONDAY, "Zoë", Language.HI).language())
        .isEqualTo(Language.EN);
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> templates.preview(admin, template.id(), Map.of(), "Zoë", Language.EN));
  }

  @Test
  void whatTheProductSendsByIsThereInEveryLanguageAndKeepsWhatAdminsWrote() {
    Template welcome = byKey("welcome");
    assertThat(welcome.letter().texts()).containsOnlyKeys(Language.values());
    templates.change(
        admin,
        welcome.id(),
        new ChangeTemplate(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Map.of(Language.EN, new Wording("Ours", "{{link}}"))),
            Optional.empty()));
    house.stagedoor().prepare();

    assertThat(byKey("welcome").letter().in(Language.EN).wording().subject()).isEqualTo("Ours");
    assertRefused(NotificationError.TEMPLATE_BUILT_IN, () -> templates.remove(admin, welcome.id()));
  }

  @Test
  void aCrashInTheMiddleLosesAndDoublesNobody() {
    make("news", Category.PRODUCT);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < NotificationService.STEP + 5; i++) {
      people.add(aPerson());
    }
    Notification begun =
        notifications.send(
            admin,
            new SendNotification("news", Addressees.of(Role.USER), MONDAY, Optional.empty()));
    house.jobs().forgetAll();
    house.stagedoor().jobHandlers().stream()
        .filter(job -> job.name().equals("send-notification"))
        .forEach(
            job -> {
              // A job runs again after a crash, and once more than it had to.
              for (int i = 0; i < 4; i++) {
                job.work().accept(begun.id().value());
              }
            });

    assertThat(people).allSatisfy(person -> assertThat(house.mailsTo(person.email())).hasSize(1));
    assertThat(notifications.get(admin, begun.id()).sent()).isEqualTo(people.size());
  }

  private Person aPerson() {
    return house.somebody("Ada Lovelace");
  }

  private static ChangeTemplate nothing() {
    return new ChangeTemplate(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private List<String> acts() {
    return house
        .unitOfWork()
        .read(() -> house.auditLog().all().stream().map(AuditEntry::action))
        .filter(action -> action.startsWith("notification"))
        .toList();
  }

  private Template byKey(String key) {
    return templates.list(admin).stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Template make(String key, Category category) {
    Letter letter = aLetter(category);
    return templates.make(admin, key, letter);
  }

  private Notification send(
      String template, Map<String, String> values, Optional<String> key, Person... people) {
    return notifications.send(
        admin,
        new SendNotification(
            template,
            Addressees.of(Arrays.stream(people).map(person -> person.actor().userId()).toList()),
            values,
            key));
  }

  private OutgoingMessage only(Person person) {
    List<OutgoingMessage> mails = house.mailsTo(person.email());
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }
}
