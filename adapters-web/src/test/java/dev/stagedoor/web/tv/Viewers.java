package dev.stagedoor.web.tv;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People around one viewer, who has something of everything, and one reseller with a client. */
final class Viewers implements AutoCloseable {
  /** Who asks. */
  enum Caller {
    VISITOR,
    VIEWER,
    STRANGER,
    RESELLER,
    OTHER_RESELLER,
    ADMIN
  }

  private final WebServer server;
  private final Map<Caller, Secret> tokens = new EnumMap<>(Caller.class);
  private final Map<Caller, String> ids = new EnumMap<>(Caller.class);
  private final Map<Caller, String> addresses = new EnumMap<>(Caller.class);
  private String user = "";
  private String profile = "";
  private String playlist = "";
  private String client = "";
  private String plan = "";
  private String template = "";
  private String notification = "";

  private Viewers(WebServer server) {
    this.server = server;
  }

  /** Starts a server for them, which stops when they are closed. */
  static Viewers open() {
    return open(WebServer.start("stagedoor.rate-limits.enabled=false"));
  }

  static Viewers open(WebServer server) {
    Viewers viewers = new Viewers(server);
    InMemoryStagedoor house = server.house();
    house.stagedoor().prepare();
    house
        .playlistSource()
        .offer(
            List.of(
                new Channel(
                    "espn_hd",
                    Channel.Kind.CHANNEL,
                    "ESPN HD",
                    "Sports",
                    Optional.empty(),
                    Optional.of("espn"),
                    Secret.of("http://iptv-provider.com/live/1.m3u8"))));
    viewers.tokens.put(Caller.ADMIN, house.admin().token());
    viewers.user = viewers.signUp(Caller.VIEWER);
    viewers.signUp(Caller.STRANGER);
    for (Caller caller : List.of(Caller.RESELLER, Caller.OTHER_RESELLER)) {
      viewers.makeReseller(caller, viewers.signUp(caller));
    }
    viewers.fill();
    return viewers;
  }

  WebServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }

  private String signUp(Caller caller) {
    EmailAddress address = server.house().anAddress();
    Answer answer =
        server
            .post("/api/v1/auth/signup")
            .json(
                "{'email':'%s','password':'securePass123','full_name':'John Doe'}"
                    .formatted(address.value()))
            .send();
    tokens.put(caller, Secret.of("" + answer.member("token")));
    String id = "" + within(answer, "user").get("id");
    ids.put(caller, id);
    addresses.put(caller, address.value());
    return id;
  }

  String addressOf(Caller caller) {
    return addresses.getOrDefault(caller, "");
  }

  String idOf(Caller caller) {
    return ids.getOrDefault(caller, "");
  }

  private void makeReseller(Caller caller, String id) {
    must(Caller.ADMIN, "PATCH", "/api/v1/admin/users/" + id + "/role", "{'role':'reseller'}");
    must(
        Caller.ADMIN,
        "POST",
        "/api/v1/admin/credits/add",
        "{'user_id':'%s','amount':10000,'description':'Initial reseller credit package'}"
            .formatted(id));
  }

  private void fill() {
    profile =
        id(
            must(
                Caller.VIEWER,
                "POST",
                "/api/v1/profiles",
                "{'name':'Kids','is_kids_profile':true,'parental_pin':'1234'}"),
            "profile");
    playlist =
        id(
            must(
                Caller.VIEWER,
                "POST",
                "/api/v1/playlists",
                "{'name':'Mine','url':'http://iptv-provider.com/get.php',"
                    + "'username':'john_iptv','password':'iptv_pass_2024'}"),
            "playlist");
    server.house().runJobs();
    must(Caller.VIEWER, "PUT", "/api/v1/progress", "{'item_id':'espn_hd','progress_seconds':1800}");
    client =
        id(
            must(
                Caller.RESELLER,
                "POST",
                "/api/v1/reseller/clients",
                filled(
                    "{'email':'{new}','password':'tempPass123','full_name':'Local Customer',"
                        + "'plan_stripe_price_id':'price_basic_monthly'}")),
            "client");
    plan =
        id(
            must(
                Caller.ADMIN,
                "POST",
                "/api/v1/admin/plans",
                filled(
                    "{'name':'Special','stripe_price_id':'{price}','price_monthly':7.99,"
                        + "'max_profiles':5,'max_playlists':10,'max_favorites':500}")),
            "plan");
    must(
        Caller.ADMIN,
        "POST",
        "/api/v1/admin/credits/add",
        "{'user_id':'%s','amount':5000,'description':'For tests'}".formatted(user));
    template =
        id(
            must(
                Caller.ADMIN,
                "POST",
                "/api/v1/notifications/templates",
                "{'key':'{template}','category':'product','variables':['day'],"
                    + "'texts':{'en':{'subject':'News','body':'We open on {{day}}.'}}}"),
            "template");
    notification =
        id(
            must(
                Caller.ADMIN,
                "POST",
                "/api/v1/notifications/send",
                "{'template':'welcome','to':{'user_ids':['{user}']},'variables':{'link':'x'}}"),
            "notification");
  }

  String template() {
    return template;
  }

  String notification() {
    return notification;
  }

  private Answer must(Caller caller, String method, String path, String body) {
    Answer answer = call(caller, method, path, body);
    if (answer.status() >= 300) {
      throw new AssertionError(method + " " + path + ": " + answer.text());
    }
    return answer;
  }

  /** Fills in what is another one each time. */
  String filled(String body) {
    return body.replace("{new}", server.house().anAddress().value())
        .replace("{price}", "price_" + UUID.randomUUID())
        .replace("{template}", "t" + UUID.randomUUID().toString().replace('-', '_'))
        .replace("{user}", user);
  }

  Answer call(Caller caller, String method, String path, String body) {
    return call(caller, method, path, body, Map.of());
  }

  Answer call(Caller caller, String method, String path, String body, Map<String, String> headers) {
    WebServer.Exchange exchange = server.request(method, path);
    @Nullable Secret token = tokens.get(caller);
    if (token != null) {
      exchange.bearer(token);
    }
    headers.forEach(exchange::header);
    if (!body.isEmpty()) {
      exchange.json(filled(body));
    }
    return exchange.send();
  }

  /** Returns everything that callers could have changed, as its owners see it. */
  List<String> everything() {
    return List.of(
        call(Caller.VIEWER, "GET", "/api/v1/profiles", "").text(),
        call(Caller.VIEWER, "GET", "/api/v1/playlists/" + playlist, "").text(),
        call(Caller.VIEWER, "GET", "/api/v1/progress", "").text(),
        call(Caller.RESELLER, "GET", "/api/v1/reseller/clients", "").text(),
        call(Caller.RESELLER, "GET", "/api/v1/reseller/transactions", "").text(),
        call(Caller.ADMIN, "GET", "/api/v1/admin/users/" + user, "").text(),
        call(Caller.ADMIN, "GET", "/api/v1/admin/audit?subject_id=" + user, "").text(),
        call(Caller.ADMIN, "GET", "/api/v1/notifications/templates/" + template, "").text(),
        call(Caller.ADMIN, "GET", "/api/v1/notifications", "").text(),
        call(Caller.VIEWER, "GET", "/api/v1/notifications/preferences", "").text());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> within(Answer answer, String member) {
    return (Map<String, Object>) answer.member(member);
  }

  static String id(Answer answer, String member) {
    return "" + within(answer, member).get("id");
  }

  /** Has the role of an account looked at, as it is kept. */
  Role roleOf(String id) {
    return server.house().account(new dev.stagedoor.domain.auth.UserId(UUID.fromString(id))).role();
  }

  String user() {
    return user;
  }

  String profile() {
    return profile;
  }

  String playlist() {
    return playlist;
  }

  String client() {
    return client;
  }

  String plan() {
    return plan;
  }
}
