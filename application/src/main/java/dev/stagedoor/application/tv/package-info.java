/**
 * Subscription TV: subscribers and what they may, profiles, playlists, favorites and progress;
 * plans, resellers with their clients and credits, and figures for admins.
 */
@NullMarked
package dev.stagedoor.application.tv;

import org.jspecify.annotations.NullMarked;
