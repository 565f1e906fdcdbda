package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.Channel;
import java.util.Optional;

/** A channel in a list: all but the address of its stream, which is asked for one by one. */
public record ChannelView(
    String itemId,
    Channel.Kind kind,
    String name,
    String group,
    Optional<String> logo,
    Optional<String> guideId) {}
