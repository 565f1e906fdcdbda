package dev.stagedoor.providers.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelReading;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Refused;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.ProviderRequest;
import java.util.Optional;

/** Connects pages by tokens of their own. */
final class FacebookChannels implements Channels {
  private final GraphApi graph;

  FacebookChannels(GraphApi graph) {
    this.graph = graph;
  }

  @Override
  public ChannelReading check(Channel channel) {
    if (!GraphApi.couldBeAToken(channel.token())) {
      return new ChannelReading.Refused(Why.DISCONNECTED, "not a token");
    }
    Answer answer;
    try {
      answer = graph.readPage(channel).send();
    } catch (ProviderException e) {
      Optional<Refused> refusal = FacebookMapping.pageRefusal(e);
      if (refusal.isPresent()) {
        return new ChannelReading.Refused(refusal.get().why(), refusal.get().providerCode());
      }
      throw told(e);
    }
    JsonNode me = answer.json();
    if (!me.path("id").isTextual()) {
      throw answer.unreadable("whose token it is was not told");
    }
    // A token of a person, or of another page, is good for its own things only.
    return me.path("id").textValue().equals(channel.page().value())
        ? new ChannelReading.Working(Optional.ofNullable(me.path("name").textValue()))
        : new ChannelReading.Refused(Why.NOT_PERMITTED, "token of another page or person");
  }

  @Override
  public void listen(Channel channel) {
    if (!GraphApi.couldBeAToken(channel.token())) {
      throw new ProviderException(Facebook.ID, Kind.UNAUTHORISED, "not a token");
    }
    succeed(graph.subscribe(channel));
  }

  @Override
  public void ignore(Channel channel) {
    if (!GraphApi.couldBeAToken(channel.token())) {
      return;
    }
    try {
      succeed(graph.unsubscribe(channel));
    } catch (ProviderException e) {
      boolean tokenIsGone =
          FacebookMapping.pageRefusal(e)
              .filter(refusal -> refusal.why() == Why.DISCONNECTED)
              .isPresent();
      if (!tokenIsGone) {
        throw e;
      }
    }
  }

  private static void succeed(ProviderRequest request) {
    Answer answer;
    try {
      answer = request.send();
    } catch (ProviderException e) {
      throw told(e);
    }
    if (!answer.json().path("success").asBoolean(false)) {
      throw answer.unreadable("success was not told");
    }
  }

  /** Meta answers 400 to much; the kind is in its code. */
  private static ProviderException told(ProviderException e) {
    if (e.kind() != Kind.REJECTED && e.kind() != Kind.UNAUTHORISED) {
      return e;
    }
    Kind kind =
        FacebookMapping.isLater(e)
            ? Kind.RATE_LIMITED
            : FacebookMapping.pageRefusal(e).isPresent() ? Kind.UNAUTHORISED : e.kind();
    return kind == e.kind()
        ? e
        : new ProviderException(
            Facebook.ID,
            kind,
            String.valueOf(e.getMessage()),
            e.retryAfter().orElse(null),
            e.getCause());
  }
}
