package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.webhooks.EventHandler;
import java.util.List;

/** A part of the product, put together: what it listens to, and what it does by itself. */
interface Assembly {
  /** Returns what listens to webhooks. */
  default List<EventHandler<?>> eventHandlers() {
    return List.of();
  }

  /** Returns what does queued jobs. */
  default List<JobHandler> jobs() {
    return List.of();
  }

  /** Returns what is done again and again. */
  default List<RecurringJob> recurringJobs() {
    return List.of();
  }
}
