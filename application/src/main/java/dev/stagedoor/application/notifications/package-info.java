/**
 * Sends letters to many, each person once, and lets everybody say what they want to hear of.
 * Capabilities and areas tell one person through {@link Notices}.
 */
@NullMarked
package dev.stagedoor.application.notifications;

import org.jspecify.annotations.NullMarked;
