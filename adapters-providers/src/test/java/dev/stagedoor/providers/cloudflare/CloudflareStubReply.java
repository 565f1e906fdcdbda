package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;

/** What the stand-in answers. */
record CloudflareStubReply(int status, String type, byte[] body) {
  private static final String JSON = "application/json";

  static CloudflareStubReply result(JsonNode result) {
    ObjectNode envelope = Json.object().put("success", true);
    envelope.putArray("errors");
    envelope.putArray("messages");
    envelope.set("result", result);
    return new CloudflareStubReply(200, JSON, Json.write(envelope));
  }

  static CloudflareStubReply error(int status, int code, String message) {
    ObjectNode envelope = Json.object().put("success", false).putNull("result");
    envelope.putArray("errors").addObject().put("code", code).put("message", message);
    envelope.putArray("messages");
    return new CloudflareStubReply(status, JSON, Json.write(envelope));
  }

  static CloudflareStubReply notFound() {
    return error(404, 10003, "Not Found");
  }

  /** As deletions are answered. */
  static CloudflareStubReply nothing(int status) {
    return new CloudflareStubReply(status, JSON, new byte[0]);
  }

  static CloudflareStubReply json(JsonNode document) {
    return new CloudflareStubReply(200, JSON, Json.write(document));
  }

  static CloudflareStubReply text(String type, String text) {
    return new CloudflareStubReply(200, type, text.getBytes(StandardCharsets.UTF_8));
  }
}
