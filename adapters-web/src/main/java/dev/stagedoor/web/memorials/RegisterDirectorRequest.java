package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.RegisterDirector;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.web.json.Sent;
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
    Faults faults = new Faults();
    var address = faults.read(() -> new EmailAddress(Sent.required(email, "email")));
    var secret = faults.read(() -> PasswordPolicy.check(Sent.required(password, "password")));
    var person = faults.read(() -> PersonName.parse(Sent.required(name, "name")));
    var home =
        faults.read(
            () -> {
              FuneralDirector.check(Sent.required(company, "company"), Sent.text(phone));
              return company;
            });
    faults.refuseAny();
    return new RegisterDirector(
        address.orElseThrow(),
        secret.orElseThrow(),
        person.orElseThrow(),
        home.orElseThrow(),
        Sent.text(phone),
        language);
  }
}
