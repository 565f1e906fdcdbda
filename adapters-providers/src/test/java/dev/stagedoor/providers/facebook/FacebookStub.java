package dev.stagedoor.providers.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A little Graph API, in this process: pages with tokens, comments that can be answered once,
 * people who can be written to, and signed webhooks.
 */
public final class FacebookStub extends FaultyServer {
  public static final Secret APP_SECRET = Secret.of("stub-app-secret-5c1e");
  public static final Secret VERIFY_TOKEN = Secret.of("stub-verify-token-8d20");

  /** One error of Meta's, with its status. */
  public record Error(int status, long code, long subcode) {
    ObjectNode json() {
      ObjectNode body = Json.object();
      ObjectNode error = body.putObject("error");
      error.put("message", "(#" + code + ") A sentence of Meta's").put("type", "OAuthException");
      error.put("code", code);
      if (subcode != 0) {
        error.put("error_subcode", subcode);
      }
      error.put("fbtrace_id", "AbCdEf");
      return body;
    }
  }

  private record Page(String token, @Nullable Error refusal) {}

  private record Comment(String page, String person, @Nullable Error refusal) {}

  private record Person(String page, @Nullable Error refusal) {}

  private record Text(String page, String text) {}

  private static final Error BAD_TOKEN = new Error(400, 190, 460);

  private final HmacSha256 key = HmacSha256.of(APP_SECRET);
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final List<String> listening = new ArrayList<>();
  private final Map<String, Comment> comments = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<Text> received = new ArrayList<>();
  private int made;
  private @Nullable Error nextRefusal;
  private @Nullable URI webhooks;

  private FacebookStub() {}

  public static FacebookStub start() {
    return new FacebookStub();
  }

