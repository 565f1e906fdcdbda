package dev.stagedoor.providers.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calls in a page's name, each with the proof that it comes from the app. */
final class GraphApi {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._|~-]{8,1024}");

  private final ProviderHttp http;
  private final String version;
  private final HmacSha256 proof;

  GraphApi(FacebookConfig config, ProviderRuntime runtime) {
    this.http =
        ProviderHttp.to(Facebook.ID, config.graphUrl(), runtime)
            .limits(
                HttpLimits.DEFAULT
                    .withConnect(config.connectTimeout())
                    .withExchange(config.timeout()))
            .errorCode(GraphApi::code)
            .build();
    this.version = config.apiVersion();
    this.proof = HmacSha256.of(config.appSecret());
  }

  /** Tells whether a token could be one; what could not never leaves. */
  static boolean couldBeAToken(Secret token) {
    return TOKEN.matcher(token.reveal()).matches();
  }

  ProviderRequest readPage(Channel channel) {
    return proven(http.get("page.read", "/{}/me", version).query("fields", "id,name"), channel);
  }

  ProviderRequest subscribe(Channel channel) {
    return proven(
            http.post("page.subscribe", "/{}/{}/subscribed_apps", version, channel.page().value()),
            channel)
        .query("subscribed_fields", "feed,live_videos,messages,messaging_postbacks")
        .repeatable();
  }

  ProviderRequest unsubscribe(Channel channel) {
    return proven(
        http.delete("page.unsubscribe", "/{}/{}/subscribed_apps", version, channel.page().value()),
        channel);
  }

  /** Begins to send a message, which Meta takes as often as it is asked. */
  ProviderRequest send(Channel channel) {
    return proven(
            http.post("message.send", "/{}/{}/messages", version, channel.page().value()), channel)
        .once();
  }

  // https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof
  private ProviderRequest proven(ProviderRequest request, Channel channel) {
    String token = channel.token().reveal();
    return request
        .bearer(channel.token())
        .query("appsecret_proof", Secret.of(proof.hex(token.getBytes(StandardCharsets.UTF_8))));
  }

  // https://developers.facebook.com/docs/graph-api/guides/error-handling
  private static Optional<String> code(Answer answer) {
    JsonNode error = answer.json().path("error");
    if (!error.path("code").isIntegralNumber()) {
      return Optional.empty();
    }
    return Optional.of(
        new FacebookMapping.GraphError(
                error.path("code").asLong(),
                error.path("error_subcode").asLong(0),
                error.path("is_transient").asBoolean(false))
            .text());
  }
}
