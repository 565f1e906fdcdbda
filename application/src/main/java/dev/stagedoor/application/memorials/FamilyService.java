package dev.stagedoor.application.memorials;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.messaging.Mail;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.ServicePlan;
import java.util.Map;
import java.util.Optional;

/** Registers families. */
public final class FamilyService {
  private final RegistrationService registrations;
  private final MemorialService memorials;
  private final Mailer mailer;
  private final Settings settings;

  public FamilyService(
      RegistrationService registrations,
      MemorialService memorials,
      Mailer mailer,
      Settings settings) {
    this.registrations = registrations;
    this.memorials = memorials;
    this.mailer = mailer;
    this.settings = settings;
  }

  /**
   * Makes an account, its memorial and a welcome mail together, and signs the family in.
   *
   * @throws DomainException {@code EMAIL_TAKEN}, {@code INVALID_VALUE}
   */
  public RegisteredFamily register(RegisterFamily wanted) {
    NewAccount account =
        new NewAccount(
            wanted.email(),
            Optional.of(wanted.password()),
            wanted.name(),
            Role.USER,
            IdentityClaims.family(),
            wanted.language());
    var registered = registrations.register(account, made -> open(made, wanted));
    return new RegisteredFamily(registered.signedIn(), registered.made());
  }

  private MemorialView open(Account family, RegisterFamily wanted) {
    Memorial memorial =
        memorials.open(
            family.id(), null, wanted.phone(), wanted.lovedOneName(), ServicePlan.empty());
    mailer.send(
        family.email(),
        family.language(),
        new Mail(
            "family_welcome",
            Map.of("name", family.name().display(), "lovedOne", memorial.lovedOneName()),
            Optional.of(settings.link("/memorial/" + memorial.id().value() + "/schedule"))));
    return MemorialView.of(memorial);
  }
}
