package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A team that sells in shows.
 *
 * <p>Invariants: it has one operator at least; nobody but its operators and admins knows of it; its
 * plan is changed by admins alone.
 */
public final class Workspace {
  public static final int MAX_NAME = 120;
  public static final int MAX_OPERATORS = 100;
  private static final String SUBJECT = "workspace";

  private final WorkspaceId id;
  private final Set<UserId> operators;
  private final Instant createdAt;
  private final long version;
  private String name;
  private Currency currency;
  private Plan plan;

  /** The stored form of a workspace, its operators in the order they came; for repositories. */
  public record Snapshot(
      WorkspaceId id,
      String name,
      Currency currency,
      Plan plan,
      Set<UserId> operators,
      Instant createdAt,
      long version) {
    public Snapshot {
      operators = Collections.unmodifiableSet(new LinkedHashSet<>(operators));
    }
  }

  private Workspace(Snapshot from) {
    this.id = from.id();
    this.name = from.name();
    this.currency = from.currency();
    this.plan = from.plan();
    this.operators = new LinkedHashSet<>(from.operators());
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  /** Opens a workspace on the free plan, with its first operator. */
  public static Workspace open(
      WorkspaceId id, String name, Currency currency, UserId operator, Instant now) {
    return new Workspace(
        new Snapshot(id, checked(name), currency, Plan.FREE, Set.of(operator), now, 0));
  }

  /** Rebuilds a stored workspace; for repositories only. */
  public static Workspace restore(Snapshot snapshot) {
    return new Workspace(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, name, currency, plan, operators, createdAt, version);
  }

  /** Names the workspace to the capabilities it uses. */
  public static Subject subject(WorkspaceId id) {
    return new Subject(SUBJECT, id.value());
  }

  public boolean isOperatedBy(Actor actor) {
    return actor.isAdmin() || actor.user().filter(operators::contains).isPresent();
  }

  /** Refuses whoever does not operate it: a visitor must sign in, for others there is none. */
  public void mustBeOperatedBy(Actor actor) {
    if (!isOperatedBy(actor)) {
      actor.userId();
      throw DomainException.notFound();
    }
  }

  public void rename(String next) {
    name = checked(next);
  }

  /** Sets the currency of shows that are made from now on. */
  public void sellIn(Currency next) {
    currency = next;
  }

  public void changePlan(Plan next) {
    plan = next;
  }

  /** Lets somebody operate it; does nothing when they do already. */
  public void add(UserId operator) {
    if (!operators.contains(operator) && operators.size() >= MAX_OPERATORS) {
      throw DomainException.invalid(Fault.longerThan("members", MAX_OPERATORS));
    }
    operators.add(operator);
  }

  /**
   * Takes somebody out; does nothing when they are not in.
   *
   * @throws DomainException {@code LAST_OPERATOR}
   */
  public void remove(UserId operator) {
    if (operators.equals(Set.of(operator))) {
      throw new DomainException(LiveSellingError.LAST_OPERATOR);
    }
    operators.remove(operator);
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw DomainException.invalid("name", "blank");
    }
    if (stripped.length() > MAX_NAME) {
      throw DomainException.invalid(Fault.longerThan("name", MAX_NAME));
    }
    return stripped;
  }

  public WorkspaceId id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Currency currency() {
    return currency;
  }

  public Plan plan() {
    return plan;
  }

  /** Returns its operators, in the order they came. */
  public Set<UserId> operators() {
    return Collections.unmodifiableSet(operators);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
