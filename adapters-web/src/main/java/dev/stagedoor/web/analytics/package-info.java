/**
 * Analytics over HTTP as JSON, for admins, below {@code /api/v1/analytics}. Bodies are snake_case;
 * a rate of nothing is left out.
 */
@Configuration
@Requires(condition = TvOn.class)
@NullMarked
package dev.stagedoor.web.analytics;

import dev.stagedoor.web.TvOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
