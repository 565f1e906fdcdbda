package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.channels.ChannelReading;
import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Delivered;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Refused;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.contract.ChannelWorld;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A social platform in memory. */
public final class FakeChannels implements Channels, DirectMessages, ChannelWorld {
  private final ProviderId id;
  private final FakeLine line;
  private final Map<Channel, Optional<Why>> pages = new HashMap<>();
  private final Set<Channel> listening = new HashSet<>();
  private final Map<ProviderRef, ProviderRef> comments = new HashMap<>();
  private final Map<ProviderRef, Why> refusals = new HashMap<>();
  private final Set<ProviderRef> people = new HashSet<>();
  private final List<DirectMessage> received = new ArrayList<>();
  private @Nullable String nextRefusal;
  private int made;

  public FakeChannels() {
    this(new ProviderId("fake"));
  }

  public FakeChannels(ProviderId id) {
    this.id = id;
    this.line = new FakeLine(id);
  }

  /** Returns this platform as the registry takes it. */
  public ChannelProvider provider() {
    return new ChannelProvider(id, this, this);
  }

  @Override
  public synchronized ChannelReading check(Channel channel) {
    try {
      return line.tell(
          () ->
              leave(channel)
                  .<ChannelReading>map(why -> new ChannelReading.Refused(why, why.name()))
                  .orElseGet(() -> new ChannelReading.Working(Optional.of("A page"))));
    } catch (ProviderException problem) {
      if (problem.kind() == Kind.UNAUTHORISED) {
        return new ChannelReading.Refused(Why.DISCONNECTED, "unauthorised");
      }
      throw problem;
    }
  }

  private Optional<Why> leave(Channel channel) {
    return pages.getOrDefault(channel, Optional.of(Why.DISCONNECTED));
  }

  @Override
  public synchronized void listen(Channel channel) {
    boolean unused =
        line.tell(
            () -> {
              if (leave(channel).isPresent()) {
                throw line.unauthorised();
              }
              return listening.add(channel);
            });
  }

  @Override
  public synchronized void ignore(Channel channel) {
    try {
      boolean unused = line.tell(() -> listening.remove(channel));
    } catch (ProviderException problem) {
      if (problem.kind() != Kind.UNAUTHORISED) {
        throw problem;
      }
    }
  }

  @Override
  public synchronized DirectMessageOutcome send(DirectMessage message) {
    try {
      return line.ask(() -> deliver(message));
    } catch (FakeLine.LostAnswer lost) {
      return new DirectMessageOutcome.Unknown("the answer was lost");
    } catch (ProviderException problem) {
      return problem.kind() == Kind.UNAUTHORISED
          ? new Refused(Why.DISCONNECTED, "unauthorised")
          : new DirectMessageOutcome.Deferred("unreachable", problem.retryAfter());
    }
  }

  private DirectMessageOutcome deliver(DirectMessage message) {
    ProviderRef to = message.to().ref();
    Optional<Why> leave = leave(message.from());
    if (leave.isPresent()) {
      return new Refused(leave.get(), leave.get().name());
    }
    String strange = nextRefusal;
    if (strange != null) {
      nextRefusal = null;
      return new Refused(Why.OTHER, strange);
    }
    Why why = refusals.get(to);
    if (why != null) {
      return new Refused(why, why.name());
    }
    if (message.to() instanceof DirectMessage.Person) {
      if (!people.contains(to)) {
        return new Refused(Why.UNREACHABLE, "nobody");
      }
      received.add(message);
      return new Delivered(Optional.of(to));
    }
    ProviderRef author = comments.get(to);
    if (author == null) {
      return new Refused(Why.OTHER, "no comment");
    }
    refusals.put(to, Why.ALREADY_REPLIED);
    received.add(message);
    return new Delivered(Optional.of(author));
  }

  private ProviderRef next(String what) {
    made++;
    return new ProviderRef(id, what + "-" + made);
  }

  private Channel page(Optional<Why> leave) {
    Channel page = new Channel(next("page"), Secret.of("token-of-page-" + made));
    pages.put(page, leave);
    return page;
  }

  @Override
  public synchronized Channel page() {
    return page(Optional.empty());
  }

  @Override
  public synchronized Channel refusing(Why why) {
    return page(Optional.of(why));
  }

  /** Takes the page's token back, or gives it again. */
  public synchronized void refuse(Channel page, Optional<Why> why) {
    pages.put(page, why);
  }

  /** Refuses what is sent to a comment or a person. */
  public synchronized void refuseTo(ProviderRef to, Why why) {
    refusals.put(to, why);
  }

  /** Refuses what is sent to a comment or a person no more. */
  public synchronized void admitTo(ProviderRef to) {
    refusals.remove(to);
  }

  /** Lets somebody who answered a private reply be written to. */
  public synchronized void admit(ProviderRef person) {
    people.add(person);
  }

  /** Makes a page known under an id and a token of the test's own. */
  public synchronized void know(Channel page) {
    pages.put(page, Optional.empty());
  }

  @Override
  public synchronized ProviderRef comment(Channel page) {
    ProviderRef comment = next("comment");
    comments.put(comment, next("person"));
    return comment;
  }

  @Override
  public synchronized ProviderRef oldComment(Channel page) {
    ProviderRef comment = comment(page);
    refusals.put(comment, Why.WINDOW_CLOSED);
    return comment;
  }

  @Override
  public synchronized ProviderRef person(Channel page) {
    ProviderRef person = next("person");
    people.add(person);
    return person;
  }

  @Override
  public synchronized ProviderRef person(Channel page, Why refusal) {
    ProviderRef person = person(page);
    refusals.put(person, refusal);
    return person;
  }

  @Override
  public synchronized void refuseNext(String providerCode) {
    nextRefusal = providerCode;
  }

  @Override
  public synchronized void loseNextAnswer() {
    line.loseAnswerAfter(0);
  }

  @Override
  public synchronized boolean isListening(Channel page) {
    return listening.contains(page);
  }

  @Override
  public synchronized List<String> received(Channel page) {
    return received.stream()
        .filter(message -> message.from().equals(page))
        .map(DirectMessage::text)
        .toList();
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    line.fail(how);
  }

  @Override
  public synchronized void recover() {
    line.recover();
  }
}
