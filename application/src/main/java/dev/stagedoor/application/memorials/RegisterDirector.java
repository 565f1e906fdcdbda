package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;

/** A funeral home that wants to create memorials for families. */
public record RegisterDirector(
    EmailAddress email,
    Secret password,
    PersonName name,
    String company,
    String phone,
    Language language) {}
