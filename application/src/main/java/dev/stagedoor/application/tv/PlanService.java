package dev.stagedoor.application.tv;

import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.PlanRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans: shown to everybody, kept by admins, whose acts are recorded. */
public final class PlanService {
  private final UnitOfWork work;
  private final PlanRepository plans;
  private final AuditService audit;
  private final Clock clock;
  private final Ids ids;

  public PlanService(
      UnitOfWork work, PlanRepository plans, AuditService audit, Clock clock, Ids ids) {
    this.work = work;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** Lists what is offered, the cheapest first. For everybody. */
  public List<Plan> offered() {
    return work.look(plans::all).stream().filter(Plan::isOffered).toList();
  }

  /** Lists every plan. For admins. */
  public List<Plan> all(Actor actor) {
    actor.mustBeAdmin();
    return work.look(plans::all);
  }

  /**
   * Offers a plan.
   *
   * @param priceId the provider's name of its price
   * @throws DomainException {@code PRICE_TAKEN}, {@code INVALID_VALUE}
   */
  public Plan offer(Actor actor, String priceId, Plan.Terms terms) {
    actor.mustBeAdmin();
    Plan plan = Plan.offer(new PlanId(ids.next()), priceId, terms, clock.instant());
    return work.write(
        () -> {
          plans.save(plan);
          record(actor, "plan.offered", plan, Map.of(), facts(plan));
          return stored(plan.id());
        });
  }

  /**
   * Changes what a plan offers; its amount is fixed.
   *
   * @throws DomainException {@code INVALID_VALUE}
   */
  public Plan change(Actor actor, PlanId id, ChangePlan change) {
    actor.mustBeAdmin();
    return work.write(
        () -> {
          Plan plan = stored(id);
          Map<String, String> before = facts(plan);
          plan.change(changed(plan.terms(), change));
          return saved(actor, "plan.changed", plan, before);
        });
  }

  private static Plan.Terms changed(Plan.Terms old, ChangePlan change) {
    Limits limits = old.limits();
    return new Plan.Terms(
        change.name().orElse(old.name()),
        change.monthly().orElse(old.monthly()),
        new Limits(
            change.maxProfiles().orElse(limits.profiles()),
            change.maxPlaylists().orElse(limits.playlists()),
            change.maxFavorites().orElse(limits.favorites())),
        change.features().orElse(old.features()));
  }

  /** Offers it to nobody any more. Repeatable. */
  public void archive(Actor actor, PlanId id) {
    actor.mustBeAdmin();
    work.run(
        () -> {
          Plan plan = stored(id);
          Map<String, String> before = facts(plan);
          plan.archive(clock.instant());
          var unused = saved(actor, "plan.archived", plan, before);
        });
  }

  /** Saves and records what is changed, and nothing where nothing is. */
  private Plan saved(Actor actor, String action, Plan plan, Map<String, String> before) {
    Map<String, String> after = facts(plan);
    if (after.equals(before)) {
      return plan;
    }
    plans.save(plan);
    record(actor, action, plan, before, after);
    return stored(plan.id());
  }

  private Plan stored(PlanId id) {
    return plans.find(id).orElseThrow(DomainException::notFound);
  }

  private void record(
      Actor actor,
      String action,
      Plan plan,
      Map<String, String> before,
      Map<String, String> after) {
    audit.record(actor, action, new Subject("plan", plan.id().value()), "", before, after);
  }

  private static Map<String, String> facts(Plan plan) {
    Plan.Terms terms = plan.terms();
    return Map.of(
        "name", terms.name(),
        "stripe_price_id", plan.priceId(),
        "price_monthly",
            Amounts.major(terms.monthly()).toPlainString()
                + " "
                + terms.monthly().currency().getCurrencyCode(),
        "max_profiles", Integer.toString(terms.limits().profiles()),
        "max_playlists", Integer.toString(terms.limits().playlists()),
        "max_favorites", Integer.toString(terms.limits().favorites()),
        "features", new TreeMap<>(terms.features()).toString(),
        "offered", Boolean.toString(plan.isOffered()));
  }

  /** Offers the first plans where there was never one. Repeatable, on any number of instances. */
  public void begin(Map<String, Plan.Terms> first) {
    try {
      work.run(
          () -> {
            if (plans.all().isEmpty()) {
              first.forEach(
                  (priceId, terms) ->
                      plans.save(
                          Plan.offer(new PlanId(ids.next()), priceId, terms, clock.instant())));
            }
          });
    } catch (DomainException faster) {
      if (faster.code() != TvError.PRICE_TAKEN) {
        throw faster;
      }
    }
  }
}
