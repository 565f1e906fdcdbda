package dev.stagedoor.web.tv;

import dev.stagedoor.web.tv.Viewers.Caller;
import java.util.List;
import java.util.UUID;

/**
 * What one route of subscription TV is for. Every route must be in {@link #ALL}; a new one that is
 * not fails the tests.
 *
 * @param success the status when it is allowed
 * @param body a good body; blank where it takes none
 * @param answer the members of its answer, in words of {@link TvShapes}; blank for none
 */
record TvRule(String method, String path, int success, Guard guard, String body, String answer) {

  /** Who may. */
  enum Guard {
    ANYBODY {
      @Override
      int refusal(Caller caller) {
        return 0;
      }
    },
    /** It is about the caller. */
    CALLER {
      @Override
      int refusal(Caller caller) {
        return caller == Caller.VISITOR ? 401 : 0;
      }
    },
    /** It is the viewer's. */
    OWNER {
      @Override
      int refusal(Caller caller) {
        return caller == Caller.VIEWER ? 0 : CALLER.refusal(caller) == 0 ? 404 : 401;
      }
    },
    RESELLER {
      @Override
      int refusal(Caller caller) {
        boolean isReseller = caller == Caller.RESELLER || caller == Caller.OTHER_RESELLER;
        return isReseller ? 0 : CALLER.refusal(caller) == 0 ? 403 : 401;
      }
    },
    /** It is the reseller's. */
    OWN_CLIENT {
      @Override
      int refusal(Caller caller) {
        return caller == Caller.OTHER_RESELLER ? 404 : RESELLER.refusal(caller);
      }
    },
    ADMIN {
      @Override
      int refusal(Caller caller) {
        return caller == Caller.ADMIN ? 0 : CALLER.refusal(caller) == 0 ? 403 : 401;
      }
    };

    abstract int refusal(Caller caller);
  }

  private static final String PAGE = " page limit total";
  private static final String PROFILES = "/api/v1/profiles";
  private static final String PLAYLISTS = "/api/v1/playlists";
  private static final String FAVORITES = "/api/v1/favorites";
  private static final String PROGRESS = "/api/v1/progress";
  private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
  private static final String CLIENTS = "/api/v1/reseller/clients";
  private static final String USERS = "/api/v1/admin/users";
  private static final String PLANS = "/api/v1/admin/plans";
  private static final String NOTIFICATIONS = "/api/v1/notifications";
  private static final String TEMPLATES = NOTIFICATIONS + "/templates";
  private static final String CREDITS =
      "{'user_id':'{user}','amount':1000,'description':'Compensation for service disruption'}";

