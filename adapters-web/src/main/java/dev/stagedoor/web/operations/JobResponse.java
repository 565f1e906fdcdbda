package dev.stagedoor.web.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.jobs.JobView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/** One job that waits, runs or keeps failing. */
@Serdeable
public record JobResponse(
    String name,
    String subject,
    Instant due,
    boolean running,
    int failures,
    @JsonProperty("last_failure") Optional<Instant> lastFailure) {
  static JobResponse from(JobView job) {
    return new JobResponse(
        job.name(), job.subject(), job.due(), job.running(), job.failures(), job.lastFailure());
  }
}
