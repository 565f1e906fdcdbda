package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.tv.Viewers.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationApiTest {
  private static final String HERE = "/api/v1/notifications";
  private static final String TEMPLATES = HERE + "/templates";
  private static final String PREFERENCES = HERE + "/preferences";

  @AutoClose private static final Viewers VIEWERS = Viewers.open();

  @Test
  void aLetterGoesOutOnceAndItsReaderUnsubscribesWithOneClick() {
    String key = make("product");
    String body =
        "{'template':'%s','to':{'user_ids':['%s']},'variables':{'day':'Monday'},'key':'%s'}"
            .formatted(key, VIEWERS.idOf(Caller.VIEWER), key);
    Answer begun = VIEWERS.call(Caller.ADMIN, "POST", HERE + "/send", body);
    assertThat(begun.status()).isEqualTo(202);
    assertThat(Viewers.within(begun, "notification"))
        .containsEntry("status", "sending")
        .containsEntry("recipients", 1);
    String id = Viewers.id(begun, "notification");
    assertThat(Viewers.id(VIEWERS.call(Caller.ADMIN, "POST", HERE + "/send", body), "notification"))
        .isEqualTo(id);
    VIEWERS
        .call(Caller.ADMIN, "POST", HERE + "/send", body.replace("Monday", "Tuesday"))
        .isProblem(409, "NOTIFICATION_KEY_TAKEN");

    assertThat(VIEWERS.server().house().runJobs()).isEmpty();
    assertThat(
            Viewers.within(VIEWERS.call(Caller.ADMIN, "GET", HERE + "/" + id, ""), "notification"))
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

    Answer asked = VIEWERS.server().get(link).header("Accept", "text/html").send();
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.header("Cache-Control")).hasValue("no-store");
    assertThat(preference("product")).isEqualTo(true);
    Answer done =
        VIEWERS
            .server()
            .post(link)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(done.status()).isEqualTo(200);
    assertThat(preference("product")).isEqualTo(false);

    String forged = link.substring(0, link.length() - 2) + (link.endsWith("A") ? "BA" : "AA");
    VIEWERS
        .server()
        .post(forged)
        .bytes(new byte[0])
        .send()
        .isProblem(422, "UNSUBSCRIBE_LINK_INVALID");
    VIEWERS.server().get("/unsubscribe").send().isProblem(422, "UNSUBSCRIBE_LINK_INVALID");
    VIEWERS.call(Caller.VIEWER, "PUT", PREFERENCES, "{'categories':{'product':true}}");
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
        "{'template':'welcome','to':{'all':true},'variables':{'link':null}}",
        "{'template':'welcome','to':{'user_ids':[null]},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'user_ids':['00000000-0000-0001-0000-000000000002']},"
            + "'variables':{'link':'x'}}",
        "{'template':'none','to':{'all':true},'variables':{'link':'x'}}",
        "{'template':'welcome','to':{'all':true}}",
        "{'template':'welcome','to':{'all':true},'variables':{'link':'x','more':'y'}}",
        "{'template':'welcome','to':{'all':true},'variables':{'link':'x'},'key':''}"
      })
  void whatCannotBeSentIsRefused(String body) {
    String before = VIEWERS.call(Caller.ADMIN, "GET", HERE, "").text();

    VIEWERS.call(Caller.ADMIN, "POST", HERE + "/send", body).isProblem(422, "INVALID_VALUE");

    assertThat(VIEWERS.call(Caller.ADMIN, "GET", HERE, "").text()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'00000000-0000-0001-0000-000000000002'"})
  void peopleWhoAreNotThereAreToldByTheMemberTheyWereNamedIn(String ids) {
    String body = "{'template':'welcome','to':{'user_ids':[%s]},'variables':{'link':'x'}}";
    Answer answer = VIEWERS.call(Caller.ADMIN, "POST", HERE + "/send", body.formatted(ids));

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"to.user_ids\"");
  }

  @Test
  void everyFaultOfATemplateIsToldByItsMember() {
    Answer answer =
        VIEWERS.call(
            Caller.ADMIN,
            "POST",
            TEMPLATES,
            "{'key':'good','category':'spam','texts':{'en':{'subject':'','body':'{{x'},"
                + "'xx':{'subject':'a','body':'b'},'fr':null}}");

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text())
        .contains("\"category\"", "texts.en.subject", "texts.en.body", "texts.fr", "\"texts\"");
    VIEWERS
        .call(
            Caller.ADMIN,
            "POST",
            TEMPLATES,
            "{'key':'good','category':'product','texts':{'en':{'subject':'a','body':'{{x}}'}}}")
        .isProblem(422, "INVALID_VALUE");
    VIEWERS
        .call(
            Caller.ADMIN,
            "POST",
            TEMPLATES,
            "{'key':'welcome','category':'product','texts':{'en':{'subject':'a','body':'b'}}}")
        .isProblem(409, "TEMPLATE_KEY_TAKEN");
  }

  @Test
  void whoSawAnOldVersionChangesNothing() {
    String path = TEMPLATES + "/" + VIEWERS.template();
    assertThat(
            VIEWERS
                .call(Caller.ADMIN, "PATCH", path, "{'category':'account','version':1}")
                .status())
        .isEqualTo(200);

    VIEWERS
        .call(Caller.ADMIN, "PATCH", path, "{'category':'marketing','version':1}")
        .isProblem(409, "STALE_VERSION");
  }

  @Test
  void whatIsMissingInALanguageIsShownInEnglish() {
    Answer answer =
        VIEWERS.call(
            Caller.ADMIN,
            "POST",
            TEMPLATES + "/" + VIEWERS.template() + "/preview",
            "{'language':'hi','variables':{'day':'<i>'}}");

    assertThat(answer.member("language")).isEqualTo("en");
    assertThat(answer.member("text").toString()).contains("We open on <i>.");
    assertThat(answer.member("html").toString()).contains("We open on &lt;i&gt;.");
  }

  @Test
  void whatNobodyCanDoWithoutIsNotSwitchedOff() {
    VIEWERS
        .call(Caller.VIEWER, "PUT", PREFERENCES, "{'categories':{'account':false}}")
        .isProblem(422, "INVALID_VALUE");
    VIEWERS
        .call(Caller.VIEWER, "PUT", PREFERENCES, "{'categories':{'spam':true}}")
        .isProblem(422, "INVALID_VALUE");
    VIEWERS
        .call(Caller.VIEWER, "PUT", PREFERENCES, "{'language':'xx'}")
        .isProblem(422, "INVALID_VALUE");
    assertThat(preference("account")).isEqualTo(true);
    assertThat(preference("marketing")).isEqualTo(false);
  }

  private static String make(String category) {
    String key = "t" + UUID.randomUUID().toString().replace('-', '_');
    Answer answer =
        VIEWERS.call(
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
                    VIEWERS.call(
                        Caller.ADMIN,
                        "GET",
                        "/api/v1/admin/users/" + VIEWERS.idOf(Caller.VIEWER),
                        ""),
                    "user")
                .get("email");
    return VIEWERS.server().house().mailsTo(new EmailAddress(email)).stream()
        .filter(mail -> mail.content().subject().equals(subject))
        .toList();
  }

  private static Object preference(String category) {
    Map<String, Object> categories =
        Viewers.within(VIEWERS.call(Caller.VIEWER, "GET", PREFERENCES, ""), "categories");
    return categories.get(category);
  }
}
