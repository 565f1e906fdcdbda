package dev.stagedoor.providers.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Delivered;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Refused;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Unknown;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Json;
import java.util.Optional;

/**
 * Sends private replies and answers. Meta knows no keys, so a message is asked for once; what may
 * have arrived is {@link Unknown}.
 */
final class FacebookDirectMessages implements DirectMessages {
  private final GraphApi graph;

  FacebookDirectMessages(GraphApi graph) {
    this.graph = graph;
  }

  @Override
  public DirectMessageOutcome send(DirectMessage message) {
    if (!GraphApi.couldBeAToken(message.from().token())) {
      return new Refused(Why.DISCONNECTED, "not a token");
    }
    try {
      JsonNode answer = graph.send(message.from()).json(body(message)).send().json();
      return answer.path("message_id").isTextual()
          ? new Delivered(person(answer))
          : new Unknown("no message id was told");
    } catch (ProviderException e) {
      return FacebookMapping.outcome(e);
    }
  }

  // https://developers.facebook.com/docs/messenger-platform/reference/send-api
  private static ObjectNode body(DirectMessage message) {
    ObjectNode body = Json.object();
    String member = message.to() instanceof DirectMessage.Commenter ? "comment_id" : "id";
    body.putObject("recipient").put(member, message.to().ref().value());
    body.put("messaging_type", "RESPONSE");
    body.putObject("message").put("text", message.text());
    return body;
  }

  private static Optional<ProviderRef> person(JsonNode answer) {
    return Optional.ofNullable(answer.path("recipient_id").textValue())
        .filter(id -> !id.isBlank())
        .map(id -> new ProviderRef(Facebook.ID, id));
  }
}
