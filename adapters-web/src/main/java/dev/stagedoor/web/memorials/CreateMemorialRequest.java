package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.CreateMemorial;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.memorials.ServicePlan;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A memorial that a funeral director creates for a family. */
@Serdeable
public record CreateMemorialRequest(
    @Nullable String lovedOneName,
    @Nullable String familyEmail,
    @Nullable String familyName,
    @Nullable String familyPhone,
    @Nullable ServicesJson services) {
  CreateMemorial toCommand(Language language) {
    String email = Sent.required(familyEmail, "familyEmail");
    String name = Sent.required(familyName, "familyName");
    return new CreateMemorial(
        Sent.required(lovedOneName, "lovedOneName"),
        Sent.as("familyEmail", "email", () -> new EmailAddress(email)),
        Sent.as("familyName", "name", () -> PersonName.parse(name)),
        Sent.as("familyPhone", "phone", () -> new Phone(Sent.text(familyPhone))),
        services == null ? ServicePlan.empty() : services.toPlan(),
        language);
  }
}
