/**
 * The one door for what providers tell us unasked: raw bytes and headers go to {@code
 * WebhookIntake}, and nothing here knows what they mean.
 */
@NullMarked
package dev.stagedoor.web.webhooks;

import org.jspecify.annotations.NullMarked;
