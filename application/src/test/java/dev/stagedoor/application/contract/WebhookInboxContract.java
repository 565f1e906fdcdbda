package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.application.webhooks.WebhookView;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every webhook inbox must do. */
public interface WebhookInboxContract extends RepositoryContract {
  WebhookInbox inbox();

  @Test
  default void anUnknownDeliveryIsAbsent() {
    assertThat(write(() -> inbox().has(new ProviderId("stripe"), "evt_" + UUID.randomUUID())))
        .isFalse();
    assertThat(write(() -> inbox().find(UUID.randomUUID()))).isEmpty();
    assertThat(write(() -> inbox().lock(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void aDeliveryComesBackAsItWasAdded() {
    ReceivedWebhook added = applied(aDelivery("stripe"));
    assertThat(write(() -> inbox().add(added))).isTrue();

    assertSame(stored(added.id()), added);
    assertSame(write(() -> inbox().find(added.id()).orElseThrow()), added);
    assertThat(write(() -> inbox().has(added.raw().provider(), added.deliveryId()))).isTrue();
  }

  @Test
  default void theBytesOfADeliveryAreKeptExactly() {
    byte[] body = new byte[256];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) i;
    }
    ReceivedWebhook added = aDelivery("stripe", body, Map.of());
    run(() -> inbox().add(added));

    assertThat(stored(added.id()).raw().body()).isEqualTo(body);
  }

  @Test
  default void signaturesAndCredentialsAreNotKept() {
    ReceivedWebhook added =
        aDelivery(
            "stripe",
            new byte[0],
            Map.of(
                "Stripe-Signature", List.of("t=1,v1=abc"),
                "Authorization", List.of("Bearer abc"),
                "Cookie", List.of("session=abc"),
                "X-Shared-Secret", List.of("abc"),
                "Content-Type", List.of("application/json")));
    run(() -> inbox().add(added));

    assertThat(stored(added.id()).raw().headers())
        .isEqualTo(Map.of("content-type", List.of("application/json")));
  }

  @Test
  default void aStoredDeliveryTellsItsTranslatorWhenItCame() {
    ReceivedWebhook added = aDelivery("stripe");
    run(() -> inbox().add(added));

    assertThat(stored(added.id()).raw().receivedAt()).contains(added.receivedAt());
  }

  @Test
  default void aRepeatedDeliveryIsNotAddedAndTheWorkGoesOn() {
    ReceivedWebhook first = aDelivery("stripe");
    ReceivedWebhook repeated = repeated(first);
    ReceivedWebhook other = aDelivery("stripe");
    run(() -> inbox().add(first));
    run(
        () -> {
          assertThat(inbox().add(repeated)).isFalse();
          assertThat(inbox().add(other)).isTrue();
        });

    assertThat(write(() -> inbox().lock(repeated.id()))).isEmpty();
    assertSame(stored(first.id()), first);
    assertSame(stored(other.id()), other);
  }

  @Test
  default void theSameIdOfAnotherProviderIsAnotherDelivery() {
    ReceivedWebhook stripes = aDelivery("stripe");
    ReceivedWebhook mux =
        new ReceivedWebhook(
            UUID.randomUUID(),
            new RawWebhook(new ProviderId("mux"), "", Map.of(), new byte[0]),
            stripes.deliveryId(),
            "video.live_stream.connected",
            ReceivedWebhook.Status.APPLIED,
            1,
            Optional.empty(),
            NOW,
            Optional.of(NOW));
    run(() -> inbox().add(stripes));

    assertThat(write(() -> inbox().has(new ProviderId("mux"), stripes.deliveryId()))).isFalse();
    assertThat(write(() -> inbox().add(mux))).isTrue();
  }

  @Test
  default void ofConcurrentDeliveriesExactlyOneIsAdded() {
    ReceivedWebhook delivery = aDelivery("stripe");

    assertThat(
            Race.of(
                4,
                () -> {
                  ReceivedWebhook mine = repeated(delivery);
                  return write(() -> inbox().add(mine));
                }))
        .containsOnlyOnce(true);
  }

  @Test
  default void aDeliveryWhoseWorkFailedCanBeAddedAgain() {
    ReceivedWebhook delivery = aDelivery("stripe");

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      inbox().add(delivery);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> inbox().add(repeated(delivery)))).isTrue();
  }

  @Test
  default void whatBecameOfADeliveryIsSaved() {
    ReceivedWebhook added = failed(aDelivery("stripe"), "the provider is down");
    run(() -> inbox().add(added));
    assertSame(stored(added.id()), added);

    ReceivedWebhook applied = applied(added);
    run(() -> inbox().save(applied));
    assertSame(stored(added.id()), applied);
  }

