package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.SubscriptionView;

/** The choice of a profile, and how the account stands. */
public record ChoosePage(Viewing viewing, SubscriptionView subscription) {}