  static final List<TvRule> ALL =
      List.of(
          new TvRule(
              "POST",
              PROFILES,
              201,
              Guard.CALLER,
              "{'name':'Sarah','avatar_url':'https://example.com/sarah.jpg'}",
              "profile:profile message"),
          get(PROFILES, Guard.CALLER, "profiles[]:profile limit"),
          new TvRule(
              "PATCH",
              PROFILES + "/{id}",
              200,
              Guard.OWNER,
              "{'parental_pin':'5555'}",
              "profile:profile message"),
          new TvRule("DELETE", PROFILES + "/{id}", 204, Guard.OWNER, "", ""),
          new TvRule(
              "POST",
              PROFILES + "/{id}/select",
              200,
              Guard.OWNER,
              "{'pin':'1234'}",
              "profile:profile profile_token expires_at message"),
          new TvRule(
              "POST",
              PLAYLISTS,
              201,
              Guard.CALLER,
              "{'name':'Premium IPTV Service','url':'http://iptv-provider.com/get.php',"
                  + "'username':'john_iptv','password':'iptv_pass_2024'}",
              "playlist:playlist message"),
          get(PLAYLISTS, Guard.CALLER, "playlists[]:playlist"),
          get(PLAYLISTS + "/{id}", Guard.OWNER, "playlist:credentials"),
          new TvRule(
              "PATCH",
              PLAYLISTS + "/{id}",
              200,
              Guard.OWNER,
              "{'name':'Another'}",
              "playlist:playlist message"),
          new TvRule("DELETE", PLAYLISTS + "/{id}", 204, Guard.OWNER, "", ""),
          new TvRule(
              "POST",
              PLAYLISTS + "/{id}/refresh",
              202,
              Guard.OWNER,
              "",
              "playlist:playlist message"),
          get(PLAYLISTS + "/{id}/channels", Guard.OWNER, "channels[]:channel" + PAGE),
          get(PLAYLISTS + "/{id}/channels/{item}", Guard.OWNER, "channel:playable"),
          get(PLAYLISTS + "/{id}/groups", Guard.OWNER, "groups[]:group"),
          get(PLAYLISTS + "/{id}/guide", Guard.OWNER, "programmes[]:programme" + PAGE),
          new TvRule(
              "POST",
              FAVORITES,
              201,
              Guard.CALLER,
              "{'item_id':'espn_hd','item_type':'channel','item_name':'ESPN HD',"
                  + "'item_logo':'https://cdn.example.com/espn.png'}",
              "favorite:favorite message"),
          get(FAVORITES, Guard.CALLER, "favorites[]:favorite" + PAGE),
          new TvRule("DELETE", FAVORITES + "/{item}", 204, Guard.CALLER, "", ""),
          new TvRule(
              "PUT",
              PROGRESS,
              200,
              Guard.CALLER,
              "{'item_id':'movie_inception','item_type':'movie','progress_seconds':3600,"
                  + "'duration_seconds':8880}",
              "progress:progress"),
          get(PROGRESS, Guard.CALLER, "progress[]:progress" + PAGE),
          get(PROGRESS + "/{item}", Guard.OWNER, "progress:progress"),
          new TvRule("DELETE", PROGRESS + "/{item}", 204, Guard.CALLER, "", ""),
          get(SUBSCRIPTIONS + "/plans", Guard.ANYBODY, "plans[]:plan"),
          get(SUBSCRIPTIONS + "/current", Guard.CALLER, "subscription:subscription"),
          new TvRule(
              "POST",
              SUBSCRIPTIONS + "/checkout",
              200,
              Guard.CALLER,
              "{'price_id':'price_family_monthly',"
                  + "'success_url':'https://app.syncstream.tv/success',"
                  + "'cancel_url':'https://app.syncstream.tv/pricing'}",
              "checkout_url session_id provider"),
          new TvRule(
              "POST",
              SUBSCRIPTIONS + "/portal",
              409,
              Guard.CALLER,
              "{'return_url':'https://app.syncstream.tv'}",
              "?"),
          new TvRule("POST", SUBSCRIPTIONS + "/cancel", 409, Guard.CALLER, "", "?"),
          get(
              "/api/v1/reseller/dashboard",
              Guard.RESELLER,
              "credits_balance total_clients active_clients credits_spent"
                  + " recent_transactions[]:transaction"),
          new TvRule(
              "POST",
              CLIENTS,
              201,
              Guard.RESELLER,
              "{'email':'{new}','password':'tempPass123','full_name':'Local Customer 1',"
                  + "'plan_stripe_price_id':'price_basic_monthly'}",
              "client:client credits_charged credits_balance message"),
          get(CLIENTS, Guard.RESELLER, "clients[]:client" + PAGE),
          get(CLIENTS + "/{id}", Guard.OWN_CLIENT, "client:client"),
          new TvRule(
              "PATCH",
              CLIENTS + "/{id}",
              200,
              Guard.OWN_CLIENT,
              "{'status':'suspended'}",
              "client:client message"),
          new TvRule(
              "POST",
              CLIENTS + "/{id}/renew",
              200,
              Guard.OWN_CLIENT,
              "{}",
              "client:client credits_charged credits_balance message"),
          get("/api/v1/reseller/transactions", Guard.RESELLER, "transactions[]:transaction" + PAGE),
          get(
              "/api/v1/admin/stats",
              Guard.ADMIN,
              "total_users active_subscriptions mrr currency mrr_by_currency:any trial_users"
                  + " total_resellers total_subscribers past_due_subscriptions total_clients"
                  + " active_clients credits_outstanding credits_spent_this_month"
                  + " new_users_today failed_webhooks"),
          get(USERS, Guard.ADMIN, "users[]:user" + PAGE),
          get(
              USERS + "/{id}",
              Guard.ADMIN,
              "user:user subscriber?:subscriber subscription?:subscription credits_balance"),
          new TvRule(
              "PATCH",
              USERS + "/{id}/role",
              200,
              Guard.ADMIN,
              "{'role':'reseller'}",
              "user:user message"),
          new TvRule("POST", USERS + "/{id}/suspend", 200, Guard.ADMIN, "", "user:user message"),
          new TvRule(
              "POST",
              USERS + "/{id}/resume",
              200,
              Guard.ADMIN,
              "{'reason':'Paid'}",
              "user:user message"),
          new TvRule(
              "POST",
              "/api/v1/admin/credits/add",
              200,
              Guard.ADMIN,
              CREDITS,
              "transaction:transaction credits_balance message"),
          new TvRule(
              "POST",
              "/api/v1/admin/credits/deduct",
              200,
              Guard.ADMIN,
              CREDITS,
              "transaction:transaction credits_balance message"),
          new TvRule(
              "POST",
              PLANS,
              201,
              Guard.ADMIN,
              "{'name':'Black Friday Special','stripe_price_id':'{price}','price_monthly':7.99,"
                  + "'max_profiles':5,'max_playlists':10,'max_favorites':500,"
                  + "'features':{'ads':false,'hd':true}}",
              "plan:plan message"),
          get(PLANS, Guard.ADMIN, "plans[]:plan"),
          new TvRule(
              "PATCH",
              PLANS + "/{id}",
              200,
              Guard.ADMIN,
              "{'max_profiles':6}",
              "plan:plan message"),
          new TvRule("DELETE", PLANS + "/{id}", 204, Guard.ADMIN, "", ""),
          get("/api/v1/admin/audit", Guard.ADMIN, "entries[]:entry" + PAGE),
          new TvRule(
              "POST",
              TEMPLATES,
              201,
              Guard.ADMIN,
              "{'key':'{template}','category':'marketing','variables':['day'],"
                  + "'texts':{'en':{'subject':'News for {{name}}','body':'We open on {{day}}.'},"
                  + "'fr':{'subject':'Du nouveau','body':'Ouverture {{day}}.'}}}",
              "template:template"),
          get(TEMPLATES, Guard.ADMIN, "templates[]:template"),
          get(TEMPLATES + "/{id}", Guard.ADMIN, "template:template"),
          new TvRule(
              "PATCH",
              TEMPLATES + "/{id}",
              200,
              Guard.ADMIN,
              "{'category':'product'}",
              "template:template"),
          new TvRule("DELETE", TEMPLATES + "/{id}", 204, Guard.ADMIN, "", ""),
          new TvRule(
              "POST",
              TEMPLATES + "/{id}/preview",
              200,
              Guard.ADMIN,
              "{'language':'fr','variables':{'day':'lundi'}}",
              "language subject text html"),
          new TvRule(
              "POST",
              NOTIFICATIONS + "/send",
              202,
              Guard.ADMIN,
              "{'template':'welcome','to':{'user_ids':['{user}']},'variables':{'link':'x'},"
                  + "'key':'{template}'}",
              "notification:notification"),
          get(NOTIFICATIONS, Guard.ADMIN, "notifications[]:sending" + PAGE),
          get(NOTIFICATIONS + "/{id}", Guard.ADMIN, "notification:notification"),
          get(NOTIFICATIONS + "/preferences", Guard.CALLER, "categories:any language"),
          new TvRule(
              "PUT",
              NOTIFICATIONS + "/preferences",
              200,
              Guard.CALLER,
              "{'categories':{'product':true,'marketing':false},'language':'fr'}",
              "categories:any language"),
          get("/api/v1/search/content", Guard.CALLER, "results[]:result" + PAGE),
          get("/api/v1/discovery/trending", Guard.CALLER, "items[]:trending"),
          get("/api/v1/recommendations/for-you", Guard.CALLER, "items[]:recommended"),
          get("/api/v1/recommendations/similar/{item}", Guard.OWNER, "items[]:recommended"),
          get(
              "/api/v1/analytics/users",
              Guard.ADMIN,
              "period:period series[]:people totals:people retention[]:cohort retention_by"),
          get(
              "/api/v1/analytics/revenue",
              Guard.ADMIN,
              "period:period series[]:revenue totals[]:revenue plan_mix[]:plan_share"),
          get(
              "/api/v1/analytics/resellers",
              Guard.ADMIN,
              "period:period series[]:trade totals:trade resellers[]:reseller" + PAGE),
          get(
              "/api/v1/analytics/platform",
              Guard.ADMIN,
              "period:period series[]:requests totals:requests routes[]:route system:load"));

