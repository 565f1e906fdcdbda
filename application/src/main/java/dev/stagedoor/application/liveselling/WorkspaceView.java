package dev.stagedoor.application.liveselling;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** A workspace as its operators see it; the plan is the code of its enum. */
public record WorkspaceView(
    UUID id, String name, Currency currency, String plan, List<Member> members, Instant createdAt) {
  /** Somebody who operates it. */
  public record Member(UUID id, String email, String displayName) {}
}
