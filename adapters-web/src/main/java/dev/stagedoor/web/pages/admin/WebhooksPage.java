package dev.stagedoor.web.pages.admin;

import dev.stagedoor.application.webhooks.WebhookView;
import dev.stagedoor.domain.kernel.Page;

/** What providers told us, and what became of it; {@code status} is empty for all of it. */
public record WebhooksPage(Page<WebhookView> webhooks, String status) {}
