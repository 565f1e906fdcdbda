/**
 * Subscription TV: people with profiles of their own, the playlists of the IPTV services they use,
 * what they like and how far they watched; the plans they pay for, and the resellers who serve
 * clients out of prepaid credits.
 */
@NullMarked
package dev.stagedoor.domain.tv;

import org.jspecify.annotations.NullMarked;
