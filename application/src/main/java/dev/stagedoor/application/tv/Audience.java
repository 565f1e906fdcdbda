package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.ProfileId;

/**
 * For whom something to watch is looked for, among what is in the account's playlists and the
 * profile's favourites.
 *
 * @param isKids then only what is in groups of which the profile has a favourite, or watched
 *     something
 */
public record Audience(UserId owner, ProfileId profile, boolean isKids) {}
