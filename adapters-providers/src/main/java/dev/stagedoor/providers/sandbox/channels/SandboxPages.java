package dev.stagedoor.providers.sandbox.channels;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelReading;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.Optional;

/** Connects the sandbox's pages. */
final class SandboxPages implements Channels {
  private final SandboxChannels farSide;
  private final SandboxLine line;

  SandboxPages(SandboxChannels farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public ChannelReading check(Channel channel) {
    try {
      return line.tell(
          () ->
              farSide
                  .refusal(channel)
                  .<ChannelReading>map(
                      refused -> new ChannelReading.Refused(refused.why(), refused.providerCode()))
                  .orElseGet(
                      () -> new ChannelReading.Working(Optional.of(channel.page().value()))));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        return new ChannelReading.Refused(Why.DISCONNECTED, "unauthorised");
      }
      throw problem;
    }
  }

  @Override
  public void listen(Channel channel) {
    Boolean unused =
        line.tell(
            () -> {
              if (farSide.refusal(channel).isPresent()) {
                throw new ProviderException(
                    SandboxLine.ID, Kind.UNAUTHORISED, "the sandbox does not take this token");
              }
              farSide.listen(channel.page().value(), true);
              return Boolean.TRUE;
            });
  }

  @Override
  public void ignore(Channel channel) {
    Boolean unused =
        line.tell(
            () -> {
              if (farSide.isListening(channel.page().value())
                  && farSide.refusal(channel).isEmpty()) {
                farSide.listen(channel.page().value(), false);
              }
              return Boolean.TRUE;
            });
  }
}
