package dev.stagedoor.persistence.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.fixture.LiveSellingSamples;
import dev.stagedoor.domain.fixture.LiveStreamBuilder;
import dev.stagedoor.domain.fixture.PaymentBuilder;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.fixture.TicketingSamples;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestContext;
import dev.stagedoor.persistence.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rotation does to each value, and what it says about it. */
class KeyRotationTest {
  private static final String PAYMENTS = "payments.client_secret";
  private static final Secret OLD_KEY = key(1);
  private static final Secret NEW_KEY = key(2);
  private static final EncryptionKeys BEFORE = EncryptionKeys.of("old", OLD_KEY);
  private static final EncryptionKeys DURING =
      new EncryptionKeys("new", Map.of("old", OLD_KEY, "new", NEW_KEY));
  private static final EncryptionKeys AFTER = EncryptionKeys.of("new", NEW_KEY);

  private final ColumnCipher old = new ColumnCipher(BEFORE);
  private final TestDatabase database = TestDatabase.fresh();
  private final Told told = new Told();
  private Persistence persistence;

  private static Secret key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }

  @BeforeEach
  void open() {
    persistence = Persistence.open(database.pool(), DURING);
  }

  @AfterEach
  void close() {
    persistence.close();
    database.close();
  }

  /** Notes what a rotation tells, and lets a test act when it does. */
  private static class Told implements RotationWatcher {
    private final List<String> unreadable = new ArrayList<>();
    private Runnable onUnreadable = () -> {};
    private Runnable onAdvance = () -> {};

    @Override
    public void advanced(String column, long values) {
      onAdvance.run();
    }

    @Override
    public void unreadable(String column, String row, String why) {
      unreadable.add(column + " " + row + " " + why);
      onUnreadable.run();
    }
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static Place place(int number) {
    return EncryptedColumn.PAYMENT_CLIENT_SECRET.at(id(number));
  }

  /** Makes payments with these numbers, each with a secret of its own. */
  private void payments(int from, int to) throws SQLException {
    database.run(
        """
        insert into payments (id, subject_kind, subject_id, payer_id, amount_minor, currency,
          description, provider, status, checks, refunds, created_at, version, attention)
        select lpad(to_hex(n), 32, '0')::uuid, 'memorial', gen_random_uuid(), gen_random_uuid(),
          100, 'USD', '', 'sandbox', 'opening', 0, '[]', now(), 1, '[]'
        from generate_series(%d, %d) n
        """
            .formatted(from, to));
    for (int number = from; number <= to; number++) {
      store(number, old.encrypt(place(number), Secret.of("secret " + number)));
    }
  }

  private void store(int number, String value) throws SQLException {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement update =
            connection.prepareStatement("update payments set client_secret = ? where id = ?")) {
      update.setString(1, value);
      update.setObject(2, id(number));
      update.execute();
    }
  }

  private void storeQuietly(int number, String value) {
    try {
      store(number, value);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String stored(int number) throws SQLException {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement query =
            connection.prepareStatement("select client_secret from payments where id = ?")) {
      query.setObject(1, id(number));
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  private String readBy(EncryptionKeys keys, int number) throws SQLException {
    return new ColumnCipher(keys).decrypt(place(number), stored(number)).reveal();
  }

  private static RotationReport.OfColumn of(RotationReport report, String column) {
    return report.columns().stream().filter(one -> one.name().equals(column)).findFirst().get();
  }

  private static <T> T with(
      TestDatabase database, EncryptionKeys keys, Function<Persistence, T> work) {
    try (Persistence opened = Persistence.open(database.pool(), keys)) {
      return opened.ports().unitOfWork().read(() -> work.apply(opened));
    }
  }

  @Test
  void whatEveryAreaKeepsIsReadWithTheNewKeyAlone() {
    Payment payment = PaymentBuilder.aPayment().awaitingPayer().build();
    LiveStream stream = LiveStreamBuilder.aStream().attached(Samples.aLiveInput()).build();
    LiveStream planned = LiveStreamBuilder.aStream().build();
    Message message =
        Message.queue(
            Samples.aMessage().id(),
            Samples.anEmail(),
            new MessageContent(
                "News",
                "Hello",
                "<p>Hello",
                Optional.of(URI.create("https://stagedoor.example/unsubscribe?token=x"))),
            Samples.NOW);
    Secret signing = Secret.of("signs links to unsubscribe");
    Account operator = AccountBuilder.anAccount().active().build();
    Workspace workspace = LiveSellingSamples.aWorkspace(operator.id());
    Integration integration =
        LiveSellingSamples.anIntegration(workspace.id(), LiveSellingSamples.FACEBOOK);
    integration.connect(LiveSellingSamples.aPage("1"), "Page", "1", Samples.NOW);
    TicketingConnection connection = TicketingSamples.aConnection(operator.id(), Samples.SANDBOX);
    ViewerProfile profile = TvSamples.aProfile(operator.id(), Secret.of("salted$hash"));
    Playlist playlist = WatchSamples.aPlaylist(operator.id());
    Channel channel = WatchSamples.aChannel("tvg:1", "One");
    try (Persistence server = Persistence.open(database.pool(), BEFORE)) {
      server
          .ports()
          .unitOfWork()
          .run(
              () -> {
                server.ports().payments().save(payment);
                server.ports().liveStreams().save(stream);
                server.ports().liveStreams().save(planned);
                server.ports().messages().save(message);
                server.ports().notifications().unsubscribeSecret().keep(signing);
                server.ports().accounts().save(operator);
                server.ports().liveSelling().workspaces().save(workspace);
                server.ports().liveSelling().integrations().save(integration);
                server.ports().ticketing().connections().put(connection);
                server.ports().tv().profiles().save(profile);
                server.ports().tv().playlists().save(playlist);
                server.ports().tv().channels().add(playlist.id(), 1, List.of(channel));
              });
    }

    RotationReport report = persistence.rotateKeys(told);

    assertThat(report.isComplete()).isTrue();
    assertThat(report.active()).isEqualTo("new");
    assertThat(report.stillNeeded()).containsExactly(entry("old", 0L));
    assertThat(report.columns())
        .extracting(RotationReport.OfColumn::name)
        .containsExactlyInAnyOrderElementsOf(EncryptedValues.registered());
    assertThat(report.columns())
        .allSatisfy(column -> assertThat(column.reencrypted()).as(column.name()).isEqualTo(1));
    Payment paymentAfter =
        with(database, AFTER, p -> p.ports().payments().find(payment.id()).orElseThrow());
    Integration integrationAfter =
        with(
            database,
            AFTER,
            p -> p.ports().liveSelling().integrations().find(integration.id()).orElseThrow());
    LiveStream streamAfter =
        with(database, AFTER, p -> p.ports().liveStreams().find(stream.id()).orElseThrow());
    TicketingConnection connectionAfter =
        with(
            database,
            AFTER,
            p -> p.ports().ticketing().connections().find(connection.id()).orElseThrow());
    ViewerProfile profileAfter =
        with(
            database,
            AFTER,
            p -> p.ports().tv().profiles().find(operator.id(), profile.id()).orElseThrow());
    Playlist playlistAfter =
        with(database, AFTER, p -> p.ports().tv().playlists().find(playlist.id()).orElseThrow());
    Channel channelAfter =
        with(
            database,
            AFTER,
            p -> p.ports().tv().channels().find(playlist.id(), 1, "tvg:1").orElseThrow());
    assertThat(profileAfter.pinHash()).isEqualTo(profile.pinHash());
    assertThat(playlistAfter.access()).isEqualTo(playlist.access());
    assertThat(channelAfter).isEqualTo(channel);
    assertThat(connectionAfter).isEqualTo(connection);
    assertThat(integrationAfter.credentials()).isEqualTo(integration.credentials());
    assertThat(paymentAfter.snapshot().clientSecret()).isEqualTo(payment.snapshot().clientSecret());
    assertThat(streamAfter.input()).isEqualTo(stream.input());
    assertThat(streamAfter.snapshot().version()).as("not a change anybody sees").isEqualTo(1);
    try (Persistence server = Persistence.open(database.pool(), AFTER)) {
      Supplier<Message> read = () -> server.ports().messages().lock(message.id()).orElseThrow();
      assertThat(server.ports().unitOfWork().write(read)).isEqualTo(message);
      Supplier<Secret> kept =
          () -> server.ports().notifications().unsubscribeSecret().keep(Secret.of("another"));
      assertThat(server.ports().unitOfWork().write(kept)).isEqualTo(signing);
    }
  }

  @Test
  void aSecondRotationFindsNothingToDo() throws SQLException {
    payments(1, 3);
    persistence.rotateKeys(told);
    String stored = stored(2);

    RotationReport again = persistence.rotateKeys(told);

    assertThat(of(again, PAYMENTS).reencrypted()).isZero();
    assertThat(of(again, PAYMENTS).alreadyActive()).isEqualTo(3);
    assertThat(again.isComplete()).isTrue();
    assertThat(stored(2)).isEqualTo(stored);
  }

  @Test
  void aRotationThatWasCutOffIsFinishedByTheNext() throws SQLException {
    int rows = 3 * KeyRotation.BATCH + 7;
    payments(1, rows);
    told.onAdvance =
        () -> {
          throw new IllegalStateException("killed");
        };
    assertThatThrownBy(() -> persistence.rotateKeys(told)).hasMessage("killed");
    assertThat(stored(KeyRotation.BATCH)).startsWith("new:");
    assertThat(stored(KeyRotation.BATCH + 1)).startsWith("old:");
    told.onAdvance = () -> {};

    RotationReport report = persistence.rotateKeys(told);

    assertThat(of(report, PAYMENTS).alreadyActive()).isEqualTo(KeyRotation.BATCH);
    assertThat(of(report, PAYMENTS).reencrypted()).isEqualTo(rows - KeyRotation.BATCH);
    assertThat(report.isComplete()).isTrue();
    for (int number = 1; number <= rows; number++) {
      assertThat(readBy(AFTER, number)).isEqualTo("secret " + number);
    }
  }

  @Test
  void whatCannotBeReadIsToldAndLeftAndTheRestIsDone() throws SQLException {
    payments(1, 8);
    String flipped = stored(3).startsWith("old:A") ? "old:B" : "old:A";
    store(2, stored(1));
    store(3, flipped + stored(3).substring(5));
    store(4, "hush:plain, of somebody who wrote it by hand");
    store(5, new ColumnCipher(EncryptionKeys.of("lost", key(3))).encrypt(place(5), Secret.of("")));
    store(6, new ColumnCipher(EncryptionKeys.of("new", key(3))).encrypt(place(6), Secret.of("")));
    store(7, null);
    List<String> before = new ArrayList<>();
    for (int number = 2; number <= 6; number++) {
      before.add(stored(number));
    }

    RotationReport report = persistence.rotateKeys(told);

    assertThat(report.isComplete()).isFalse();
    RotationReport.OfColumn column = of(report, PAYMENTS);
    assertThat(column.reencrypted()).isEqualTo(2);
    assertThat(column.unreadable()).isEqualTo(5);
    assertThat(column.stillNeeded()).containsExactly(entry("lost", 1L), entry("old", 2L));
    assertThat(report.stillNeeded()).isEqualTo(column.stillNeeded());
    String moved = "the key is another, or the value was changed or moved";
    assertThat(told.unreadable)
        .containsExactly(
            PAYMENTS + " " + id(2) + " cannot be decrypted with the key 'old': " + moved,
            PAYMENTS + " " + id(3) + " cannot be decrypted with the key 'old': " + moved,
            PAYMENTS + " " + id(4) + " is not encrypted",
            PAYMENTS + " " + id(5) + " needs the encryption key 'lost', which is not configured",
            PAYMENTS + " " + id(6) + " cannot be decrypted with the key 'new': " + moved);
    for (int number = 2; number <= 6; number++) {
      assertThat(stored(number)).isEqualTo(before.get(number - 2));
    }
    assertThat(readBy(AFTER, 1)).isEqualTo("secret 1");
    assertThat(readBy(AFTER, 8)).isEqualTo("secret 8");
  }

  @Test
  void aWriteBetweenReadingAndReplacingIsKept() throws SQLException {
    payments(1, 4);
    store(4, "unreadable, and so the moment for others to write");
    String theirs = new ColumnCipher(DURING).encrypt(place(1), Secret.of("theirs"));
    String olds = old.encrypt(place(2), Secret.of("of a server that was not restarted"));
    told.onUnreadable =
        () -> {
          storeQuietly(1, theirs);
          storeQuietly(2, olds);
          database.run("delete from payments where id = '" + id(3) + "'");
        };

    RotationReport report = persistence.rotateKeys(told);

    assertThat(stored(1)).isEqualTo(theirs);
    assertThat(readBy(AFTER, 2)).isEqualTo("of a server that was not restarted");
    RotationReport.OfColumn column = of(report, PAYMENTS);
    assertThat(column.reencrypted()).isEqualTo(1);
    assertThat(column.alreadyActive()).isEqualTo(1);
    assertThat(column.unreadable()).isEqualTo(1);
  }

  @Test
  void whatAServerWritesWithTheOldKeyBehindTheRotationIsCounted() throws SQLException {
    payments(1, KeyRotation.BATCH + 1);
    String late = old.encrypt(place(1), Secret.of("late"));
    told.onAdvance = () -> storeQuietly(1, late);

    RotationReport report = persistence.rotateKeys(told);

    assertThat(report.isComplete()).isFalse();
    assertThat(report.stillNeeded()).containsExactly(entry("old", 1L));
    told.onAdvance = () -> {};
    assertThat(persistence.rotateKeys(told).isComplete()).isTrue();
    assertThat(readBy(AFTER, 1)).isEqualTo("late");
  }

  @Test
  void rowsThatAreKnownByTwoColumnsAreRotatedInOrder() throws SQLException {
    int workspaces = KeyRotation.BATCH;
    Column credentials =
        new Column("known_by_two", "credentials", List.of("workspace_id", "provider"));
    database.run(
        """
        create table known_by_two (workspace_id uuid, provider text, credentials text,
          primary key (workspace_id, provider))
        """);
    try (Connection connection = database.pool().getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into known_by_two values (?, ?, ?)")) {
      for (int number = 1; number <= workspaces; number++) {
        for (String provider : List.of("facebook", "square", "stripe")) {
          Place place = credentials.at(List.of(id(number), provider));
          insert.setObject(1, id(number));
          insert.setString(2, provider);
          insert.setString(3, old.encrypt(place, Secret.of(provider + number)));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
    database.run(
        """
        update known_by_two set credentials = (select credentials from known_by_two
          where workspace_id = '%1$s' and provider = 'stripe')
        where workspace_id = '%1$s' and provider = 'square'
        """
            .formatted(id(5)));

    RotationReport report;
    try (ApplicationContext context = TestContext.start(database, DURING)) {
      report = context.getBean(KeyRotation.class).rotate(List.of(credentials), told);
    }

    RotationReport.OfColumn column = of(report, "known_by_two.credentials");
    assertThat(column.reencrypted()).isEqualTo(3L * workspaces - 1);
    assertThat(told.unreadable)
        .singleElement()
        .asString()
        .startsWith("known_by_two.credentials " + id(5) + ":square cannot be decrypted");
    ColumnCipher after = new ColumnCipher(AFTER);
    int read = 0;
    try (Connection connection = database.pool().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select * from known_by_two where credentials like 'new:%'");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        UUID workspace = row.getObject(1, UUID.class);
        String provider = row.getString(2);
        assertThat(after.decrypt(credentials.at(List.of(workspace, provider)), row.getString(3)))
            .isEqualTo(Secret.of(provider + workspace.getLeastSignificantBits()));
        read++;
      }
    }
    assertThat(read).isEqualTo(3 * workspaces - 1);
    database.run("drop table known_by_two");
  }

  @Test
  void insideAUnitOfWorkItIsRefused() {
    assertThatThrownBy(
            () -> persistence.ports().unitOfWork().run(() -> persistence.rotateKeys(told)))
        .isInstanceOf(IllegalStateException.class);
  }
}
