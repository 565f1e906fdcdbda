/**
 * The dashboard of admins: how subscription TV and the server did, in charts with their figures.
 */
@Configuration
@Requires(condition = TvOn.class)
@NullMarked
package dev.stagedoor.web.pages.analytics;

import dev.stagedoor.web.TvOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
