package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.liveselling.ClaimService;
import dev.stagedoor.application.liveselling.CommentIntake;
import dev.stagedoor.application.liveselling.ConnectedAccounts;
import dev.stagedoor.application.liveselling.ShowInvoiceService;
import dev.stagedoor.application.liveselling.ShowItemService;
import dev.stagedoor.application.liveselling.ShowService;
import dev.stagedoor.application.liveselling.WorkspaceService;
import dev.stagedoor.application.webhooks.EventHandler;
import java.util.List;
import java.util.stream.Stream;

/** Puts the area of live selling together. */
record LiveSellingAssembly(
    WorkspaceService workspaces,
    ShowService shows,
    ShowItemService items,
    ClaimService claims,
    CommentIntake comments,
    ConnectedAccounts accounts,
    InvoicingAssembly invoicing,
    ShowInvoiceService invoices)
    implements Assembly {
  static LiveSellingAssembly on(Foundation base, AuthAssembly auth) {
    var work = base.ports().unitOfWork();
    var updates = base.ports().liveUpdates();
    var ports = base.ports().liveSelling();
    var workspaces =
        new WorkspaceService(
            work,
            ports.workspaces(),
            ports.workspaceQueries(),
            auth.registrations(),
            auth.accountLinks(),
            base.mailer(),
            updates,
            base.settings(),
            base.clock(),
            base.ids());
    var shows =
        new ShowService(
            work,
            workspaces,
            ports.integrations(),
            ports.shows(),
            ports.workspaceQueries(),
            base.providers().channels(),
            updates,
            base.clock(),
            base.ids());
    var claims =
        new ClaimService(
            work,
            shows,
            ports.items(),
            ports.comments(),
            ports.claims(),
            ports.showQueries(),
            updates,
            base.clock(),
            base.ids());
    var accounts =
        new ConnectedAccounts(
            base.ports(),
            base.providers(),
            base.settings(),
            workspaces,
            base.clock(),
            base.ids(),
            base.tokens());
    var invoicing = InvoicingAssembly.on(base, accounts.merchants());
    return new LiveSellingAssembly(
        workspaces,
        shows,
        new ShowItemService(
            work,
            shows,
            ports.items(),
            ports.claims(),
            ports.showQueries(),
            updates,
            base.clock(),
            base.ids()),
        claims,
        new CommentIntake(
            ports.integrations(), ports.shows(), ports.contacts(), claims, base.clock()),
        accounts,
        invoicing,
        new ShowInvoiceService(
            base.ports(),
            accounts,
            shows,
            invoicing.invoices(),
            base.providers().channels(),
            base.announcements(),
            base.translations(),
            base.clock(),
            base.ids()));
  }

  @Override
  public List<EventHandler<?>> eventHandlers() {
    return List.of(comments.events(), invoicing.reconciler().events());
  }

  @Override
  public List<JobHandler> jobs() {
    return Stream.of(invoicing.invoices().jobs(), List.of(accounts.givingBack()), invoices.jobs())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(invoicing.reconciler().job(), accounts.forgettingConsents());
  }
}