  @Test
  default void deliveriesAreListedNewestFirst() {
    ReceivedWebhook older = aDelivery("stripe", NOW);
    ReceivedWebhook newer = failed(aDelivery("stripe", NOW.plusSeconds(1)), "on purpose");
    run(() -> inbox().add(older));
    run(() -> inbox().add(newer));

    assertThat(ids(Optional.empty())).containsSubsequence(newer.id(), older.id());
    assertThat(ids(Optional.of(ReceivedWebhook.Status.FAILED)))
        .contains(newer.id())
        .doesNotContain(older.id());
  }

  @Test
  default void aListedDeliveryShowsWhatBecameOfIt() {
    ReceivedWebhook added = failed(aDelivery("stripe"), "on purpose");
    run(() -> inbox().add(added));

    assertThat(list(Optional.empty()).items())
        .contains(
            new WebhookView(
                added.id(),
                "stripe",
                added.deliveryId(),
                added.type(),
                "failed",
                added.attempts(),
                Optional.of("on purpose"),
                added.receivedAt(),
                Optional.empty()));
  }

  @Test
  default void deliveriesAreListedByThePage() {
    run(() -> inbox().add(aDelivery("stripe")));
    run(() -> inbox().add(aDelivery("stripe")));
    Page<WebhookView> page = write(() -> inbox().list(Optional.empty(), new PageRequest(2, 1)));

    assertThat(page.page()).isEqualTo(2);
    assertThat(page.items()).hasSize(1);
    assertThat(page.total()).isGreaterThanOrEqualTo(2);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ReceivedWebhook delivery = aDelivery("stripe");

    assertNeedsUnitOfWork(() -> inbox().add(delivery));
    assertNeedsUnitOfWork(() -> inbox().has(delivery.raw().provider(), "evt"));
    assertNeedsUnitOfWork(() -> inbox().find(delivery.id()));
    assertNeedsUnitOfWork(() -> inbox().lock(delivery.id()));
    assertNeedsUnitOfWork(() -> inbox().save(delivery));
    assertNeedsUnitOfWork(() -> inbox().list(Optional.empty(), PageRequest.first()));
  }

  private ReceivedWebhook stored(UUID id) {
    return write(() -> inbox().lock(id).orElseThrow());
  }

  private Page<WebhookView> list(Optional<ReceivedWebhook.Status> status) {
    return write(() -> inbox().list(status, new PageRequest(1, 1000)));
  }

  private List<UUID> ids(Optional<ReceivedWebhook.Status> status) {
    return list(status).items().stream().map(WebhookView::id).toList();
  }

  private static ReceivedWebhook aDelivery(String provider) {
    return aDelivery(provider, NOW);
  }

  private static ReceivedWebhook aDelivery(String provider, Instant at) {
    ReceivedWebhook delivery =
        aDelivery(provider, "{\"id\":1}".getBytes(StandardCharsets.UTF_8), Map.of());
    return new ReceivedWebhook(
        delivery.id(),
        delivery.raw(),
        delivery.deliveryId(),
        delivery.type(),
        delivery.status(),
        delivery.attempts(),
        delivery.error(),
        at,
        delivery.appliedAt());
  }

  private static ReceivedWebhook aDelivery(
      String provider, byte[] body, Map<String, List<String>> headers) {
    return new ReceivedWebhook(
        UUID.randomUUID(),
        new RawWebhook(new ProviderId(provider), "live-input", headers, body),
        "evt_" + UUID.randomUUID(),
        "payment_intent.succeeded",
        ReceivedWebhook.Status.IGNORED,
        0,
        Optional.empty(),
        NOW,
        Optional.empty());
  }

  private static ReceivedWebhook repeated(ReceivedWebhook delivery) {
    return with(delivery, UUID.randomUUID(), delivery.status(), Optional.empty(), Optional.empty());
  }

  private static ReceivedWebhook applied(ReceivedWebhook delivery) {
    return with(
        delivery,
        delivery.id(),
        ReceivedWebhook.Status.APPLIED,
        Optional.empty(),
        Optional.of(NOW.plusSeconds(3)));
  }

  private static ReceivedWebhook failed(ReceivedWebhook delivery, String why) {
    return with(
        delivery, delivery.id(), ReceivedWebhook.Status.FAILED, Optional.of(why), Optional.empty());
  }

  private static ReceivedWebhook with(
      ReceivedWebhook delivery,
      UUID id,
      ReceivedWebhook.Status status,
      Optional<String> error,
      Optional<Instant> appliedAt) {
    return new ReceivedWebhook(
        id,
        delivery.raw(),
        delivery.deliveryId(),
        delivery.type(),
        status,
        delivery.attempts() + 1,
        error,
        delivery.receivedAt(),
        appliedAt);
  }

  private static void assertSame(ReceivedWebhook actual, ReceivedWebhook expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .ignoringFields("raw.receivedAt")
        .isEqualTo(expected);
  }
}