  /** Returns what reaches this stand-in. */
  public FacebookConfig config(Duration timeout) {
    return new FacebookConfig(
        APP_SECRET, VERIFY_TOKEN, baseUrl(), "v26.0", Duration.ofSeconds(3), timeout);
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    String prefix = FacebookConfig.PREFIX + ".";
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "app-secret", APP_SECRET.reveal());
    settings.put(prefix + "verify-token", VERIFY_TOKEN.reveal());
    settings.put(prefix + "graph-url", baseUrl().toString());
    return settings;
  }

  // ---- what merchants and people do at Facebook

  /** Sends webhooks to this address from now on. */
  public synchronized void tellTo(URI address) {
    webhooks = address;
  }

  /** Makes a page and returns its id; what it asks for is refused with an error where given. */
  public synchronized String newPage(@Nullable Error refusal) {
    String id = next("1000");
    pages.put(id, new Page("EAAG-stub-token-of-" + id, refusal));
    return id;
  }

  public synchronized Secret tokenOf(String page) {
    return Secret.of(page(page).token());
  }

  private Page page(String id) {
    Page page = pages.get(id);
    if (page == null) {
      throw new IllegalArgumentException("no such page");
    }
    return page;
  }

  /** Writes a comment and returns its id; a page that is listened to tells of it. */
  public synchronized String newComment(
      String page, String video, String author, String name, String text, @Nullable Error refusal) {
    String post = page + "_" + video;
    String id = video + "_" + next("77");
    comments.put(id, new Comment(page, next("99"), refusal));
    long now = System.currentTimeMillis() / 1_000;
    ObjectNode value = Json.object();
    value.putObject("from").put("id", author).put("name", name);
    value.put("item", "comment").put("verb", "add").put("comment_id", id).put("post_id", post);
    value.put("parent_id", post).put("created_time", now).put("message", text);
    value.putObject("post").put("id", post).put("status_type", "added_video");
    tell(page, "feed", value, now);
    return id;
  }

  /** Lets somebody write to the page and returns how they are known to it. */
  public synchronized String newPerson(String page, @Nullable Error refusal) {
    String id = next("55");
    people.put(id, new Person(page, refusal));
    return id;
  }

  public synchronized boolean isListening(String page) {
    return listening.contains(page);
  }

  public synchronized List<String> received(String page) {
    return received.stream().filter(one -> one.page().equals(page)).map(Text::text).toList();
  }

  private String next(String begin) {
    made++;
    return begin + made;
  }

  private void tell(String page, String field, ObjectNode value, long now) {
    URI to = webhooks;
    if (to == null || !listening.contains(page)) {
      return;
    }
    ObjectNode body = Json.object().put("object", "page");
    ObjectNode entry = body.putArray("entry").addObject().put("id", page).put("time", now);
    entry.putArray("changes").addObject().put("field", field).set("value", value);
    byte[] bytes = Json.write(body);
    int status = post(to, bytes, Map.of("X-Hub-Signature-256", sign(bytes)));
    if (status / 100 != 2) {
      throw new IllegalStateException("the webhook was answered " + status);
    }
  }

  /** Signs bytes as Meta does. */
  public static String sign(byte[] body) {
    return "sha256=" + HmacSha256.of(APP_SECRET).hex(body);
  }

  // ---- how it fails

  /** Refuses the next message. */
  public synchronized void refuseNext(Error error) {
    nextRefusal = error;
  }

  @Override
  protected Reply refusal(int status) {
    return switch (status) {
      case 401 -> refusal(new Error(status, 190, 0));
      case 403 -> refusal(new Error(status, 200, 0));
      case 429 -> refusal(new Error(status, 4, 0));
      default -> refusal(new Error(status, 2, 0));
    };
  }

  private static Reply refusal(Error error) {
    return Reply.json(error.status(), error.json());
  }

  // ---- the API

  @Override
  protected Reply answer(Asked request) {
    String token = request.bearer().orElse("");
    Map<String, String> query = request.query();
    String proof = key.hex(token.getBytes(StandardCharsets.UTF_8));
    if (!proof.equals(query.get("appsecret_proof"))) {
      return refusal(new Error(400, 100, 0));
    }
    String id =
        pages.entrySet().stream()
            .filter(page -> page.getValue().token().equals(token))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    if (id.isEmpty()) {
      return refusal(BAD_TOKEN);
    }
    Error refusal = page(id).refusal();
    if (refusal != null) {
      return refusal(refusal);
    }
    String asked = request.call();
    if (asked.equals("GET /v26.0/me") && "id,name".equals(query.get("fields"))) {
      return Reply.json(200, Json.object().put("name", "Page " + id).put("id", id));
    }
    if (asked.equals("POST /v26.0/" + id + "/subscribed_apps")
        && "feed,live_videos,messages,messaging_postbacks".equals(query.get("subscribed_fields"))) {
      listening.remove(id);
      listening.add(id);
      return Reply.json(200, Json.object().put("success", true));
    }
    if (asked.equals("DELETE /v26.0/" + id + "/subscribed_apps")) {
      listening.remove(id);
      return Reply.json(200, Json.object().put("success", true));
    }
    return asked.equals("POST /v26.0/" + id + "/messages")
        ? send(id, request.json())
        : refusal(new Error(404, 2500, 0));
  }

  private Reply send(String page, JsonNode body) {
    String text = body.path("message").path("text").asText();
    if (!body.path("messaging_type").asText().equals("RESPONSE")
        || text.isBlank()
        || text.codePointCount(0, text.length()) > 2_000) {
      return refusal(new Error(400, 100, 0));
    }
    Error refusal = nextRefusal;
    if (refusal != null) {
      nextRefusal = null;
      return refusal(refusal);
    }
    JsonNode recipient = body.path("recipient");
    return recipient.has("comment_id")
        ? reply(page, recipient.path("comment_id").asText(), text)
        : write(page, recipient.path("id").asText(), text);
  }

  private Reply reply(String page, String id, String text) {
    Comment comment = comments.get(id);
    if (comment == null || !comment.page().equals(page)) {
      return refusal(new Error(400, 100, 33));
    }
    if (comment.refusal() != null) {
      return refusal(comment.refusal());
    }
    comments.put(id, new Comment(page, comment.person(), new Error(400, 10900, 0)));
    return delivered(page, comment.person(), text);
  }

  private Reply write(String page, String id, String text) {
    Person person = people.get(id);
    if (person == null || !person.page().equals(page)) {
      return refusal(new Error(400, 100, 2018001));
    }
    return person.refusal() == null ? delivered(page, id, text) : refusal(person.refusal());
  }

  private Reply delivered(String page, String person, String text) {
    received.add(new Text(page, text));
    return Reply.json(
        200, Json.object().put("recipient_id", person).put("message_id", "m_" + received.size()));
  }
}
