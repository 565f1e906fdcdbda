/**
 * Pages of subscription TV: profiles and what they watch, playlists, plans and the account; the
 * desk of resellers, and what admins see and do. The profile that is open in a browser is kept in a
 * cookie that scripts cannot read. Streams go from the service to the browser, never through here.
 */
@Configuration
@Requires(condition = TvOn.class)
@NullMarked
package dev.stagedoor.web.pages.tv;

import dev.stagedoor.web.TvOn;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
