package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.notifications.Category;

/**
 * What a link to unsubscribe is about.
 *
 * @param isWanted whether its holder gets mails of this category now
 */
public record UnsubscriptionView(Category category, boolean isWanted) {}
