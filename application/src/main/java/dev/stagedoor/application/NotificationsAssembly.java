package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.notifications.Letters;
import dev.stagedoor.application.notifications.Notices;
import dev.stagedoor.application.notifications.NotificationService;
import dev.stagedoor.application.notifications.PreferenceService;
import dev.stagedoor.application.notifications.TemplateService;
import java.util.List;

/** Puts notifications together. */
record NotificationsAssembly(
    TemplateService templates,
    NotificationService notifications,
    PreferenceService preferences,
    Notices notices)
    implements Assembly {
  static NotificationsAssembly on(Foundation base, AuthAssembly auth) {
    var ports = base.ports();
    var work = ports.unitOfWork();
    var kept = ports.notifications();
    var letters = new Letters(base.mailer(), base.unsubscriptions());
    return new NotificationsAssembly(
        new TemplateService(
            work, kept.templates(), letters, auth.audit(), base.clock(), base.ids()),
        new NotificationService(
            work, kept, letters, auth.audit(), ports.outbox(), base.clock(), base.ids()),
        new PreferenceService(work, kept, ports.accounts(), base.unsubscriptions()),
        new Notices(kept, letters));
  }

  @Override
  public List<JobHandler> jobs() {
    return List.of(notifications.handler());
  }
}
