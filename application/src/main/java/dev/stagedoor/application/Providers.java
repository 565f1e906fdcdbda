package dev.stagedoor.application;

import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.messaging.MailProvider;

/** The providers that were chosen, a member for each capability. */
public record Providers(
    AuthProvider auth,
    PaymentProviders payments,
    VideoProviders video,
    MailProvider mail,
    WebhookTranslators webhooks) {}
