/** The one door for what providers tell us unasked. */
@NullMarked
package dev.stagedoor.application.webhooks;

import org.jspecify.annotations.NullMarked;
