package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A show that is live in a workspace on the plan pro, with Stripe and a page connected. */
final class Sale {
  static final ProviderId STRIPE = new ProviderId("stripe");
  static final ProviderId FACEBOOK = new ProviderId("facebook");
  static final Secret KEY = Secret.of("sk_fake_antiques_7777");
  static final Optional<WorkspaceId> MINE = Optional.empty();
  static final ProviderRef POST = new ProviderRef(InMemoryStagedoor.FAKE, "post-1");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final Actor operator = house.aFamily().actor();
  private final WorkspaceId workspace;
  private final Channel page;
  private final ShowId show;

  Sale() {
    workspace =
        new WorkspaceId(
            house.stagedoor().workspaces().create(operator, "Antiques", Optional.empty()).id());
    plan(Plan.PRO);
    connect(STRIPE, KEY);
    page = house.channels().page();
    connectPage();
    ShowService shows = house.stagedoor().shows();
    show = new ShowId(shows.create(operator, MINE, "Friday sale", Optional.of("post-1")).id());
    var unused = shows.start(operator, show);
    item(1, 1_000, 100);
    item(2, 250, 100);
  }

  InMemoryStagedoor house() {
    return house;
  }

  Actor operator() {
    return operator;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  ShowId show() {
    return show;
  }

  Channel page() {
    return page;
  }

  Merchant merchant() {
    return new Merchant.Keyed(KEY, Optional.empty());
  }

  ShowInvoiceService invoices() {
    return house.stagedoor().showInvoices();
  }

  void plan(Plan plan) {
    var unused =
        house
            .stagedoor()
            .workspaces()
            .change(
                Actor.system(), workspace, Optional.empty(), Optional.empty(), Optional.of(plan));
  }

  IntegrationView connect(ProviderId provider, Secret key) {
    return house.stagedoor().connections().connect(operator, MINE, provider, with(key));
  }

  static ConnectMerchant with(Secret key) {
    return new ConnectMerchant(
        key,
        Optional.of("here"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ChangeSettings.none());
  }

  void connectPage() {
    var unused =
        house
            .stagedoor()
            .connections()
            .connect(
                operator,
                MINE,
                FACEBOOK,
                new ConnectPage(page.page().value(), page.token(), Optional.empty()));
  }

  void item(int number, long cents, int quantity) {
    var unused =
        house
            .stagedoor()
            .showItems()
            .add(
                operator,
                show,
                new ShowItem.Details(number, "Vase " + number, Optional.of(cents), quantity));
  }

  /** Lets somebody write under the show, and returns the platform's name of the comment. */
  ProviderRef comment(String person, String text) {
    ProviderRef comment = house.channels().comment(page);
    tell(
        new ChannelEvent.CommentWritten(
            page.page(),
            POST,
            comment,
            Optional.of(new ProviderRef(InMemoryStagedoor.FAKE, person)),
            Optional.of(person + " Example"),
            text,
            house.clock().instant()));
    return comment;
  }

  void tell(ChannelEvent event) {
    var unused = house.deliver(house.webhooks().delivery(event));
  }

  /** Makes a claim that came from no platform. */
  void claimByHand(String person, int item) {
    var unused =
        house.stagedoor().claims().claim(operator, show, new Buyer(person, person), item, 1);
  }

  List<InvoiceView> generate() {
    return generate(false);
  }

  List<InvoiceView> generate(boolean send) {
    return invoices()
        .generate(operator, show, new GenerateInvoices(Optional.empty(), send, Optional.empty()));
  }

  List<InvoiceView> generateFor(String... buyers) {
    return invoices()
        .generate(
            operator,
            show,
            new GenerateInvoices(Optional.of(Set.of(buyers)), false, Optional.empty()));
  }

  /** Lets somebody claim one vase, and writes the invoice. */
  InvoiceId anInvoiceFor(String person) {
    ProviderRef unused = comment(person, "sold 1");
    return id(generateFor(person).get(0));
  }

  static InvoiceId id(InvoiceView view) {
    return new InvoiceId(view.id());
  }

  InvoiceView view(InvoiceId id) {
    return invoices().list(operator, show).stream()
        .filter(one -> one.id().equals(id.value()))
        .findFirst()
        .orElseThrow();
  }

  List<InvoiceView> all() {
    return invoices().list(operator, show);
  }

  Invoice kept(InvoiceId id) {
    return house.unitOfWork().read(() -> house.liveSelling().invoices().find(id).orElseThrow());
  }

  List<Delivery> deliveries(InvoiceId id) {
    return house.unitOfWork().read(() -> house.liveSelling().deliveries().of(id));
  }

  Integration integration(ProviderId provider) {
    return house.unitOfWork().read(() -> house.liveSelling().integrations().of(workspace)).stream()
        .filter(one -> one.provider().equals(provider))
        .findFirst()
        .orElseThrow();
  }

  /** Counts the bills at the provider that a buyer can pay or has paid, for all invoices. */
  int bills() {
    return all().stream()
        .mapToInt(view -> house.invoicing().invoicesOf(merchant(), id(view)))
        .sum();
  }

  List<String> told() {
    return house.updates().all().stream().map(update -> update.type()).toList();
  }
}
