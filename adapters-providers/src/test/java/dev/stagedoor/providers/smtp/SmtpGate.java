package dev.stagedoor.providers.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a real mail server and hands each line on, but where a test wants it breaks in: it
 * answers by itself, says nothing, or hangs up. Offers STARTTLS, too.
 */
final class SmtpGate implements AutoCloseable {
  /** What comes in place of the server's answer, or after the server has acted. */
  interface Answer {
    void to(Socket client) throws IOException;

    /** Says a line. */
    static Answer saying(String line) {
      return client -> {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
      };
    }

    /** Closes the connection in the middle of a line. */
    static Answer breakingOff() {
      return client -> {
        client.getOutputStream().write("25".getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
        throw new IOException("broken off");
      };
    }

    /** Breaks the connection. */
    static Answer reset() {
      return client -> {
        client.setSoLinger(true, 0);
        throw new IOException("reset");
      };
    }

    /** Says nothing until the client has enough of it. */
    static Answer silence() {
      return client -> {
        while (client.getInputStream().read() >= 0) {
          // Whatever else comes, there is no answer.
        }
        throw new IOException("hung up");
      };
    }
  }

  /** The moment of the greeting; all others are the verb of a command. */
  static final String GREETING = "GREETING";

  /** The moment at which the whole mail is there. */
  static final String END = ".";

  final List<String> commands = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> instead = new ConcurrentHashMap<>();
  private final Map<String, Answer> once = new ConcurrentHashMap<>();
  private final Map<String, Answer> recipients = new ConcurrentHashMap<>();
  private final ServerSocket socket;
  private final int server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean tls;
  private volatile boolean tlsFromTheStart;

  SmtpGate(int server) throws IOException {
    this.server = server;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Answers in the server's place at this moment, which the server does not see. */
  void instead(String moment, Answer answer) {
    instead.put(moment, answer);
  }

  /** Answers in the server's place at this moment, once, after the server has acted. */
  void onceAfter(String moment, Answer answer) {
    once.put(moment, answer);
  }

  /** Answers in the server's place when this recipient is named. */
  void forRecipient(String address, Answer answer) {
    recipients.put(address, answer);
  }

  void offerTls() {
    tls = true;
  }

  /** Speaks TLS from the first byte on. */
  void speakTls() {
    tlsFromTheStart = true;
  }

  void handOn() {
    instead.clear();
    once.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      threads.shutdown();
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server)) {
      new Line(client, far).run();
    } catch (IOException e) {
      // One of the two has gone, which is how each conversation ends.
      commands.add("gone");
    }
  }

  private final class Line {
    private Socket client;
    private final InputStream farIn;
    private final OutputStream farOut;

    Line(Socket client, Socket far) throws IOException {
      this.client = client;
      this.farIn = far.getInputStream();
      this.farOut = far.getOutputStream();
    }

    private void secure() throws IOException {
      SSLSocket secured =
          (SSLSocket)
              Certificate.CONTEXT.getSocketFactory().createSocket(client, "localhost", 0, true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      client = secured;
    }

    void run() throws IOException {
      if (tlsFromTheStart) {
        secure();
      }
      answer(GREETING, reply());
      while (true) {
        String command = line(client.getInputStream());
        commands.add(command);
        String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        if (verb.equals("STARTTLS") && tls) {
          Answer.saying("220 go ahead").to(client);
          secure();
          continue;
        }
        Answer own = own(verb, command);
        if (own != null) {
          own.to(client);
          continue;
        }
        if (verb.equals("DATA") && instead.containsKey(END)) {
          // The server never hears of it.
          Answer.saying("354 go on").to(client);
          content();
          continue;
        }
        String reply = ask(command);
        if (verb.equals("EHLO") && tls) {
          // The first line is a greeting.
          reply = "250-gate\r\n250-STARTTLS\r\n" + reply.substring(reply.indexOf('\n') + 1);
        }
        answer(verb, reply);
        if (verb.equals("DATA") && reply.startsWith("354")) {
          content();
        }
      }
    }

    private @Nullable Answer own(String verb, String command) {
      for (Map.Entry<String, Answer> one : recipients.entrySet()) {
        if (verb.equals("RCPT") && command.contains(one.getKey())) {
          return one.getValue();
        }
      }
      return instead.get(verb);
    }

    private void content() throws IOException {
      StringBuilder all = new StringBuilder();
      String line = line(client.getInputStream());
      while (!line.equals(".")) {
        all.append(line).append("\r\n");
        line = line(client.getInputStream());
      }
      Answer own = instead.get(END);
      if (own != null) {
        own.to(client);
        return;
      }
      farOut.write(all.toString().getBytes(StandardCharsets.ISO_8859_1));
      answer(END, ask("."));
    }

    private void answer(String moment, String reply) throws IOException {
      Answer after = once.remove(moment);
      if (after == null && moment.equals(GREETING)) {
        after = instead.get(GREETING);
      }
      if (after != null) {
        after.to(client);
        return;
      }
      client.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
      client.getOutputStream().flush();
    }

    private String ask(String command) throws IOException {
      farOut.write((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      farOut.flush();
      return reply();
    }

    private String reply() throws IOException {
      StringBuilder all = new StringBuilder();
      String line;
      do {
        line = line(farIn);
        all.append(line).append("\r\n");
      } while (line.length() > 3 && line.charAt(3) == '-');
      return all.toString();
    }

    private static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      while (true) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("gone");
        }
        if (next == '\n') {
          return line.toString();
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
    }
  }

  /** Returns whom a client trusts that trusts the gate. */
  static SSLSocketFactory trusting() {
    return Certificate.CONTEXT.getSocketFactory();
  }

  /** A certificate for localhost, made for this run. */
  private static final class Certificate {
    static final SSLContext CONTEXT = context();

    private static SSLContext context() {
      char[] password = "changeit".toCharArray();
      try {
        Path folder = Files.createTempDirectory("smtp-gate");
        Path file = folder.resolve("localhost.p12");
        Process keytool =
            new ProcessBuilder(
                    (Path.of(System.getProperty("java.home"), "bin", "keytool")
                            + " -genkeypair -alias them -keyalg EC -dname CN=localhost -validity 2"
                            + " -ext SAN=dns:localhost -storetype PKCS12 -storepass changeit"
                            + " -keystore "
                            + file)
                        .split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
          throw new IllegalStateException(said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
          store.load(in, password);
        }
        Files.delete(file);
        Files.delete(folder);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("them", store.getCertificate("them"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
