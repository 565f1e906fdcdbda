package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotificationPagesTest {
  private static final String HERE = "/admin/notifications";

  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final InMemoryStagedoor house = server.house();
  private final Visitor admin = Visitor.signedIn(server, house.admin());
  private final EmailAddress email = house.anAddress();

  private Visitor viewer() {
    Visitor viewer = new Visitor(server);
    viewer
        .send("/register/tv", "name", "Ada <b>", "email", email.value(), "password", "long enough")
        .leadsTo("/tv");
    return viewer;
  }

  private String make(String category) {
    return admin
        .send(
            HERE + "/templates",
            "key",
            "t" + UUID.randomUUID().toString().replace('-', '_'),
            "category",
            category,
            "variables",
            "day, hour",
            "texts.en.subject",
            "News for {{name}}",
            "texts.en.body",
            "We open on {{day}} at {{hour}}.")
        .leadsTo(HERE + "/templates/")
        .location()
        .replaceAll("\\?.*", "");
  }

  @Test
  void whoIsNoAdminSeesNothing() {
    new Visitor(server).open(HERE).leadsTo("/login?next=%2Fadmin%2Fnotifications");
    viewer().open(HERE).is(403);
  }

  @Test
  void anAdminWritesATemplateLooksAtItAndSendsItOnce() {
    viewer();
    String template = make("product");
    admin
        .open(template)
        .is(200)
        .says("News for {{name}}", "Value of day", "Value of hour", "العربية");
    admin
        .send(template + "/send", "act", "preview", "variables.day", "<Monday>", "language", "fr")
        .is(422)
        .says("This is needed.");
    admin.open(template + "/send?lang=en").leadsTo(template + "?lang=en");
    admin
        .send(
            template + "/send",
            "act",
            "preview",
            "variables.day",
            "<Monday>",
            "variables.hour",
            "9",
            "language",
            "fr")
        .is(200)
        .says("We open on &lt;Monday&gt; at 9.", "readers get it in English");
    String[] sending = {
      "act",
      "send",
      "key",
      "k-" + template,
      "to",
      "users",
      "people",
      email.value() + "\n",
      "variables.day",
      "Monday",
      "variables.hour",
      "9"
    };
    admin.send(template + "/send", sending).leadsTo(HERE + "?done=notification_sent");
    admin.send(template + "/send", sending).leadsTo(HERE + "?done=notification_sent");
    assertThat(house.runJobs()).isEmpty();

    assertThat(news()).hasSize(1);
    assertThat(news().get(0).content().subject()).isEqualTo("News for Ada <b>");
    assertThat(news().get(0).content().html()).contains("<title>News for Ada &lt;b&gt;</title>");
    admin.open(HERE).is(200).says("1 of 1", "Some people", "Done");
  }

  @Test
  void howManyAreReachedIsSaidBeforeAnythingIsSent() {
    viewer();
    Map<Role, Long> reach = house.stagedoor().notifications().reach(house.admin().actor());
    long everybody = reach.values().stream().mapToLong(Long::longValue).sum();

    admin
        .open(make("product"))
        .is(200)
        .says(
            "Everybody (" + everybody + ")",
            "User (" + reach.get(Role.USER) + ")",
            "Teacher (" + reach.getOrDefault(Role.TEACHER, 0L) + ")");
  }

  @Test
  void nobodyIsWrittenToByMistake() {
    viewer();
    String template = make("account");
    for (String to : List.of("", "all", "role")) {
      admin
          .send(
              template + "/send",
              "act",
              "send",
              "to",
              to,
              "role",
              "user",
              "people",
              to.isEmpty() ? "" : email.value(),
              "variables.day",
              "Monday",
              "variables.hour",
              "9")
          .is(422)
          .says("class=\"fault\"");
    }
    assertThat(house.runJobs()).isEmpty();

    assertThat(news()).isEmpty();
  }

  private Visitor.Shown sends(String template, String people) {
    return admin.send(
        template + "/send",
        "act",
        "send",
        "to",
        "users",
        "people",
        people,
        "variables.day",
        "Monday",
        "variables.hour",
        "9");
  }

  @Test
  void aPersonIsFoundByTheirWholeAddressHoweverManyHaveOneLikeIt() {
    viewer();
    for (int i = 0; i < 25; i++) {
      var unused = house.somebody(new EmailAddress(i + "." + email.value()), "Ada");
    }
    String template = make("account");
    sends(template, email.value().toUpperCase(Locale.ROOT) + "\n3." + email.value())
        .leadsTo(HERE + "?done=notification_sent");
    assertThat(house.runJobs()).isEmpty();

    assertThat(news()).hasSize(1);
    assertThat(house.mailsTo(new EmailAddress("3." + email.value()))).hasSize(1);
    assertThat(house.mailsTo(new EmailAddress("4." + email.value()))).isEmpty();
  }

  @Test
  void whatIsWrongStandsBesideIt() {
    String template = make("product");
    admin
        .send(
            HERE + "/templates", "key", "Not A Key", "category", "product", "texts.en.subject", "")
        .is(422)
        .says("This may not be empty.");
    admin
        .send(
            template,
            "category",
            "product",
            "variables",
            "day hour",
            "texts.en.subject",
            "Hello",
            "texts.en.body",
            "{{other}}",
            "version",
            "1")
        .is(422)
        .says("This uses a variable that is not declared.");
    sends(template, "nobody@nowhere.example").is(422).says("This is not one of the choices.");
    admin
        .send(template + "/send", "act", "send", "variables.day", "x", "variables.hour", "y")
        .is(422);
  }

  @Test
  void aSavedTemplateSpeaksAnotherLanguageAndARemovedOneIsGone() {
    String template = make("marketing");
    admin
        .send(
            template,
            "category",
            "marketing",
            "variables",
            "",
            "texts.en.subject",
            "Hello",
            "texts.en.body",
            "There",
            "texts.ar.subject",
            "مرحبا",
            "texts.ar.body",
            "أهلًا",
            "version",
            "1")
        .leadsTo(template + "?done=template_saved");
    admin
        .open(template)
        .is(200)
        .says("مرحبا")
        .says("<details open>\n              <summary><span lang=\"ar\"")
        .saysNot("<details open>\n              <summary><span lang=\"fr\"");
    admin.send(template, "category", "marketing", "texts.en.subject", "a", "version", "1").is(422);
    admin.send(template + "/remove").leadsTo(HERE + "?done=template_removed");
    admin.open(template).is(404);
  }

  @Test
  void whoHoldsALinkUnsubscribesByAButtonAndMayComeBack() {
    Visitor viewer = viewer();
    String template = make("product");
    sends(template, email.value()).leadsTo(HERE);
    assertThat(house.runJobs()).isEmpty();
    String link =
        news()
            .get(0)
            .content()
            .unsubscribe()
            .orElseThrow()
            .toString()
            .replaceAll("^https?://[^/]*", "");
    Visitor stranger = new Visitor(server);

    stranger.open(link).is(200).says("About what you use", "<form method=\"post\"");
    viewer.open("/tv/account").is(200).says("id=\"hear-product\" name=\"product\" checked");
    stranger
        .send(link)
        .is(200)
        .says("Done. You get no more mails of this kind")
        .saysNot("<form method=\"post\" action=\"/unsubscribe?");
    viewer.open("/tv/account").is(200).saysNot("id=\"hear-product\" name=\"product\" checked");
    stranger.send(link + "x").is(422).says("This link to unsubscribe is not valid.");
    String again = link.replace("/unsubscribe?", "/unsubscribe/again?");
    stranger.open(link).is(200).says("About what you use", "action=\"" + again + "\"");
    stranger.send(again + "x").is(422);
    stranger
        .send(again)
        .is(200)
        .says("You get mails of this kind again: About what you use.")
        .saysNot("<form method=\"post\" action=\"/unsub");
    viewer.open("/tv/account").is(200).says("id=\"hear-product\" name=\"product\" checked");
    stranger.send(link).is(200).says("Done. You get no more mails of this kind");

    viewer
        .send("/tv/preferences", "product", "on", "marketing", "on", "language", "ar")
        .leadsTo("/tv/account?done=preferences_saved");
    viewer
        .open("/tv/account")
        .is(200)
        .says(
            "id=\"hear-product\" name=\"product\" checked",
            "id=\"hear-marketing\" name=\"marketing\" checked",
            "value=\"ar\" lang=\"ar\" selected");
  }

  @Test
  void everyPageIsThereFromRightToLeft() {
    String template = make("product");
    for (String page : List.of(HERE, template)) {
      admin.open(page + "?lang=ar").is(200).says("dir=\"rtl\"", "الإشعارات");
    }
    admin.open(HERE + "?lang=en").is(200);
  }

  private List<OutgoingMessage> news() {
    return house.mailsTo(email).stream()
        .filter(mail -> mail.content().subject().startsWith("News"))
        .toList();
  }
}
