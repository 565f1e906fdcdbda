package dev.stagedoor.application.party;

import dev.stagedoor.domain.auth.UserId;

/**
 * Says who may begin and join watch parties. Whoever puts the product together hands this in, as
 * parties do not know what their guests have paid for.
 */
@FunctionalInterface
public interface Admission {
  /**
   * Goes on only for somebody who may watch; called in a unit of work that may write.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException that says why they may not
   */
  void mustBeAdmitted(UserId user);
}
