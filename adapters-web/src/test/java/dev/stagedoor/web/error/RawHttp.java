package dev.stagedoor.web.error;

import dev.stagedoor.web.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that no client library would send. */
final class RawHttp {
  private RawHttp() {}

  static int status(WebServer server, String requestLine) throws IOException {
    try (Socket socket = new Socket(server.uri("/").getHost(), server.uri("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              (requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(answer.readLine().split(" ")[1]);
    }
  }
}
