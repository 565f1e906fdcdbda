package dev.stagedoor.providers.pretix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.FaultyServer;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.Routes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A little pretix, in this process: one organizer's events for a team with a token, their pages,
 * which can be framed below {@code /w/} only, and webhooks.
 */
public final class PretixStub extends FaultyServer {
  public static final Secret TOKEN = Secret.of("stub-team-token-5d0c");
  public static final Secret WEBHOOK_TOKEN = Secret.of("stub-webhook-token-a8e1");
  public static final String ORGANIZER = "bigevents";
  private static final String API = "/api/";

  private final Clock clock;
  private final Map<String, ObjectNode> events = new LinkedHashMap<>();
  private final Routes api =
      new Routes()
          .on("GET /api/v1/organizers/", (asked, ids) -> organizers())
          .on("GET /api/v1/organizers/{}/events/{}/", (asked, ids) -> event(ids));
  private final Routes pages =
      new Routes()
          .on("GET /{}/{}/", (asked, ids) -> page(ids).with("X-Frame-Options", "DENY"))
          .on("GET /{}/{}/w/{}/", (asked, ids) -> framed(ids));
  private int made;

  private PretixStub(Clock clock) {
    this.clock = clock;
  }

  public static PretixStub start() {
    return start(Clock.systemUTC());
  }

  public static PretixStub start(Clock clock) {
    return new PretixStub(clock);
  }

  public PretixConfig config() {
    return new PretixConfig(baseUrl(), TOKEN, WEBHOOK_TOKEN, Duration.ofSeconds(10));
  }

  /** Returns the settings of a server that shall use this stand-in. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    String prefix = PretixConfig.PREFIX + ".";
    settings.put(prefix + "enabled", "true");
    settings.put(prefix + "base-url", baseUrl().toString());
    settings.put(prefix + "token", TOKEN.reveal());
    settings.put(prefix + "webhook-token", WEBHOOK_TOKEN.reveal());
    return settings;
  }

  // ---- what organizers do at pretix

  /** Makes an event whose shop is not live, and returns its id. */
  public synchronized String create(
      String name, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    made++;
    String slug = "event-" + made;
    ObjectNode event =
        PretixFixtures.read("answer.event")
            .put("slug", slug)
            .put("live", false)
            .put("date_from", text(startsAt.or(() -> Optional.of(inAMonth()))))
            .put("date_to", text(endsAt))
            .put("public_url", baseUrl() + "/" + ORGANIZER + "/" + slug + "/");
    event.putObject("name").put("de", "Auf Deutsch").put("en", name);
    events.put(slug, event);
    return ORGANIZER + "/" + slug;
  }

  private Instant inAMonth() {
    return clock.instant().plus(Duration.ofDays(30));
  }

  /** Writes a time as pretix does, in the time zone of the event. */
  static @Nullable String text(Optional<Instant> time) {
    return time.map(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Europe/Berlin"))::format)
        .orElse(null);
  }

  /** Returns an event to be looked at or changed. */
  public synchronized ObjectNode event(String id) {
    return Optional.ofNullable(events.get(id.substring(id.indexOf('/') + 1))).orElseThrow();
  }

  /** Opens the shop of an event. */
  public synchronized void goLive(String id) {
    event(id).put("live", true);
  }

  /**
   * Tells of an event as pretix does, with the token as password, and returns what was answered.
   */
  public int tell(URI webhooks, String action, String id) {
    return tell(webhooks, action, id, Map.of("Authorization", basic("pretix", WEBHOOK_TOKEN)));
  }

  /** Tells of an event at an address that ends with the token, and returns what was answered. */
  public int tellByAddress(URI webhooks, String action, String id) {
    return tell(URI.create(webhooks + "/" + WEBHOOK_TOKEN.reveal()), action, id, Map.of());
  }

  private int tell(URI webhooks, String action, String id, Map<String, String> headers) {
    ObjectNode body;
    synchronized (this) {
      made++;
      body =
          PretixFixtures.read("event.live.activated")
              .put("notification_id", 1000 + made)
              .put("event", event(id).path("slug").asText())
              .put("action", action);
    }
    return post(webhooks, Json.write(body), headers);
  }

  /** Signs in as pretix does where an address has a user and a password. */
  static String basic(String user, Secret password) {
    byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  // ---- HTTP

  @Override
  protected boolean isApi(Asked request) {
    return request.path().startsWith(API);
  }

  @Override
  protected Reply refusal(int status) {
    return detail(status, "as wanted");
  }

  private static Reply detail(int status, String detail) {
    return Reply.json(status, Json.object().put("detail", detail));
  }

  @Override
  protected Reply answer(Asked request) {
    if (!isApi(request)) {
      return pages.answer(request).orElseGet(PretixStub::nothing);
    }
    if (!request.header("Authorization").equals(Optional.of("Token " + TOKEN.reveal()))) {
      return detail(401, "Invalid token.");
    }
    return api.answer(request).orElseGet(PretixStub::nothing);
  }

  private static Reply nothing() {
    return Reply.text(404, "text/html; charset=utf-8", "<html>Not found</html>");
  }

  private Reply organizers() {
    ObjectNode answer = Json.object().put("count", 1).putNull("next").putNull("previous");
    answer.putArray("results").addObject().put("name", "Big Events").put("slug", ORGANIZER);
    return Reply.json(200, answer);
  }

  private Optional<ObjectNode> found(List<String> ids) {
    return Optional.of(ids)
        .filter(of -> of.get(0).equals(ORGANIZER))
        .map(of -> events.get(of.get(1)));
  }

  private Reply event(List<String> ids) {
    return found(ids)
        .map(event -> Reply.json(200, event))
        .orElseGet(() -> detail(403, "You do not have permission to perform this action."));
  }

  private Reply page(List<String> ids) {
    return found(ids)
        .map(
            event ->
                event.path("live").asBoolean()
                    ? Reply.text(200, "text/html; charset=utf-8", "<html>Tickets</html>")
                    : Reply.text(403, "text/html; charset=utf-8", "<html>Offline</html>"))
        .orElseGet(PretixStub::nothing);
  }

  private Reply framed(List<String> ids) {
    return ids.get(2).matches("[a-zA-Z0-9]{16}") ? page(ids) : nothing();
  }
}
