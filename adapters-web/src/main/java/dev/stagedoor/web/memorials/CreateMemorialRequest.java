package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.CreateMemorial;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.web.json.Sent;
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
    Faults faults = new Faults();
    var lovedOne =
        faults.read(() -> Memorial.checkedName(Sent.required(lovedOneName, "lovedOneName")));
    var email =
        faults.read(
            () -> {
              String text = Sent.required(familyEmail, "familyEmail");
              return Sent.as("familyEmail", "email", () -> new EmailAddress(text));
            });
    var name =
        faults.read(
            () -> {
              String text = Sent.required(familyName, "familyName");
              return Sent.as("familyName", "name", () -> PersonName.parse(text));
            });
    var phone =
        faults.read(() -> Sent.as("familyPhone", "phone", () -> new Phone(Sent.text(familyPhone))));
    var plan = faults.read(() -> services == null ? ServicePlan.empty() : services.toPlan());
    faults.refuseAny();
    return new CreateMemorial(
        lovedOne.orElseThrow(),
        email.orElseThrow(),
        name.orElseThrow(),
        phone.orElseThrow(),
        plan.orElseThrow(),
        language);
  }
}
