package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.application.liveselling.ConnectMerchant;
import dev.stagedoor.application.liveselling.GenerateInvoices;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.NewComment;
import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Somebody who sells live, past the pages: what a test needs to have happened. */
final class Seller {
  static final Secret KEY = Secret.of("sk_fake_antiques_7777");

  private final InMemoryStagedoor house;
  private final InMemoryStagedoor.Person person;

  Seller(InMemoryStagedoor house) {
    this.house = house;
    this.person = house.aFamily().person();
  }

  InMemoryStagedoor.Person person() {
    return person;
  }

  Actor actor() {
    return person.actor();
  }

  private Stagedoor services() {
    return house.stagedoor();
  }

  WorkspaceId workspace(String name, Plan plan) {
    WorkspaceId id =
        new WorkspaceId(services().workspaces().create(actor(), name, Optional.empty()).id());
    plan(id, plan);
    return id;
  }

  void plan(WorkspaceId workspace, Plan plan) {
    var unused =
        services()
            .workspaces()
            .change(
                Actor.system(), workspace, Optional.empty(), Optional.empty(), Optional.of(plan));
  }

  void connect(WorkspaceId workspace, String provider) {
    var unused =
        services()
            .connections()
            .connect(
                actor(),
                Optional.of(workspace),
                new ProviderId(provider),
                new ConnectMerchant(
                    KEY,
                    Optional.of("here"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ChangeSettings.none()));
  }

  ShowId show(WorkspaceId workspace, String name) {
    ShowView show =
        services().shows().create(actor(), Optional.of(workspace), name, Optional.empty());
    return new ShowId(show.id());
  }

  void item(ShowId show, int number, String title, Optional<Long> cents, int quantity) {
    var unused =
        services()
            .showItems()
            .add(actor(), show, new ShowItem.Details(number, title, cents, quantity));
  }

  void start(ShowId show) {
    var unused = services().shows().start(actor(), show);
  }

  void end(ShowId show) {
    var unused = services().shows().end(actor(), show);
  }

  void comment(ShowId show, String buyer, String text) {
    var unused =
        services()
            .claims()
            .comment(
                actor(),
                show,
                new NewComment(new Buyer(buyer, buyer), text, Optional.empty(), Optional.empty()));
  }

  List<InvoiceView> generate(ShowId show) {
    return services()
        .showInvoices()
        .generate(actor(), show, new GenerateInvoices(Optional.empty(), false, Optional.empty()));
  }

  InvoiceView send(ShowId show, InvoiceView invoice) {
    return services().showInvoices().send(actor(), show, new InvoiceId(invoice.id())).invoice();
  }

  void cancel(ShowId show, InvoiceView invoice) {
    var unused = services().showInvoices().cancel(actor(), show, new InvoiceId(invoice.id()));
  }

  /** Has the buyer pay at the provider, which tells us of it. */
  void pay(ShowId show, InvoiceView invoice) {
    ProviderRef ref = new ProviderRef(InMemoryStagedoor.FAKE, invoice.externalId().orElseThrow());
    house.invoicing().pay(new Merchant.Keyed(KEY, Optional.of("here")), ref);
    var unused =
        house.deliver(
            house
                .webhooks()
                .delivery(
                    new InvoicingEvent.InvoiceChanged(
                        ref, Optional.of(new InvoiceId(invoice.id())), Optional.empty())));
  }
}
