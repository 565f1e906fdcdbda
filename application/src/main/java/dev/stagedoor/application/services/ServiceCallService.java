package dev.stagedoor.application.services;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.services.ServiceError;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.domain.services.ServicePeer;
import dev.stagedoor.domain.services.port.ServiceCallRecords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets other services of the same house in. */
public final class ServiceCallService {
  /** How far the clocks of two services may be apart, with the way a request takes. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{64}");

  private final UnitOfWork work;
  private final ServiceCallRecords records;
  private final List<ServicePeer> peers;
  private final Clock clock;

  public ServiceCallService(
      UnitOfWork work, ServiceCallRecords records, List<ServicePeer> peers, Clock clock) {
    this.work = work;
    this.records = records;
    this.peers = List.copyOf(peers);
    this.clock = clock;
  }

  /**
   * Checks a call and remembers it, so that it is let in once only.
   *
   * @param body the bytes as they came
   * @param allowed who may ask for this
   * @throws DomainException with one of {@link ServiceError}, the first that holds
   */
  public ServiceId admit(SignedCall call, byte[] body, Set<ServiceId> allowed) {
    Claimed claimed =
        Claimed.of(call).orElseThrow(() -> refused(ServiceError.SERVICE_CALL_UNSIGNED));
    ServicePeer peer =
        withKey(claimed.apiKey()).orElseThrow(() -> refused(ServiceError.SERVICE_KEY_UNKNOWN));
    require(peer.id().equals(claimed.service()), ServiceError.SERVICE_KEY_OF_ANOTHER);
    require(isNow(claimed.signedAt()), ServiceError.SERVICE_CALL_STALE);
    String right = peer.sign(claimed.timestamp(), body);
    require(areEqual(right, claimed.signature()), ServiceError.SERVICE_SIGNATURE_WRONG);
    require(
        work.write(() -> records.add(right, claimed.signedAt())),
        ServiceError.SERVICE_CALL_REPLAYED);
    require(allowed.contains(peer.id()), ServiceError.SERVICE_NOT_ALLOWED);
    return peer.id();
  }

  /** What a call says of itself, once all of it is there and can be read. */
  private record Claimed(Secret apiKey, ServiceId service, String timestamp, String signature) {
    static Optional<Claimed> of(SignedCall call) {
      Optional<String> key = call.apiKey().filter(given -> !given.isBlank());
      Optional<ServiceId> service = call.serviceId().flatMap(Claimed::service);
      Optional<String> timestamp = call.timestamp().filter(SECONDS.asMatchPredicate());
      Optional<String> signature = call.signature().filter(SIGNATURE.asMatchPredicate());
      if (key.isEmpty() || service.isEmpty() || timestamp.isEmpty() || signature.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Claimed(
              Secret.of(key.get()),
              service.get(),
              timestamp.get(),
              signature.get().toLowerCase(Locale.ROOT)));
    }

    private static Optional<ServiceId> service(String name) {
      try {
        return Optional.of(new ServiceId(name));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    Instant signedAt() {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }
  }

  /** Looks at every peer, so that how long it takes tells nothing of whose key is nearly right. */
  private Optional<ServicePeer> withKey(Secret key) {
    String wanted = key.sha256();
    return peers.stream()
        .filter(peer -> areEqual(peer.apiKey().sha256(), wanted))
        .reduce((one, another) -> one);
  }

  private boolean isNow(Instant signedAt) {
    return Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
  }

  private static boolean areEqual(String right, String given) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static void require(boolean holds, ServiceError otherwise) {
    if (!holds) {
      throw refused(otherwise);
    }
  }

  private static DomainException refused(ServiceError why) {
    return new DomainException(why);
  }

  /** Forgets calls that are too old to be let in again. */
  public RecurringJob forgetting() {
    return new RecurringJob(
        "forget-service-calls",
        FORGET_EVERY,
        () -> work.run(() -> records.forget(clock.instant().minus(TOLERANCE.multipliedBy(2)))));
  }
}
