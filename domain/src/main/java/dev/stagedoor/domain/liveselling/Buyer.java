package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;

/**
 * Somebody who claims.
 *
 * @param userId who it is, by the platform's id: the same id is the same buyer
 * @param handle what they are called there
 */
public record Buyer(String userId, String handle) {
  public static final int MAX_LENGTH = 255;

  public Buyer {
    userId = userId.strip();
    handle = handle.strip();
    Faults faults = new Faults();
    faults.refuseIf(userId.isEmpty(), Fault.of("platformUserId", "blank"));
    faults.refuseIf(userId.length() > MAX_LENGTH, Fault.longerThan("platformUserId", MAX_LENGTH));
    faults.refuseIf(handle.isEmpty(), Fault.of("handle", "blank"));
    faults.refuseIf(handle.length() > MAX_LENGTH, Fault.longerThan("handle", MAX_LENGTH));
    faults.refuseAny();
  }

  @Override
  public String toString() {
    return "buyer " + userId;
  }
}
