package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's connection to one provider.
 *
 * <p>Invariants: one for each workspace and provider, for good, because invoices refer to it; it
 * has credentials exactly while it is connected; it works until the provider says otherwise, and
 * again once the provider says so.
 */
public final class Integration {
  public static final int MAX_NAME = 255;
  private static final String SUBJECT = "integration";

  /** Where a connection stands. */
  public enum Status {
    ACTIVE,
    /** Not connected, now or any more. */
    INACTIVE,
    /** The provider does not take the credentials. */
    ERROR
  }

  private static final Credentials.Cases<Optional<String>> ACCOUNT =
      new Credentials.Cases<>() {
        @Override
        public Optional<String> billing(Credentials.Billing billing) {
          return billing.merchant() instanceof Merchant.Connected merchant
              ? Optional.of(merchant.account())
              : Optional.empty();
        }

        @Override
        public Optional<String> page(Credentials.Page page) {
          return Optional.of(page.channel().page().value());
        }
      };

  private final IntegrationId id;
  private final WorkspaceId workspace;
  private final ProviderId provider;
  private final Instant createdAt;
  private final long version;
  private String displayName = "";
  private String account = "";
  private @Nullable Credentials credentials;
  private @Nullable IntegrationProblem problem;
  private IntegrationSettings settings;
  private @Nullable Instant connectedAt;
  private Instant updatedAt;

  /** The stored form of an integration; for repositories only. */
  public record Snapshot(
      IntegrationId id,
      WorkspaceId workspace,
      ProviderId provider,
      String displayName,
      String account,
      @Nullable Credentials credentials,
      @Nullable IntegrationProblem problem,
      IntegrationSettings settings,
      @Nullable Instant connectedAt,
      Instant createdAt,
      Instant updatedAt,
      long version) {}

  private Integration(Snapshot from) {
    this.id = from.id();
    this.workspace = from.workspace();
    this.provider = from.provider();
    this.displayName = from.displayName();
    this.account = from.account();
    this.credentials = from.credentials();
    this.problem = from.problem();
    this.settings = from.settings();
    this.connectedAt = from.connectedAt();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  /** Makes one that is not connected yet. */
  public static Integration of(
      IntegrationId id, WorkspaceId workspace, ProviderId provider, Instant now) {
    return new Integration(
        new Snapshot(
            id,
            workspace,
            provider,
            "",
            "",
            null,
            null,
            IntegrationSettings.standard(),
            null,
            now,
            now,
            0));
  }

  /** Rebuilds a stored integration; for repositories only. */
  public static Integration restore(Snapshot snapshot) {
    return new Integration(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        workspace,
        provider,
        displayName,
        account,
        credentials,
        problem,
        settings,
        connectedAt,
        createdAt,
        updatedAt,
        version);
  }

  /** Names the integration to the capabilities it uses. */
  public static Subject subject(IntegrationId id) {
    return new Subject(SUBJECT, id.value());
  }

  /** Returns the integration a subject names, empty when it names something else. */
  public static Optional<IntegrationId> of(Subject subject) {
    return subject.kind().equals(SUBJECT)
        ? Optional.of(new IntegrationId(subject.id()))
        : Optional.empty();
  }

  /**
   * Connects, or connects anew with other credentials, which the provider has just taken. Since
   * when it is connected stays: it is the place among those a plan lets be used.
   *
   * @param account what shows whose it is, and holds no secret: the provider's name for it, or a
   *     key's last four characters
   */
  public void connect(Credentials given, String name, String account, Instant now) {
    String stripped = name.strip();
    if (stripped.length() > MAX_NAME) {
      throw DomainException.invalid(Fault.longerThan("displayName", MAX_NAME));
    }
    this.credentials = given;
    this.displayName = stripped;
    this.account = account;
    this.problem = null;
    if (connectedAt == null) {
      connectedAt = now;
    }
    this.updatedAt = now;
  }

  /** Forgets the credentials; invoices stay. Does nothing when it is not connected. */
  public void disconnect(Instant now) {
    if (credentials != null) {
      credentials = null;
      problem = null;
      connectedAt = null;
      updatedAt = now;
    }
  }

  public void change(IntegrationSettings next, Instant now) {
    settings = next;
    updatedAt = now;
  }

  /** Notes that the provider does not take the credentials. Returns whether that is news. */
  public boolean broke(IntegrationProblem why, Instant now) {
    if (credentials == null || why == problem) {
      return false;
    }
    problem = why;
    updatedAt = now;
    return true;
  }

  /** Notes that the provider takes the credentials. Returns whether that is news. */
  public boolean works(Instant now) {
    if (problem == null) {
      return false;
    }
    problem = null;
    updatedAt = now;
    return true;
  }

  /**
   * Returns the credentials of a connection that works.
   *
   * @throws DomainException {@code NOT_CONNECTED} or {@code INTEGRATION_BROKEN}
   */
  public Credentials mustWork() {
    if (credentials == null) {
      throw new DomainException(
          LiveSellingError.NOT_CONNECTED, Map.of("provider", provider.value()));
    }
    if (problem != null) {
      throw new DomainException(
          LiveSellingError.INTEGRATION_BROKEN,
          Map.of("provider", provider.value(), "reason", problem.code()));
    }
    return credentials;
  }

  public Status status() {
    if (credentials == null) {
      return Status.INACTIVE;
    }
    return problem == null ? Status.ACTIVE : Status.ERROR;
  }

  public IntegrationId id() {
    return id;
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  public ProviderId provider() {
    return provider;
  }

  public String displayName() {
    return displayName;
  }

  public String account() {
    return account;
  }

  public Optional<Credentials> credentials() {
    return Optional.ofNullable(credentials);
  }

  /**
   * Returns the account by which the provider's webhooks name it: the page, or the account of a
   * merchant who gave leave. Empty when it is not connected, and for a merchant's own key, which
   * names none.
   */
  public Optional<String> connectedAccount() {
    return credentials().flatMap(given -> given.match(ACCOUNT));
  }

  public Optional<IntegrationProblem> problem() {
    return Optional.ofNullable(problem);
  }

  public IntegrationSettings settings() {
    return settings;
  }

  public Optional<Instant> connectedAt() {
    return Optional.ofNullable(connectedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
