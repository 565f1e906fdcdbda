package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.List;

/** The far side of a social platform, as a test arranges it and looks at it. */
public interface ChannelWorld extends FailingFarSide {
  /** Returns a page whose token works; each call returns another. */
  Channel page();

  /** Returns a page whose token does not, {@code DISCONNECTED} or {@code NOT_PERMITTED}. */
  Channel refusing(Why why);

  /** Lets somebody write a comment under a broadcast of the page just now. */
  ProviderRef comment(Channel page);

  /** Lets somebody write to the page just now. */
  ProviderRef person(Channel page);

  /** Returns somebody the platform refuses to deliver to, for any reason but the page's token. */
  ProviderRef person(Channel page, Why refusal);

  /** Returns a comment that is too old to be answered. */
  ProviderRef oldComment(Channel page);

  /** Makes the platform refuse the page's next message for a reason that has no name here. */
  void refuseNext(String providerCode);

  /** Lets the platform do the next thing it is asked to change, and its answer get lost. */
  void loseNextAnswer();

  /** Tells whether we hear of what happens on the page. */
  boolean isListening(Channel page);

  /** Returns the texts that the page's people received, the oldest first. */
  List<String> received(Channel page);
}
