package dev.stagedoor.application;

import dev.stagedoor.application.analytics.FactBook;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.notifications.Notices;
import dev.stagedoor.application.notifications.TemplateService;
import dev.stagedoor.application.party.Admission;
import dev.stagedoor.application.subscriptions.SubscriptionMails;
import dev.stagedoor.application.subscriptions.SubscriptionService;
import dev.stagedoor.application.tv.CreditService;
import dev.stagedoor.application.tv.DiscoveryService;
import dev.stagedoor.application.tv.Entitlements;
import dev.stagedoor.application.tv.FavoriteService;
import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.ResellerService;
import dev.stagedoor.application.tv.SubscriberService;
import dev.stagedoor.application.tv.TvAdminService;
import dev.stagedoor.application.tv.TvFacts;
import dev.stagedoor.application.tv.TvNotices;
import dev.stagedoor.application.tv.TvSubscriptionService;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.application.tv.Viewing;
import dev.stagedoor.application.tv.WatchProgressService;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.auth.AccountSuspended;
import dev.stagedoor.domain.subscriptions.SubscriptionChanged;
import java.util.List;
import java.util.stream.Stream;

/** Puts subscription TV together. */
record TvAssembly(
    SubscriptionService subscriptions,
    SubscriberService subscribers,
    PlanService plans,
    TvSubscriptionService tvSubscriptions,
    ViewerProfileService profiles,
    PlaylistService playlists,
    FavoriteService favorites,
    WatchProgressService progress,
    DiscoveryService discovery,
    ResellerService resellers,
    CreditService credits,
    TvAdminService admin,
    Admission admission,
    TvNotices notices)
    implements Assembly {
  static TvAssembly on(Foundation base, AuthAssembly auth, FactBook book, Notices notices) {
    var ports = base.ports();
    var work = ports.unitOfWork();
    var tv = ports.tv();
    var subscriptions = subscriptions(base, auth);
    var facts = new TvFacts(book, tv.plans());
    var entitlements =
        new Entitlements(
            ports.accounts(),
            tv.subscribers(),
            tv.profiles(),
            tv.clients(),
            tv.plans(),
            subscriptions,
            facts,
            base.settings().tv(),
            base.clock(),
            base.ids());
    var told =
        new TvNotices(
            work,
            ports.accounts(),
            tv.subscribers(),
            entitlements,
            notices,
            base.settings().link("/tv"),
            base.settings().link("/tv/plans"),
            base.clock());
    var subscribers =
        new SubscriberService(
            work,
            auth.registrations(),
            ports.accounts(),
            tv.subscribers(),
            tv.profiles(),
            tv.playlists(),
            tv.favorites(),
            entitlements,
            facts,
            told);
    base.announcements().on(AccountSuspended.class, subscriptions::endOf);
    base.announcements().on(SubscriptionChanged.class, subscribers::tell);
    base.announcements().on(SubscriptionChanged.class, facts::tell);
    var viewing =
        new Viewing(
            work,
            tv.profiles(),
            tv.defaultProfiles(),
            tv.profileTokens(),
            entitlements,
            base.clock());
    var tvSubscriptions =
        new TvSubscriptionService(
            work, subscriptions, tv.plans(), tv.subscribers(), entitlements, viewing);
    return new TvAssembly(
        subscriptions,
        subscribers,
        new PlanService(work, tv.plans(), auth.audit(), base.clock(), base.ids()),
        tvSubscriptions,
        new ViewerProfileService(
            work,
            tv,
            entitlements,
            viewing,
            base.settings().tv(),
            base.clock(),
            base.ids(),
            base.tokens()),
        new PlaylistService(
            work,
            tv,
            base.providers().playlists(),
            ports.outbox(),
            entitlements,
            viewing,
            base.clock(),
            base.ids()),
        new FavoriteService(work, tv.favorites(), entitlements, viewing, base.clock()),
        new WatchProgressService(work, tv.progress(), viewing, base.clock()),
        new DiscoveryService(work, tv, viewing, base.clock()),
        new ResellerService(
            work,
            auth.registrations(),
            ports.accounts(),
            tv,
            entitlements,
            facts,
            base.clock(),
            base.ids()),
        new CreditService(
            work, ports.accounts(), tv.credits(), auth.audit(), facts, base.clock(), base.ids()),
        new TvAdminService(
            work,
            ports.accountQueries(),
            subscribers,
            tvSubscriptions,
            tv.credits(),
            tv.queries(),
            base.clock()),
        entitlements::mustBeGood,
        told);
  }

  private static SubscriptionService subscriptions(Foundation base, AuthAssembly auth) {
    var ports = base.ports();
    var grace = base.settings().tv().grace();
    return new SubscriptionService(
        ports.unitOfWork(),
        ports.subscriptions(),
        ports.accounts(),
        base.providers().subscriptions(),
        new SubscriptionMails(
            ports.accounts(), base.mailer(), grace, base.settings().link("/tv/account")),
        base.announcements(),
        ports.outbox(),
        auth.audit(),
        grace,
        base.clock());
  }

  /** Makes the first plans and templates, where the house has TV. */
  void begin(Foundation base, TemplateService templates) {
    if (base.settings().areas().contains(Settings.Area.TV)) {
      plans.begin(base.settings().tv().plans());
      templates.begin(TvNotices.builtIn(), base.translations());
    }
  }

  @Override
  public List<EventHandler<?>> eventHandlers() {
    return List.of(subscriptions.events());
  }

  @Override
  public List<JobHandler> jobs() {
    return Stream.concat(subscriptions.jobs().stream(), playlists.jobs().stream()).toList();
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return Stream.concat(
            Stream.of(subscriptions.watching(), profiles.cleaning(), notices.reminding()),
            discovery.jobs().stream())
        .toList();
  }
}
