package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Secret;

/** A family that opens a memorial for somebody. */
public record RegisterFamily(
    EmailAddress email,
    Secret password,
    PersonName name,
    Phone phone,
    String lovedOneName,
    Language language) {}
