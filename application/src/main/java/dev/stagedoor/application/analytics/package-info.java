/** Adds up what happened, in slices of days, weeks and months of any time zone, for admins. */
@NullMarked
package dev.stagedoor.application.analytics;

import org.jspecify.annotations.NullMarked;
