package dev.stagedoor.application;

import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.auth.AccountAdminService;
import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.Language;

/** Puts together who people are: accounts, sessions, links to accounts. */
record AuthAssembly(
    RegistrationService registrations,
    SessionService sessions,
    AccountLinkService accountLinks,
    AccountAdminService accountAdmin,
    AuditService audit) {
  static AuthAssembly on(Foundation base) {
    var ports = base.ports();
    var work = ports.unitOfWork();
    var provider = base.providers().auth();
    var sessions =
        new SessionService(work, ports.accounts(), provider, base.settings().cookieLife());
    var audit = new AuditService(work, ports.auditLog(), base.clock(), base.ids());
    return new AuthAssembly(
        new RegistrationService(work, ports.accounts(), provider, base.clock(), base.ids()),
        sessions,
        new AccountLinkService(
            work,
            ports.accounts(),
            ports.accountLinks(),
            provider,
            sessions,
            base.mailer(),
            base.settings(),
            base.clock(),
            base.ids(),
            base.tokens()),
        new AccountAdminService(
            work,
            ports.accounts(),
            ports.accountQueries(),
            provider.claims(),
            audit,
            base.announcements()),
        audit);
  }

  /** Makes the first admin, where one is set and not there yet. */
  void ensureAdmin(Settings settings) {
    settings
        .admin()
        .ifPresent(
            admin ->
                registrations.ensureAdmin(
                    NewAccount.of(
                        admin.email(),
                        admin.password(),
                        PersonName.parse("Admin"),
                        Role.ADMIN,
                        Language.EN)));
  }
}
