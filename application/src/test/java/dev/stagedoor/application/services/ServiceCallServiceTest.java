package dev.stagedoor.application.services;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.fake.InMemoryServiceCallRecords;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.services.ServiceError;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.domain.services.ServicePeer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCallServiceTest {
  private static final ServiceId PAYMENTS = new ServiceId("payment-service");
  private static final ServiceId COURSES = new ServiceId("course-service");
  private static final ServicePeer PEER = peer(PAYMENTS);
  private static final byte[] BODY =
      "{\"userId\":\"ü\",  \"n\":1}".getBytes(StandardCharsets.UTF_8);

  private final MutableClock clock = new MutableClock(Instant.parse("2024-01-01T00:00:00Z"));
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryServiceCallRecords records = new InMemoryServiceCallRecords(store);
  private final ServiceCallService calls =
      new ServiceCallService(
          new InMemoryUnitOfWork(store), records, List.of(PEER, peer(COURSES)), clock);

  private static ServicePeer peer(ServiceId id) {
    return new ServicePeer(
        id, Secret.of("key of " + id.value()), Secret.of("secret of " + id.value()));
  }

  private String now() {
    return Long.toString(clock.instant().getEpochSecond());
  }

  private static SignedCall call(String key, String service, String timestamp, String signature) {
    return new SignedCall(
        Optional.of(key), Optional.of(service), Optional.of(timestamp), Optional.of(signature));
  }

  private static SignedCall signed(ServicePeer by, String timestamp, byte[] body) {
    return call(by.apiKey().reveal(), by.id().value(), timestamp, by.sign(timestamp, body));
  }

  private ServiceId admit(SignedCall call) {
    return calls.admit(call, BODY, Set.of(PAYMENTS));
  }

  @Test
  void aSignedCallIsLetIn() {
    assertThat(admit(signed(PEER, now(), BODY))).isEqualTo(PAYMENTS);
  }

  @Test
  void theSignatureIsTheOneOfTheReference() {
    // printf 'payment-service:1704067200:{}' | openssl dgst -sha256 -hmac 'secret of
    // payment-service'
    SignedCall call =
        call(
            "key of payment-service",
            "payment-service",
            "1704067200",
            "50c102fe462a9f41981b4883f57ea98eabd9964c775d7b9e5bada944b1c2350d");

    assertThat(calls.admit(call, "{}".getBytes(StandardCharsets.UTF_8), Set.of(PAYMENTS)))
        .isEqualTo(PAYMENTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "service", "timestamp", "signature"})
  void aCallWithoutOneOfTheHeadersIsUnsigned(String missing) {
    SignedCall whole = signed(PEER, now(), BODY);
    SignedCall call =
        new SignedCall(
            whole.apiKey().filter(there -> !missing.equals("key")),
            whole.serviceId().filter(there -> !missing.equals("service")),
            whole.timestamp().filter(there -> !missing.equals("timestamp")),
            whole.signature().filter(there -> !missing.equals("signature")));

    assertRefused(ServiceError.SERVICE_CALL_UNSIGNED, () -> admit(call));
  }

  @ParameterizedTest
  @CsvSource({
    "' ',payment-service,1704067200,ab",
    "key,Payment Service,1704067200,ab",
    "key,payment-service,2024-01-01T00:00:00Z,ab",
    "key,payment-service,-1,ab",
    "key,payment-service,999999999999999999999,ab",
    "key,payment-service,1704067200,not hex"
  })
  void aHeaderThatCannotBeReadIsUnsigned(
      String key, String service, String timestamp, String signature) {
    String written = signature.equals("ab") ? "ab".repeat(32) : signature;

    assertRefused(
        ServiceError.SERVICE_CALL_UNSIGNED, () -> admit(call(key, service, timestamp, written)));
  }

  @Test
  void aKeyNobodyHasIsUnknown() {
    SignedCall call = call("wrong", "payment-service", now(), PEER.sign(now(), BODY));

    assertRefused(ServiceError.SERVICE_KEY_UNKNOWN, () -> admit(call));
  }

  @Test
  void theKeyOfAnotherServiceIsNotGood() {
    SignedCall call =
        call(peer(COURSES).apiKey().reveal(), "payment-service", now(), PEER.sign(now(), BODY));

    assertRefused(ServiceError.SERVICE_KEY_OF_ANOTHER, () -> admit(call));
  }

  @Test
  void aTimestampIsGoodForFiveMinutesBothWays() {
    String before = Long.toString(clock.instant().minusSeconds(300).getEpochSecond());
    String after = Long.toString(clock.instant().plusSeconds(300).getEpochSecond());
    assertThat(admit(signed(PEER, before, BODY))).isEqualTo(PAYMENTS);
    assertThat(admit(signed(PEER, after, BODY))).isEqualTo(PAYMENTS);

    String tooOld = Long.toString(clock.instant().minusSeconds(301).getEpochSecond());
    String tooNew = Long.toString(clock.instant().plusSeconds(301).getEpochSecond());
    assertRefused(ServiceError.SERVICE_CALL_STALE, () -> admit(signed(PEER, tooOld, BODY)));
    assertRefused(ServiceError.SERVICE_CALL_STALE, () -> admit(signed(PEER, tooNew, BODY)));
  }

  @Test
  void anAlteredBodyIsNotWhatWasSigned() {
    // The same JSON, written otherwise: the bytes count.
    byte[] altered = "{\"userId\":\"ü\",\"n\":1}".getBytes(StandardCharsets.UTF_8);

    assertRefused(ServiceError.SERVICE_SIGNATURE_WRONG, () -> admit(signed(PEER, now(), altered)));
  }

  @Test
  void anAlteredTimestampAndAnotherSecretAreNotWhatWasSigned() {
    String later = Long.toString(clock.instant().plusSeconds(1).getEpochSecond());
    SignedCall redated =
        call(PEER.apiKey().reveal(), "payment-service", later, PEER.sign(now(), BODY));
    SignedCall byAnother =
        call(
            PEER.apiKey().reveal(),
            "payment-service",
            now(),
            new ServicePeer(PAYMENTS, PEER.apiKey(), Secret.of("guessed")).sign(now(), BODY));

    assertRefused(ServiceError.SERVICE_SIGNATURE_WRONG, () -> admit(redated));
    assertRefused(ServiceError.SERVICE_SIGNATURE_WRONG, () -> admit(byAnother));
  }

  @Test
  void theSameCallIsLetInOnce() {
    SignedCall call = signed(PEER, now(), BODY);
    SignedCall louder =
        new SignedCall(
            call.apiKey(),
            call.serviceId(),
            call.timestamp(),
            call.signature().map(hex -> hex.toUpperCase(Locale.ROOT)));
    admit(call);

    assertRefused(ServiceError.SERVICE_CALL_REPLAYED, () -> admit(call));
    assertRefused(ServiceError.SERVICE_CALL_REPLAYED, () -> admit(louder));
    clock.advance(Duration.ofSeconds(1));
    assertThat(admit(signed(PEER, now(), BODY))).as("signed anew").isEqualTo(PAYMENTS);
  }

  @Test
  void aServiceThatIsKnownMayNotAskForEverything() {
    SignedCall call = signed(peer(COURSES), now(), BODY);

    assertRefused(ServiceError.SERVICE_NOT_ALLOWED, () -> admit(call));
  }

  @Test
  void whatIsForgottenIsTooOldToBeLetInAgain() {
    String ahead = Long.toString(clock.instant().plusSeconds(300).getEpochSecond());
    SignedCall call = signed(PEER, ahead, BODY);
    admit(call);

    clock.advance(Duration.ofMinutes(10));
    calls.forgetting().work().run();
    assertRefused(ServiceError.SERVICE_CALL_REPLAYED, () -> admit(call));

    clock.advance(Duration.ofMinutes(6));
    calls.forgetting().work().run();
    assertRefused(ServiceError.SERVICE_CALL_STALE, () -> admit(call));
    assertThat(store.<Boolean>write(() -> records.add(PEER.sign(ahead, BODY), clock.instant())))
        .as("forgotten")
        .isTrue();
  }

  @Test
  void whatIsWrongFirstIsSaidFirst() {
    String old = Long.toString(clock.instant().minusSeconds(900).getEpochSecond());
    String bad = "0".repeat(64);

    assertRefused(
        ServiceError.SERVICE_KEY_UNKNOWN, () -> admit(call("wrong", "course-service", old, bad)));
    assertRefused(
        ServiceError.SERVICE_KEY_OF_ANOTHER,
        () -> admit(call(PEER.apiKey().reveal(), "course-service", old, bad)));
    assertRefused(
        ServiceError.SERVICE_CALL_STALE,
        () -> admit(call(PEER.apiKey().reveal(), "payment-service", old, bad)));
  }

  @Test
  void withoutPeersNobodyIsLetIn() {
    ServiceCallService closed =
        new ServiceCallService(new InMemoryUnitOfWork(store), records, List.of(), clock);

    assertRefused(
        ServiceError.SERVICE_KEY_UNKNOWN,
        () -> closed.admit(signed(PEER, now(), BODY), BODY, Set.of(PAYMENTS)));
  }
}
