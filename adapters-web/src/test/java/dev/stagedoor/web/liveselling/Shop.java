package dev.stagedoor.web.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.application.liveselling.ConnectMerchant;
import dev.stagedoor.application.liveselling.ConnectPage;
import dev.stagedoor.application.liveselling.GenerateInvoices;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.ShowItemService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A workspace with one of everything, made past the routes: an operator and a second one, a page, a
 * show that is live, items, comments, claims, a written invoice and one that failed. Its mark
 * stands in all that people write, and its secrets may stand nowhere.
 */
final class Shop {
  static final ProviderId STRIPE = new ProviderId("stripe");
  static final ProviderId SQUARE = new ProviderId("square");
  static final ProviderId FACEBOOK = new ProviderId("facebook");

  private final InMemoryStagedoor house;
  private final Stagedoor stagedoor;
  private final String mark;
  private final ProviderId payment;
  private final Person operator;
  private final Person second;
  private final WorkspaceId workspace;
  private final Channel page;
  private final ShowId show;
  private final UUID sold;
  private final UUID unsold;
  private final UUID claim;
  private final UUID draft;
  private final UUID failed;
  private final URI consent;

  private Shop(InMemoryStagedoor house, String mark, List<ProviderId> payments) {
    this.house = house;
    this.stagedoor = house.stagedoor();
    this.mark = mark;
    this.payment = payments.get(payments.size() - 1);
    operator = house.aFamily().person();
    second = house.aFamily().person();
    workspace =
        new WorkspaceId(
            stagedoor.workspaces().create(actor(), "Shop " + mark, Optional.empty()).id());
    var members =
        stagedoor.workspaces().addMember(actor(), workspace, second.email(), Language.EN).members();
    assertThat(members).hasSize(2);
    plan(Plan.BUSINESS);
    payments.forEach(this::connect);
    page = new Channel(new ProviderRef(InMemoryStagedoor.FAKE, "page-" + mark), pageToken());
    house.channels().know(page);
    var connected =
        stagedoor
            .connections()
            .connect(
                actor(),
                named(),
                FACEBOOK,
                new ConnectPage(page.page().value(), page.token(), Optional.empty()));
    assertThat(connected.status()).isEqualTo("active");
    consent = stagedoor.connections().beginConsent(actor(), named(), STRIPE);
    show =
        new ShowId(
            stagedoor
                .shows()
                .create(actor(), named(), "Show " + mark, Optional.of("post-" + mark))
                .id());
    sold = item(1, Optional.of(1_500L));
    UUID unpriced = item(2, Optional.empty());
    unsold = item(3, Optional.of(700L));
    var started = stagedoor.shows().start(actor(), show);
    assertThat(started.status()).isEqualTo("live");
    comment("ana", "sold 1");
    comment("bo", "sold 2");
    draft = invoice("ana", "draft");
    failed = invoice("bo", "error");
    var priced =
        stagedoor
            .showItems()
            .change(
                actor(),
                show,
                new ItemId(unpriced),
                new ShowItemService.Change(
                    Optional.empty(), Optional.empty(), Optional.of(900L), Optional.empty()));
    assertThat(priced.priceCents()).contains(900L);
    claim = stagedoor.claims().claim(actor(), show, new Buyer("luis", "Luis " + mark), 1, 1).id();
  }

  static Shop open(InMemoryStagedoor house, String mark) {
    return new Shop(house, mark, List.of(STRIPE));
  }

  /** Opens a workspace that has invoiced by the second of its payment providers. */
  static Shop withTwoProviders(InMemoryStagedoor house, String mark) {
    return new Shop(house, mark, List.of(STRIPE, SQUARE));
  }

  private void connect(ProviderId provider) {
    var connected =
        stagedoor
            .connections()
            .connect(
                actor(),
                named(),
                provider,
                new ConnectMerchant(
                    key(),
                    Optional.of("here"),
                    Optional.of("pk_fake_" + mark),
                    Optional.of(webhookSecret()),
                    Optional.empty(),
                    ChangeSettings.none()));
    assertThat(connected.status()).isEqualTo("active");
  }

