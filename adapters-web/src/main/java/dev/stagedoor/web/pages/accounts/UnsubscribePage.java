package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.domain.notifications.Category;

/**
 * What a link to unsubscribe is about.
 *
 * @param isDone whether it was switched off
 */
public record UnsubscribePage(String token, Category category, boolean isDone) {}
