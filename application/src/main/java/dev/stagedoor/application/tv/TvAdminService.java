package dev.stagedoor.application.tv;

import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.port.CreditLedger;
import java.time.Clock;

/** What admins see of subscription TV. */
public final class TvAdminService {
  private final UnitOfWork work;
  private final AccountQueries accounts;
  private final SubscriberService subscribers;
  private final TvSubscriptionService subscriptions;
  private final CreditLedger credits;
  private final TvQueries queries;
  private final Clock clock;

  public TvAdminService(
      UnitOfWork work,
      AccountQueries accounts,
      SubscriberService subscribers,
      TvSubscriptionService subscriptions,
      CreditLedger credits,
      TvQueries queries,
      Clock clock) {
    this.work = work;
    this.accounts = accounts;
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
    this.credits = credits;
    this.queries = queries;
    this.clock = clock;
  }

  /** Returns figures over everything. */
  public TvFigures figures(Actor actor) {
    actor.mustBeAdmin();
    return work.read(() -> queries.figures(clock.instant()));
  }

  /** Returns an account with all that explains what its holder may do; nobody begins with this. */
  public UserView user(Actor actor, UserId id) {
    actor.mustBeAdmin();
    return work.read(
        () ->
            new UserView(
                accounts.account(id).orElseThrow(DomainException::notFound),
                subscribers.known(id),
                subscriptions.known(id),
                credits.balance(id)));
  }
}
