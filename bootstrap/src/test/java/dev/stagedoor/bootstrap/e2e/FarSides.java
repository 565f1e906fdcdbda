package dev.stagedoor.bootstrap.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.cloudflare.CloudflareStub;
import dev.stagedoor.providers.firebase.FirebaseStub;
import dev.stagedoor.providers.mux.MuxStub;
import dev.stagedoor.providers.stripe.StripeStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The providers of one configuration: what a server is told to use them, where they send their
 * webhooks, and what an encoder does there. Everything else of a journey knows nothing of them.
 */
final class FarSides implements AutoCloseable {
  private final String name;
  private final List<String> settings = new ArrayList<>();
  private final List<String> planted = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Consumer<ServerProcess> attach = server -> {};
  private BiConsumer<ServerProcess, Operator> encoder =
      (server, operator) -> operator.connectsOnTheConsole(server);

  private FarSides(String name) {
    this.name = name;
  }

  /** Somebody with a browser and, where the provider is a real one's stand-in, a stream key. */
  record Operator(Page page, Secret streamKey) {
    private void connectsOnTheConsole(ServerProcess server) {
      page.navigate(server.uri("/sandbox").toString());
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Encoders")).click();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect"))
          .first()
          .click();
    }
  }

  static FarSides sandbox() {
    return new FarSides("sandbox, sandbox, local");
  }

  static FarSides stripeAndCloudflare() {
    return new FarSides("stripe, cloudflare, local").withStripe().withCloudflare();
  }

  static FarSides stripeAndMux() {
    return new FarSides("stripe, mux, local").withStripe().withMux();
  }

  static FarSides firebase() {
    return new FarSides("sandbox, sandbox, firebase").withFirebase();
  }

  private FarSides withStripe() {
    StripeStub stripe = keep(StripeStub.start());
    use(stripe.settings());
    settings.add("--stagedoor.routes.payments.default=stripe");
    planted.addAll(List.of(StripeStub.API_KEY.reveal(), StripeStub.WEBHOOK_SECRET.reveal()));
    attach = attach.andThen(server -> stripe.tellTo(server.uri("/api/webhooks/stripe")));
    return this;
  }

  private FarSides withCloudflare() {
    CloudflareStub cloudflare = keep(CloudflareStub.start());
    cloudflare.finishAtOnce();
    use(cloudflare.settings());
    settings.add("--stagedoor.routes.video.live=cloudflare");
    allowPlainPlayback();
    planted.addAll(
        List.of(
            CloudflareStub.API_TOKEN.reveal(),
            CloudflareStub.WEBHOOK_SECRET.reveal(),
            CloudflareStub.NOTIFICATION_SECRET.reveal()));
    attach =
        attach.andThen(
            server ->
                cloudflare.tellTo(
                    server.uri("/api/webhooks/cloudflare/live-input"),
                    server.uri("/api/webhooks/cloudflare/recording")));
    encoder = (server, operator) -> mustConnect(cloudflare.connect(operator.streamKey()));
    return this;
  }

  private FarSides withMux() {
    MuxStub mux = keep(MuxStub.start());
    mux.finishAtOnce();
    use(mux.settings());
    settings.add("--stagedoor.routes.video.live=mux");
    allowPlainPlayback();
    planted.addAll(List.of(MuxStub.TOKEN_SECRET.reveal(), MuxStub.WEBHOOK_SECRET.reveal()));
    attach = attach.andThen(server -> mux.tellTo(server.uri("/api/webhooks/mux")));
    encoder = (server, operator) -> mustConnect(mux.connect(operator.streamKey()));
    return this;
  }

  private FarSides withFirebase() {
    FirebaseStub firebase = keep(FirebaseStub.start());
    use(firebase.settings());
    settings.add("--stagedoor.providers.local.enabled=false");
    settings.add("--stagedoor.routes.auth=firebase");
    planted.add(FirebaseStub.API_KEY.reveal());
    return this;
  }

  /** Lets pages play from a stand-in, which has no certificate. */
  private void allowPlainPlayback() {
    settings.add(
        "--stagedoor.http.page-policy=default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: http:; media-src 'self' blob: http:; connect-src 'self' http:;"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'self'");
  }

  private <T extends AutoCloseable> T keep(T stub) {
    open.add(stub);
    return stub;
  }

  private void use(Map<String, ?> more) {
    more.forEach((key, value) -> settings.add("--" + key + "=" + value));
  }

  private static void mustConnect(boolean connected) {
    if (!connected) {
      throw new AssertionError("the provider does not let the encoder in");
    }
  }

  String[] settings() {
    return settings.toArray(String[]::new);
  }

  /** Tells the providers where the server is. */
  void attach(ServerProcess server) {
    attach.accept(server);
  }

  void connectEncoder(ServerProcess server, Operator operator) {
    encoder.accept(server, operator);
  }

  /** Tells whether payments are the sandbox's. */
  boolean isMoneyPretended() {
    return name.startsWith("sandbox");
  }

  /** Returns the credentials that nobody may read anywhere. */
  List<String> planted() {
    return List.copyOf(planted);
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable stub : open) {
      stub.close();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
