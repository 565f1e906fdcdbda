package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.events.BoxOffice;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.FixedTokens;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.CrossAppUse.Action;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People who are on their way to the shop, and the shop. */
abstract class CrossAppScene {
  static final String BROWSER = "192.0.2.7";
  static final String SHOP = "198.51.100.1";
  static final String APP = "hi.events";
  final BoxOffice office = new BoxOffice();
  final InMemoryStagedoor house = office.house;
  final CrossAppService crossApp = house.stagedoor().crossApp();
  final Actor organiser = office.organiser;
  final Actor stranger = house.aFamily().actor();
  final Actor admin = house.admin().actor();
  final TicketedEventId event = office.ticketsOf(office.event);

  CrossAppTicket ticket(Actor actor) {
    return crossApp.generate(actor, APP, Optional.empty(), Optional.empty(), BROWSER);
  }

  CrossAppTicket ticketFor(Actor actor, Actor account) {
    return crossApp.generate(
        actor, APP, Optional.of(account.userId()), Optional.of(event), BROWSER);
  }

  Secret reference(CrossAppTicket ticket) {
    return crossApp.validate(ticket.token(), SHOP).reference();
  }

  Permission may(
      Secret reference,
      String permission,
      Optional<UserId> account,
      Optional<TicketedEventId> about) {
    return crossApp.permission(reference, permission, account, about, SHOP);
  }

  /** Returns what was written down, the oldest first. */
  List<CrossAppUse> written() {
    List<CrossAppUse> all =
        new ArrayList<>(crossApp.uses(admin, new PageRequest(1, PageRequest.MAX_LIMIT)).items());
    Collections.reverse(all);
    return all;
  }

  CrossAppUse last() {
    return crossApp.uses(admin, PageRequest.first()).items().get(0);
  }

  List<CrossAppSession> sessions() {
    return house.unitOfWork().read(() -> house.ticketing().sessions().all().toList());
  }

  AccountView view(Actor actor) {
    return AccountView.of(house.account(actor.userId()));
  }

  void become(Actor actor, AccountStatus status, Role role) {
    house.change(
        actor.userId(),
        account ->
            Account.restore(
                account.id(),
                account.identity(),
                account.email(),
                account.name(),
                role,
                status,
                account.language(),
                account.createdAt(),
                account.version()));
  }

  CrossAppUse use(Action action, UUID session, Instant at, String detail, String address) {
    return new CrossAppUse(
        UUID.randomUUID(),
        at,
        action,
        Optional.of(session),
        organiser.user(),
        organiser.user(),
        Optional.of(event),
        Optional.empty(),
        detail,
        address);
  }

  CrossAppService with(Secret... secrets) {
    return with(TicketingProviders.none(), secrets);
  }

  CrossAppService with(TicketingProviders systems, Secret... secrets) {
    return new CrossAppService(
        house.unitOfWork(),
        house.ticketing().sessions(),
        house.ticketing().audit(),
        house.ticketing().tickets(),
        house.accounts(),
        systems,
        new Settings.Ticketing(
            List.of(secrets), CrossAppSession.Terms.standard(), Duration.ofDays(90)),
        house.clock(),
        UUID::randomUUID,
        new FixedTokens());
  }
}
