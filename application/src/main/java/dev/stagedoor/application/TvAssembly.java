package dev.stagedoor.application;

import dev.stagedoor.application.subscriptions.SubscriptionService;
import dev.stagedoor.application.tv.CreditService;
import dev.stagedoor.application.tv.FavoriteService;
import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.ResellerService;
import dev.stagedoor.application.tv.SubscriberService;
import dev.stagedoor.application.tv.TvAdminService;
import dev.stagedoor.application.tv.TvSubscriptionService;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.application.tv.WatchProgressService;

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
    ResellerService resellers,
    CreditService credits,
    TvAdminService admin) {
  static TvAssembly on(Foundation base, AuthAssembly auth) {
    return new TvAssembly(
        new SubscriptionService(),
        new SubscriberService(),
        new PlanService(),
        new TvSubscriptionService(),
        new ViewerProfileService(),
        new PlaylistService(),
        new FavoriteService(),
        new WatchProgressService(),
        new ResellerService(),
        new CreditService(),
        new TvAdminService());
  }
}
