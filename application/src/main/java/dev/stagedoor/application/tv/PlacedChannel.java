package dev.stagedoor.application.tv;

import java.util.UUID;

/** A channel, and the playlist it is in. */
public record PlacedChannel(UUID playlist, ChannelView channel) {}
