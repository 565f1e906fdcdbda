/**
 * Subscription TV over HTTP as JSON, below {@code /api/v1}: profiles, playlists, favorites,
 * progress, plans and subscriptions for those who watch; clients and credits for resellers;
 * figures, users, credits, plans and the record for admins. Bodies are snake_case.
 */
@Configuration
@Requires(condition = TvOn.class)
@NullMarked
package dev.stagedoor.web.tv;

import dev.stagedoor.web.TvOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
