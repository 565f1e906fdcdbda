package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.notifications.UnsubscriptionView;

/**
 * What a link to unsubscribe is about.
 *
 * @param isDone whether it was just switched off, or on again
 */
public record UnsubscribePage(String token, UnsubscriptionView about, boolean isDone) {}
