package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.tv.Viewers.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationApiTest {
  private static final String HERE = "/api/v1/notifications";
  private static final String TEMPLATES = HERE + "/templates";
  private static final String PREFERENCES = HERE + "/preferences";

  private static WebServer server;
  private static Viewers viewers;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
    viewers = Viewers.open(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void aLetterGoesOutOnceAndItsReaderUnsubscribesWithOneClick() {
    String key = make("product");
    String body =
        "{'template':'%s','to':{'user_ids':['%s']},'variables':{'day':'Monday'},'key':'%s'}"
            .formatted(key, viewers.idOf(Caller.VIEWER), key);
    Answer begun = viewers.call(Caller.ADMIN, "POST", HERE + "/send", body);
    assertThat(begun.status()).isEqualTo(202);
    assertThat(Viewers.within(begun, "notification"))
        .containsEntry("status", "sending")
        .containsEntry("recipients", 1);
    String id = Viewers.id(begun, "notification");
    assertThat(Viewers.id(viewers.call(Caller.ADMIN, "POST", HERE + "/send", body), "notification"))
        .isEqualTo(id);
    viewers
        .call(Caller.ADMIN, "POST", HERE + "/send", body.replace("Monday", "Tuesday"))
        .isProblem(409, "NOTIFICATION_KEY_TAKEN");

    assertThat(server.house().runJobs()).isEmpty();
    assertThat(
            Viewers.within(viewers.call(Caller.ADMIN, "GET", HERE + "/" + id, ""), "notification"))
        .containsEntry("status", "sent")
        .containsEntry("sent", 1)
        .containsEntry("skipped", 0);
    List<OutgoingMessage> mails = mails(key);
    assertThat(mails).hasSize(1);
    String link =
        mails
            .get(0)
            .content()
            .headers()
            .get("List-Unsubscribe")
            .replaceAll("^<https?://[^/]*|>$", "");

    Answer asked = server.get(link).header("Accept", "text/html").send();
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.header("Cache-Control")).hasValue("no-store");
    assertThat(preference("product")).isEqualTo(true);
    Answer done =
        server
            .post(link)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(done.status()).isEqualTo(200);
    assertThat(preference("product")).isEqualTo(false);

    String forged = link.substring(0, link.length() - 2) + (link.endsWith("A") ? "BA" : "AA");
    server.post(forged).bytes(new byte[0]).send().isProblem(422, "UNSUBSCRIBE_LINK_INVALID");
    server.get("/unsubscribe").send().isProblem(422, "UNSUBSCRIBE_LINK_INVALID");
    viewers.call(Caller.VIEWER, "PUT", PREFERENCES, "{'categories':{'product':true}}");
    assertThat(preference("product")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'template':'welcome','variables':{'link':'x'}}",
        "{'template':'welcome','to':{},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'all':false},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'all':true,'role':'user'},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'role':'king'},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'user_ids':[]},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'user_ids':[null]},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'user_ids':['00000000-0000-0001-0000-000000000002']},"
            + "'variables':{'link':'x'}}",
        "{'template':'none','to':{'all':true},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'all':true}}",
        "{'template':'welcome','to':{'all':true},'variables':{'link':'x','more':'y'}}",
        "{'template':'welcome','to':{'all':true},'variables':{'link':'x'},'key':''}"
      })
  void whatCannotBeSentIsRefused(String body) {
    String before = viewers.call(Caller.ADMIN, "GET", HERE, "").text();

    viewers.call(Caller.ADMIN, "POST", HERE + "/send", body).isProblem(422, "INVALID_VALUE");

    assertThat(viewers.call(Caller.ADMIN, "GET", HERE, "").text()).isEqualTo(before);
  }

  @Test
  void everyFaultOfATemplateIsToldByItsMember() {
    Answer answer =
        viewers.call(
            Caller.ADMIN,
            "POST",
            TEMPLATES,
            "{'key':'good','category':'spam','texts':{'en':{'subject':'','body':'{{x'},"
                + "'xx':{'subject':'a','body':'b'},'fr':null}}");

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text())
        .contains("\"category\"", "texts.en.subject", "texts.en.body", "texts.fr", "\"texts\"");
    viewers
        .call(
            Caller.ADMIN,
            "POST",
            TEMPLATES,
            "{'key':'good','category':'product','texts':{'en':{'subject':'a','body':'{{x}}'}}}")
        .isProblem(422, "INVALID_VALUE");
    viewers
        .call(
            Caller.ADMIN,
            "POST",
            TEMPLATES,
            "{'key':'welcome','category':'product','texts':{'en':{'subject':'a','body':'b'}}}")
        .isProblem(409, "TEMPLATE_KEY_TAKEN");
  }

  @Test
  void whoSawAnOldVersionChangesNothing() {
    String path = TEMPLATES + "/" + viewers.template();
    assertThat(
            viewers
                .call(Caller.ADMIN, "PATCH", path, "{'category':'account','version':1}")
                .status())
        .isEqualTo(200);

    viewers
        .call(Caller.ADMIN, "PATCH", path, "{'category':'marketing','version':1}")
        .isProblem(409, "STALE_VERSION");
  }

  @Test
  void whatIsMissingInALanguageIsShownInEnglish() {
    Answer answer =
        viewers.call(
            Caller.ADMIN,
            "POST",
            TEMPLATES + "/" + viewers.template() + "/preview",
            "{'language':'hi','variables':{'day':'<i>'}}");

    assertThat(answer.member("language")).isEqualTo("en");
    assertThat(answer.member("text").toString()).contains("We open on <i>.");
    assertThat(answer.member("html").toString()).contains("We open on &lt;i&gt;.");
  }

  @Test
  void whatNobodyCanDoWithoutIsNotSwitchedOff() {
    viewers
        .call(Caller.VIEWER, "PUT", PREFERENCES, "{'categories':{'account':false}}")
        .isProblem(422, "INVALID_VALUE");
    viewers
        .call(Caller.VIEWER, "PUT", PREFERENCES, "{'categories':{'spam':true}}")
        .isProblem(422, "INVALID_VALUE");
    viewers
        .call(Caller.VIEWER, "PUT", PREFERENCES, "{'language':'xx'}")
        .isProblem(422, "INVALID_VALUE");
    assertThat(preference("account")).isEqualTo(true);
    assertThat(preference("marketing")).isEqualTo(false);
  }

  private static String make(String category) {
    String key = "t" + UUID.randomUUID().toString().replace('-', '_');
    Answer answer =
        viewers.call(
            Caller.ADMIN,
            "POST",
            TEMPLATES,
            ("{'key':'%s','category':'%s','variables':['day'],"
                    + "'texts':{'en':{'subject':'%s','body':'We open on {{day}}.'}}}")
                .formatted(key, category, key));
    assertThat(answer.status()).isEqualTo(201);
    return key;
  }

  private static List<OutgoingMessage> mails(String subject) {
    String email =
        ""
            + Viewers.within(
                    viewers.call(
                        Caller.ADMIN,
                        "GET",
                        "/api/v1/admin/users/" + viewers.idOf(Caller.VIEWER),
                        ""),
                    "user")
                .get("email");
    return server.house().mailsTo(new EmailAddress(email)).stream()
        .filter(mail -> mail.content().subject().equals(subject))
        .toList();
  }

  private static Object preference(String category) {
    Map<String, Object> categories =
        Viewers.within(viewers.call(Caller.VIEWER, "GET", PREFERENCES, ""), "categories");
    return categories.get(category);
  }
}
