package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Optional;

/** Keeps how buyers can be written to. All methods need an open unit of work. */
public interface ContactRepository {
  Optional<Contact> find(WorkspaceId workspace, ProviderRef person);

  /** Finds somebody by the id beside their comments. */
  Optional<Contact> ofBuyer(WorkspaceId workspace, String buyer);

  /**
   * Inserts, or adds what is known of the buyer and of their messages; what others found out
   * meanwhile stays. The same buyer's former contact no longer is the buyer's.
   */
  void save(Contact contact);
}
