package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.memorials.ServicePlan;

/** A memorial that a funeral director creates for a family. */
public record CreateMemorial(
    String lovedOneName,
    EmailAddress familyEmail,
    PersonName familyName,
    Phone familyPhone,
    ServicePlan services,
    Language language) {}
