/**
 * Pages of the memorials area: registering, running a memorial (schedule, payment, livestream, its
 * own page and guest book), the funeral directors' portal, and the public page everybody sees.
 */
@Configuration
@Requires(condition = MemorialsOn.class)
@NullMarked
package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.web.MemorialsOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
