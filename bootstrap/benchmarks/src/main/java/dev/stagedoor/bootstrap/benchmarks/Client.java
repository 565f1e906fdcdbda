package dev.stagedoor.bootstrap.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody who prepares a run over the server's routes. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Server server;
  private final String token;

  private Client(Server server, String token) {
    this.server = server;
    this.token = token;
  }

  /** Makes an account and signs in. */
  static Client register(Server server, String email) throws IOException, InterruptedException {
    JsonNode registered =
        new Client(server, "")
            .post(
                "/api/user/auth/register",
                """
                {"email": "%s", "password": "a long password", "firstName": "Ben", "lastName": "Chmark"}
                """
                    .formatted(email));
    return new Client(server, registered.findValue("token").asText());
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(path + " answered " + response);
    }
    return JSON.readTree(response.body());
  }

  String token() {
    return token;
  }
}
