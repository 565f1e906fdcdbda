package dev.stagedoor.domain.notifications.port;

import dev.stagedoor.domain.kernel.Secret;

/**
 * Keeps the one secret that signs links to unsubscribe, for as long as mails with them are about:
 * for ever. All methods need an open unit of work.
 */
public interface UnsubscribeSecret {
  /**
   * Keeps a secret if none is kept yet, and returns the one that is kept. Of any number of
   * concurrent calls all return the same.
   */
  Secret keep(Secret proposed);
}