  private UUID item(int number, Optional<Long> cents) {
    return stagedoor
        .showItems()
        .add(actor(), show, new ShowItem.Details(number, "Scarf " + mark, cents, 10))
        .id();
  }

  private void comment(String person, String text) {
    var result =
        house.deliver(
            house
                .webhooks()
                .delivery(
                    new ChannelEvent.CommentWritten(
                        page.page(),
                        new ProviderRef(InMemoryStagedoor.FAKE, "post-" + mark),
                        house.channels().comment(page),
                        Optional.of(new ProviderRef(InMemoryStagedoor.FAKE, person)),
                        Optional.of(person + " " + mark),
                        text,
                        house.clock().instant())));
    assertThat(result).isNotNull();
  }

  private UUID invoice(String buyer, String status) {
    List<InvoiceView> made =
        stagedoor
            .showInvoices()
            .generate(
                actor(),
                show,
                new GenerateInvoices(Optional.of(Set.of(buyer)), false, Optional.of(payment)));
    assertThat(made).extracting(InvoiceView::status).containsExactly(status);
    return made.get(0).id();
  }

  void plan(Plan plan) {
    var changed =
        stagedoor
            .workspaces()
            .change(
                Actor.system(), workspace, Optional.empty(), Optional.empty(), Optional.of(plan));
    assertThat(changed.plan()).isEqualTo(plan.code());
  }

  /** Returns all there is, to see whether it has changed. */
  List<Object> everything() {
    return List.of(
        stagedoor.workspaces().get(actor(), workspace),
        stagedoor.integrations().list(actor(), named()),
        stagedoor.shows().list(actor(), named(), new PageRequest(1, 100)).items(),
        stagedoor.showItems().list(actor(), show),
        stagedoor.claims().comments(actor(), show, new PageRequest(1, 100)).items(),
        stagedoor.claims().list(actor(), show, Optional.empty(), new PageRequest(1, 100)).items(),
        stagedoor.showInvoices().list(actor(), show));
  }

  Person operator() {
    return operator;
  }

  private Actor actor() {
    return operator.actor();
  }

  private Optional<WorkspaceId> named() {
    return Optional.of(workspace);
  }

  String mark() {
    return mark;
  }

  Secret key() {
    return Secret.of("sk_fake_" + mark + "_own_key_4242");
  }

  private Secret webhookSecret() {
    return Secret.of("whsec_fake_" + mark);
  }

  private Secret pageToken() {
    return Secret.of("token-of-page-" + mark);
  }

  /** Returns what no answer may say. */
  List<String> secrets() {
    return List.of(key().reveal(), webhookSecret().reveal(), pageToken().reveal());
  }

  UUID workspace() {
    return workspace.value();
  }

  UUID show() {
    return show.value();
  }

  ShowId showId() {
    return show;
  }

  UUID sold() {
    return sold;
  }

  UUID unsold() {
    return unsold;
  }

  UUID claim() {
    return claim;
  }

  UUID draft() {
    return draft;
  }

  UUID failed() {
    return failed;
  }

  UUID second() {
    return second.actor().userId().value();
  }

  String payment() {
    return payment.value();
  }

  /** Returns the body that connects the page. */
  Map<String, Object> pageToConnect() {
    return Map.of(
        "method",
        "page_token",
        "pageId",
        page.page().value(),
        "accessToken",
        page.token().reveal());
  }

  /** Returns what the operator was sent out with to give leave. */
  String state() {
    return consent.getQuery().replaceAll(".*state=([^&]*).*", "$1");
  }

  /** Gives leave on the provider's page, and returns what the operator comes back with. */
  Secret givesLeave() {
    return house.invoicing().giveLeave(consent);
  }
}
