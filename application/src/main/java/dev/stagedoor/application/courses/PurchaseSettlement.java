package dev.stagedoor.application.courses;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.domain.courses.PurchaseId;
import java.util.List;

/**
 * Keeps purchases in step with their payments, and students with their purchases: what is due is
 * granted by a job, again and again until it is done.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class PurchaseSettlement {
  /** Reacts to what is announced of payments. */
  public void listen(Announcements announcements) {
    throw new UnsupportedOperationException();
  }

  /** Grants what is due for one purchase now. */
  void settle(PurchaseId id) {
    throw new UnsupportedOperationException();
  }

  /** Grants what is due, or sends back what was paid too much; by purchase. */
  public List<JobHandler> jobs() {
    throw new UnsupportedOperationException();
  }

  /** Finds purchases whose job was lost. */
  public RecurringJob repair() {
    throw new UnsupportedOperationException();
  }
}
