package dev.stagedoor.application;

import dev.stagedoor.application.port.NotificationQueries;
import dev.stagedoor.application.port.RecipientQueries;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;

/** What notifications need of whoever keeps their data. */
public record NotificationPorts(
    TemplateRepository templates,
    NotificationRepository notifications,
    PreferenceRepository preferences,
    UnsubscribeSecret unsubscribeSecret,
    RecipientQueries recipients,
    NotificationQueries queries) {}
