package dev.stagedoor.providers.sandbox.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a fork of a ticket shop asks the product about organisers who come from there, by its shared
 * secret; notes each question and its answer. One for each visit.
 */
final class ProductCalls {
  static final String PERMISSION = "ticketing.manage";
  private static final String VALIDATE = "/api/cross-app/validate-session";
  private static final String ACCOUNTS = "/api/cross-app/user-accounts";
  private static final String MAY = "/api/cross-app/validate-permission";

  private final ProviderHttp http;
  private final List<Said> said = new ArrayList<>();

  /**
   * Who came.
   *
   * @param reference what the token was exchanged for
   */
  record Guest(Secret reference, String who, Optional<UUID> event) {}

  private ProductCalls(ProviderHttp http) {
    this.http = http;
  }

  /** Returns who asks the product at an address. */
  static ProviderHttp lineTo(URI product, Secret secret) {
    return ProviderHttp.to(SandboxLine.ID, product, ProviderRuntime.plain())
        .credential("x-shared-secret", secret)
        .build();
  }

  static ProductCalls over(ProviderHttp http) {
    return new ProductCalls(http);
  }

  List<Said> said() {
    return List.copyOf(said);
  }

  /** Exchanges a token, which works once; empty when it is refused. */
  Optional<Guest> validate(Secret token) {
    ObjectNode body = Json.object().put("session_token", token.reveal());
    return ask(
        "POST " + VALIDATE,
        http.post("cross_app.validate_session", VALIDATE).json(body),
        answer -> {
          JsonNode user = answer.path("user_data");
          String who = text(user, "display_name").or(() -> text(user, "email")).orElse("somebody");
          note(
              "POST " + VALIDATE,
              "let in: "
                  + who
                  + text(user, "email").map(mail -> " (" + mail + ")").orElse("")
                  + text(user, "role").map(role -> ", role " + role).orElse("")
                  + text(answer.path("account_data"), "name")
                      .map(name -> ", for the account " + name)
                      .orElse("")
                  + text(answer, "expires_at").map(at -> ", until " + at).orElse(""));
          return new Guest(
              Secret.of(text(answer, "session_reference").orElseThrow(ProductCalls::unreadable)),
              who,
              text(answer, "event_id").map(UUID::fromString));
        });
  }

  /** Asks which accounts somebody may work in. */
  void accounts(Secret reference) {
    ask(
        "GET " + ACCOUNTS,
        http.get("cross_app.user_accounts", ACCOUNTS).header("X-Session-Token", reference),
        answer -> {
          String names =
              StreamSupport.stream(answer.path("accounts").spliterator(), false)
                  .map(
                      account ->
                          text(account, "name").orElse("an account")
                              + text(account, "role").map(role -> " (" + role + ")").orElse(""))
                  .collect(Collectors.joining(", "));
          return note("GET " + ACCOUNTS, names.isEmpty() ? "no account" : names);
        });
  }

  /** Asks whether somebody may sell tickets for an event, or at all. */
  boolean mayManage(Secret reference, Optional<UUID> event) {
    ObjectNode body =
        Json.object().put("session_token", reference.reveal()).put("permission", PERMISSION);
    event.ifPresent(id -> body.put("event_id", id.toString()));
    return ask(
            "POST " + MAY,
            http.post("cross_app.validate_permission", MAY).json(body).reading(),
            answer -> {
              boolean allowed = answer.path("allowed").asBoolean(false);
              note(
                  "POST " + MAY,
                  PERMISSION
                      + (allowed ? " is allowed" : " is not allowed")
                      + text(answer, "role").map(role -> ", role " + role).orElse(""));
              return allowed;
            })
        .orElse(false);
  }

  /** Reads what an event is called and when it is. */
  Optional<NewSale> event(UUID id) {
    String asked = "GET /api/events/" + id;
    return ask(
        asked,
        http.get("event.read", "/api/events/{}", id.toString()),
        answer -> {
          JsonNode event = answer.path("event");
          String title = text(event, "title").orElseThrow(ProductCalls::unreadable);
          note(asked, title);
          return new NewSale(
              title, time(event, "startsAt"), time(event, "endsAt"), Optional.of(id));
        });
  }

  private <T> Optional<T> ask(String asked, ProviderRequest request, Function<JsonNode, T> reader) {
    try {
      Answer answer =
          request
              .header("Accept", "application/json")
              .expecting(400, 401, 403, 404, 422, 429)
              .send();
      if (answer.isSuccess()) {
        return Optional.of(reader.apply(answer.json()));
      }
      note(asked, "refused with " + answer.status() + code(answer));
    } catch (ProviderException e) {
      note(asked, "no answer that can be used (" + e.kind() + ")");
    } catch (IllegalArgumentException e) {
      note(asked, "an answer that nobody here understands");
    }
    return Optional.empty();
  }

  private static String code(Answer answer) {
    try {
      return text(answer.json(), "code").map(code -> " " + code).orElse("");
    } catch (ProviderException noJson) {
      return "";
    }
  }

  private Said note(String asked, String answered) {
    Said one = new Said(asked, answered);
    said.add(one);
    return one;
  }

  private static Optional<Instant> time(JsonNode event, String member) {
    try {
      return text(event, member).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      throw unreadable();
    }
  }

  private static Optional<String> text(JsonNode node, String member) {
    return Optional.ofNullable(node.path(member).textValue()).filter(text -> !text.isBlank());
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("not what was asked for");
  }
}
