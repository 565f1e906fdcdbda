package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.contract.ChannelWorld;
import dev.stagedoor.domain.contract.ChannelsContract;
import dev.stagedoor.domain.contract.DirectMessagesContract;

class FakeChannelsTest implements ChannelsContract, DirectMessagesContract {
  private final FakeChannels channels = new FakeChannels();

  @Override
  public Channels channels() {
    return channels;
  }

  @Override
  public DirectMessages messages() {
    return channels;
  }

  @Override
  public ChannelWorld world() {
    return channels;
  }
}
