package dev.stagedoor.domain.channels;

import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.kernel.ProviderId;

/** What one social platform can do. */
public record ChannelProvider(ProviderId id, Channels channels, DirectMessages messages) {}
