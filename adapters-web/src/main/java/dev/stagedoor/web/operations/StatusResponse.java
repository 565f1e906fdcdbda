package dev.stagedoor.web.operations;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** Whether the product works: {@code ok} or {@code down}. */
@Serdeable
public record StatusResponse(String status, Instant timestamp) {}
