package dev.stagedoor.application.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * One piece of work: a handler's name, and the id of the thing it works on. All else is read from
 * the database when it runs, so that a repetition sees what holds then.
 */
public record Job(String name, UUID subject, Instant due) {}
