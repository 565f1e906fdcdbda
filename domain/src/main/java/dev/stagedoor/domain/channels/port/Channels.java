package dev.stagedoor.domain.channels.port;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelReading;
import dev.stagedoor.domain.kernel.ProviderException;

/** Connects merchants' pages. */
public interface Channels {
  /**
   * Asks the platform whether the token acts for the page. Reads only.
   *
   * @throws ProviderException {@code RATE_LIMITED}, {@code UNAVAILABLE} or {@code UNREADABLE}:
   *     nothing is learnt
   */
  ChannelReading check(Channel channel);

  /**
   * Has the platform tell us of comments and messages from now on. Idempotent.
   *
   * @throws ProviderException {@code UNAUTHORISED} when the token is no good
   */
  void listen(Channel channel);

  /**
   * Stops {@link #listen}. Does nothing when nobody listens or the token is no good any more.
   *
   * @throws ProviderException when the platform could not be asked; repeating is safe
   */
  void ignore(Channel channel);
}
