/**
 * Mails to many: templates in every language, to whom they went, and what people want to hear of.
 */
@NullMarked
package dev.stagedoor.domain.notifications;

import org.jspecify.annotations.NullMarked;
