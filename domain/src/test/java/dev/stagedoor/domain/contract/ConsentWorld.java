package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;

/** The far side that asks merchants for their leave, as a test arranges it. */
public interface ConsentWorld extends FailingFarSide {
  /** Lets a new merchant give leave on this page, and returns the code they come back with. */
  Secret giveLeave(URI page);

  /** Lets the provider do the next thing it is asked, and its answer get lost. */
  void loseNextAnswer();

  /** Tells whether we may act for a merchant. */
  boolean isGiven(Merchant.Connected merchant);
}
