package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.RegisterDirector;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A funeral home that asks for an account. */
@Serdeable
public record RegisterDirectorRequest(
    @Nullable String email,
    @Nullable Secret password,
    @Nullable String name,
    @Nullable String company,
    @Nullable String phone) {
  RegisterDirector toCommand(Language language) {
    return new RegisterDirector(
        new EmailAddress(Sent.required(email, "email")),
        Sent.required(password, "password"),
        PersonName.parse(Sent.required(name, "name")),
        Sent.required(company, "company"),
        Sent.text(phone),
        language);
  }
}
