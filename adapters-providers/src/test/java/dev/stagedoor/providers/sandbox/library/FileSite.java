package dev.stagedoor.providers.sandbox.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A site from which files are fetched. */
final class FileSite implements AutoCloseable {
  private final HttpServer server;
  private final List<byte[]> files = Collections.synchronizedList(new ArrayList<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean breaksOff;

  FileSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Returns where this file is. */
  URI with(byte[] file) {
    files.add(file.clone());
    return at("/" + (files.size() - 1));
  }

  URI withNothing() {
    return at("/nothing");
  }

  /** Lets the connection break in the midst of every file. */
  void breakOff() {
    breaksOff = true;
  }

  int timesAsked() {
    return asked.size();
  }

  private URI at(String path) {
    InetSocketAddress here = server.getAddress();
    return URI.create("http://" + here.getHostString() + ":" + here.getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    if (!path.matches("/[0-9]+")) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    byte[] file = files.get(Integer.parseInt(path.substring(1)));
    exchange.sendResponseHeaders(200, breaksOff ? file.length + 1L : file.length);
    // Closing it too early throws, which breaks the connection off.
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(file);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