  private static TvRule get(String path, Guard guard, String answer) {
    return new TvRule("GET", path, 200, guard, "", answer);
  }

  String operation() {
    return method + " " + path;
  }

  boolean isAboutSomething() {
    return path.contains("{id}");
  }

  /** Returns the address of what it is about. */
  String address(Viewers viewers) {
    String id =
        path.startsWith(PROFILES)
            ? viewers.profile()
            : path.startsWith(PLAYLISTS)
                ? viewers.playlist()
                : path.startsWith(CLIENTS)
                    ? viewers.client()
                    : path.startsWith(PLANS)
                        ? viewers.plan()
                        : path.startsWith(TEMPLATES)
                            ? viewers.template()
                            : path.startsWith(NOTIFICATIONS)
                                ? viewers.notification()
                                : viewers.user();
    return path.replace("{id}", id).replace("{item}", "espn_hd") + query();
  }

  /** Returns what it must be asked for; nothing else must be said of anything. */
  private String query() {
    return path.endsWith("/search/content") ? "?q=espn" : "";
  }

  /** Returns the address of what is not there. */
  String nowhere() {
    return path.replace("{id}", "" + new UUID(1, 2)).replace("{item}", "espn_hd");
  }

  @Override
  public String toString() {
    return operation();
  }
}
