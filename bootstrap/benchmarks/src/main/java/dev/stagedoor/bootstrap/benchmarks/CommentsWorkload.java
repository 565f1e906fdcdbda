package dev.stagedoor.bootstrap.benchmarks;

import dev.stagedoor.application.LiveSellingPorts;
import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.persistence.Persistence;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments under a show, each of which becomes one claim on one item. */
final class CommentsWorkload implements Workload {
  private static final String EMAIL = "operator@example.org";
  private static final String PAGE = "1000200030004";
  private static final int PIECES = 1_000_000;

  private final boolean told;
  private final int items;
  private String show = "";
  private String peerShow = "";
  private String workspace = "";
  private String subject = "";
  private String session = "";
  private @Nullable CommentTraffic traffic;

  /**
   * Comments on some items.
   *
   * @param told whether Facebook tells of them; else an operator enters them
   */
  CommentsWorkload(boolean told, int items) {
    this.told = told;
    this.items = items;
  }

  @Override
  public String description() {
    return (told ? "Facebook's webhooks of comments" : "comments over the route of operators")
        + " that claim "
        + (items == 1 ? "the same item" : "one of " + items + " items")
        + ", 10 % repeated";
  }

  @Override
  public List<Integer> connections() {
    return List.of();
  }

  @Override
  public List<String> settings() {
    String facebook = "--stagedoor.providers.facebook.";
    return List.of(
        "--stagedoor.providers.local.access-life=1h",
        facebook + "enabled=true",
        facebook + "app-secret=" + WebhookShape.FACEBOOK_SECRET,
        facebook + "verify-token=token",
        facebook + "graph-url=https://127.0.0.1:9");
  }

  @Override
  public void prepare(Database database, Server server) throws IOException, InterruptedException {
    Client operator = Client.register(server, EMAIL);
    workspace = id(operator, "/api/workspaces", "{\"name\": \"Benchmarks\"}");
    String post = PAGE + "_4711";
    show = show(operator, workspace, post);
    peerShow = show(operator, workspace, PAGE + "_of_pgbench");
    connectPage(database, workspace);
    subject = database.text("select identity_subject from accounts where email = '" + EMAIL + "'");
    session =
        database.text("select id from local_sessions where subject = '" + subject + "' limit 1");
    traffic =
        told
            ? CommentTraffic.told(post, items)
            : CommentTraffic.entered(show, operator.token(), items);
  }

  private String show(Client operator, String workspace, String post)
      throws IOException, InterruptedException {
    String made =
        id(
            operator,
            "/api/shows",
            "{\"workspaceId\": \"%s\", \"name\": \"Show\", \"platformPostId\": \"%s\"}"
                .formatted(workspace, post));
    for (int number = 1; number <= items; number++) {
      var unused =
          operator.post(
              "/api/shows/" + made + "/items",
              "{\"number\": %d, \"title\": \"Item\", \"priceCents\": 1500, \"quantity\": %d}"
                  .formatted(number, PIECES));
    }
    var unused = operator.post("/api/shows/" + made + "/start", "{}");
    return made;
  }

  private static String id(Client operator, String path, String body)
      throws IOException, InterruptedException {
    return operator.post(path, body).findValue("id").asText();
  }

  /** Connects the page as its owner would by consenting, for which Facebook is not there. */
  private static void connectPage(Database database, String workspace) {
    try (Persistence persistence = database.persistence()) {
      PersistencePorts ports = persistence.ports();
      LiveSellingPorts selling = ports.liveSelling();
      ProviderId facebook = new ProviderId("facebook");
      Instant now = Instant.now();
      Integration integration =
          Integration.of(
              new IntegrationId(UUID.randomUUID()),
              new WorkspaceId(UUID.fromString(workspace)),
              facebook,
              now);
      Channel channel = new Channel(new ProviderRef(facebook, PAGE), Secret.of("token"));
      integration.connect(new Credentials.Page(channel), "Page", PAGE, now);
      ports.unitOfWork().run(() -> selling.integrations().save(integration));
    }
  }

  @Override
  public CommentTraffic traffic() {
    return Objects.requireNonNull(traffic, "not prepared");
  }

  @Override
  public List<Pgbench.Script> scripts() {
    String kind = told ? "told" : "entered";
    return List.of(
        new Pgbench.Script("comment-" + kind + ".sql", 90),
        new Pgbench.Script("comment-" + kind + "-repeated.sql", 10));
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "show", peerShow,
        "workspace", workspace,
        "subject", subject,
        "session", session,
        "page", PAGE,
        "items", Integer.toString(items),
        "headers", Pgbench.HEADERS,
        "body", "7b".repeat(560));
  }

  @Override
  public double counted() {
    return 1;
  }

  @Override
  public List<String> check(Database database) {
    List<String> wrong = new ArrayList<>();
    traffic().wrongAnswers().forEach((what, count) -> wrong.add(what + ", " + count + " times"));
    BitSet claimed = new BitSet();
    String claims =
        "select split_part(comment_id, '_', 2)::bigint, count(*), sum(granted) from claims"
            + " where show_id = '%s' group by 1".formatted(show);
    for (List<String> row : database.rows(claims)) {
      claimed.set(Integer.parseInt(row.get(0)));
      if (!row.get(1).equals("1") || !row.get(2).equals("1")) {
        wrong.add("comment " + row.get(0) + " made " + row.get(1) + " claims");
      }
    }
    BitSet lost = (BitSet) traffic().acknowledged().clone();
    lost.andNot(claimed);
    lost.stream().forEach(number -> wrong.add("an acknowledged comment made no claim: " + number));
    String miscounted =
        """
        select item.number from show_items item where item.show_id = '%s' and
          (item.wanted, item.granted, item.arrivals, item.billed) <>
          (select count(*), count(*), count(*), 0 from claims where claims.item_id = item.id
            and claims.granted = 1 and claims.state = 'open')
        """
            .formatted(show);
    database.rows(miscounted).forEach(row -> wrong.add("item " + row.get(0) + " is miscounted"));
    return wrong;
  }
}
