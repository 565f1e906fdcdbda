package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** What a workspace gave so that a provider can be called in its name. It never leaves again. */
public sealed interface Credentials {
  <R> R match(Cases<R> cases);

  /** One branch for each kind. */
  interface Cases<R> {
    R billing(Billing billing);

    R page(Page page);
  }

  /**
   * In whose name invoices are written.
   *
   * @param publishableKey what browsers may know, where the provider has such a key
   * @param webhookSecret signs what the merchant's own account tells us; empty where it tells
   *     nothing and is only asked
   */
  record Billing(Merchant merchant, Optional<String> publishableKey, Optional<Secret> webhookSecret)
      implements Credentials {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.billing(this);
    }
  }

  /** A page that comments come from and messages go out by. */
  record Page(Channel channel) implements Credentials {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.page(this);
    }
  }
}
