package dev.stagedoor.application.memorials;

import java.time.Instant;
import java.util.UUID;

/** A funeral director as an admin sees it; the status is the code of its enum. */
public record DirectorView(
    UUID userId,
    String email,
    String name,
    String company,
    String phone,
    String status,
    Instant registeredAt) {}
