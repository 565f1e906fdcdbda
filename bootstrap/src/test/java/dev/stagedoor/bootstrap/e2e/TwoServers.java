package dev.stagedoor.bootstrap.e2e;

import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Two servers on one database, with an admin; the first of them can be killed and comes back. */
final class TwoServers implements AutoCloseable {
  static final String ADMIN = "admin@example.org";

  private final Path folder;
  private final EmbeddedDatabase database;
  private final String[] settings;
  private final ServerProcess two;
  private ServerProcess one;

  private TwoServers(Path folder, EmbeddedDatabase database, String[] settings) throws Exception {
    this.folder = folder;
    this.database = database;
    this.settings = settings;
    this.one = start(Ports.next());
    this.two = start(Ports.next());
  }

  /** Starts them in a folder, and returns when both are ready. */
  static TwoServers start(Path folder, String... settings) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("shared"));
    List<String> admin =
        List.of(
            "--stagedoor.admin.email=" + ADMIN,
            "--stagedoor.admin.password=" + CourseMember.PASSWORD);
    return new TwoServers(
        folder, database, on(database, Stream.of(List.of(settings), admin).flatMap(List::stream)));
  }

  /** Returns the settings of a server on a database, with others. */
  static String[] on(EmbeddedDatabase database, Stream<String> others) {
    return Stream.concat(
            Stream.of(
                "--stagedoor.database.url=" + database.url(),
                "--stagedoor.database.username=" + database.username(),
                "--stagedoor.database.password=" + database.password().reveal()),
            others)
        .toArray(String[]::new);
  }

  private ServerProcess start(int port) throws Exception {
    return ServerProcess.start(folder.resolve("unused"), port, settings);
  }

  EmbeddedDatabase database() {
    return database;
  }

  ServerProcess one() {
    return one;
  }

  ServerProcess two() {
    return two;
  }

  /** Returns one of them, in turn. */
  ServerProcess inTurn(int number) {
    return number % 2 == 0 ? one : two;
  }

  /** Ends the first server in the midst of whatever it does. */
  void killOne() throws InterruptedException {
    one.kill();
  }

  /** Starts the first server again, where it was. */
  void startOneAgain() throws Exception {
    one = start(one.uri("/").getPort());
  }

  /** Signs somebody in at the second server. */
  Api signsIn(String email) throws Exception {
    return two.api()
        .as(
            two.api()
                .post(
                    "/api/user/auth/login",
                    "{\"email\": \"%s\", \"password\": \"%s\"}"
                        .formatted(email, CourseMember.PASSWORD))
                .mustBe(200)
                .text("/token"));
  }

  /** Returns an answer, or nothing where the server was killed before it could give one. */
  static <T> CompletableFuture<Optional<T>> unlessCutOff(CompletableFuture<T> answer) {
    return answer
        .thenApply(Optional::of)
        .exceptionally(
            failure -> {
              Throwable cause =
                  failure instanceof CompletionException ? failure.getCause() : failure;
              if (cause instanceof IOException) {
                return Optional.empty();
              }
              throw new CompletionException(cause);
            });
  }

  @Override
  public void close() {
    two.close();
    one.close();
    database.close();
  }
}
