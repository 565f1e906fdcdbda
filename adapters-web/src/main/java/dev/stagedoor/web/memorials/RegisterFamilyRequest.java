package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A family that opens a memorial. */
@Serdeable
public record RegisterFamilyRequest(
    @Nullable String email,
    @Nullable Secret password,
    @Nullable String name,
    @Nullable String lovedOneName,
    @Nullable String phone) {
  RegisterFamily toCommand(Language language) {
    Faults faults = new Faults();
    var address = faults.read(() -> new EmailAddress(Sent.required(email, "email")));
    var secret = faults.read(() -> PasswordPolicy.check(Sent.required(password, "password")));
    var person = faults.read(() -> PersonName.parse(Sent.required(name, "name")));
    var lovedOne =
        faults.read(() -> Memorial.checkedName(Sent.required(lovedOneName, "lovedOneName")));
    var number = faults.read(() -> new Phone(Sent.text(phone)));
    faults.refuseAny();
    return new RegisterFamily(
        address.orElseThrow(),
        secret.orElseThrow(),
        person.orElseThrow(),
        number.orElseThrow(),
        lovedOne.orElseThrow(),
        language);
  }
}
