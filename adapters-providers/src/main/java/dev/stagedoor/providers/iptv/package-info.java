/**
 * IPTV services that subscribers name: extended M3U, Xtream's interface and XMLTV, read as streams
 * from public addresses only. {@link dev.stagedoor.providers.iptv.Iptv} is plain Java; the
 * Micronaut binding beside it is switched here. Forms and limits: adapters-providers/README.md.
 */
@Configuration
@Requires(property = "stagedoor.tv.playlists.enabled", value = "true")
@NullMarked
package dev.stagedoor.providers.iptv;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
