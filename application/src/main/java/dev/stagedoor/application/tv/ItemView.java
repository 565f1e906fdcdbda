package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.PlaylistId;
import java.util.Optional;

/**
 * Something that its viewer can watch.
 *
 * @param group what its service lists it under; may be empty
 * @param playlist where it is from; empty for a favourite that is in no playlist now
 */
public record ItemView(
    String itemId,
    String itemType,
    String name,
    String group,
    Optional<String> logo,
    Optional<PlaylistId> playlist) {}
