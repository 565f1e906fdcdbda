package dev.stagedoor.application.port;

import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.application.tv.ResellerView;
import dev.stagedoor.application.tv.TvFigures;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The read side of subscription TV. All methods need an open unit of work. */
public interface TvQueries {
  /** Lists a reseller's clients whose address or name contains a text, the newest first. */
  Page<ClientView> clients(UserId reseller, Optional<String> search, Instant now, PageRequest page);

  /** Finds a client of a reseller. */
  Optional<ClientView> client(UserId reseller, ClientId id, Instant now);

  /** Finds those of some clients that are there, whoever's they are, in any order. */
  List<ClientView> clients(Collection<ClientId> ids, Instant now);

  /** Returns how a reseller stands, with their last entries. */
  ResellerView reseller(UserId reseller, Instant now);

  TvFigures figures(Instant now);
}
