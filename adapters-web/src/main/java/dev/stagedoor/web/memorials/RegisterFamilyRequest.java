package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.Secret;
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
    return new RegisterFamily(
        new EmailAddress(Sent.required(email, "email")),
        Sent.required(password, "password"),
        PersonName.parse(Sent.required(name, "name")),
        new Phone(Sent.text(phone)),
        Sent.required(lovedOneName, "lovedOneName"),
        language);
  }
}
