package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.Channel;
import java.util.Optional;

/** Which channels of a playlist are wanted. */
public record ChannelSearch(
    Optional<String> text, Optional<Channel.Kind> kind, Optional<String> group) {}
