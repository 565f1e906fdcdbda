package dev.stagedoor.web.tv;

import java.util.Map;

/**
 * The members of what the routes of subscription TV answer; those with a question mark may lack.
 */
final class TvShapes {

  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry(
              "profile",
              "id name avatar_url? is_kids_profile has_pin is_default read_only locked_until?"
                  + " created_at labels[]"),
          Map.entry(
              "playlist",
              "id name url username? status channels problem? fetched_at? read_only created_at"),
          Map.entry(
              "credentials",
              "id name url username? password? status channels problem? fetched_at? read_only"
                  + " created_at m3u_url guide_url?"),
          Map.entry("channel", "item_id item_type name group logo? guide_id?"),
          Map.entry("playable", "item_id item_type name group logo? guide_id? stream_url"),
          Map.entry("group", "name channels"),
          Map.entry("programme", "guide_id starts_at ends_at title description"),
          Map.entry("result", "item_id item_type name group logo? playlist_id? score matched"),
          Map.entry(
              "trending", "item_id item_type name group logo? playlist_id? viewers trend rank"),
          Map.entry(
              "recommended", "item_id item_type name group logo? playlist_id? score reason:reason"),
          Map.entry("reason", "code text item_name?"),
          Map.entry("favorite", "item_id item_type item_name item_logo? added_at"),
          Map.entry(
              "progress",
              "item_id item_type? progress_seconds duration_seconds? completed client_time"
                  + " device_id? updated_at version"),
          Map.entry(
              "plan",
              "id name stripe_price_id price_monthly currency credits max_profiles max_playlists"
                  + " max_favorites features:any labels[] archived_at?"),
          Map.entry("limits", "profiles playlists favorites"),
          Map.entry(
              "subscription",
              "source status? plan_id? plan_name? until? ends_at_period_end grace_until?"
                  + " trial_ends_at? limits:limits"),
          Map.entry(
              "client",
              "id user_id email full_name plan_name stripe_price_id status paid_until created_at"),
          Map.entry(
              "transaction",
              "id number type amount balance_after description client_id? created_at"),
          Map.entry("user", "id email full_name role status created_at"),
          Map.entry(
              "subscriber",
              "source plan_name? until? trial_ends_at? limits:limits profiles playlists"
                  + " favorites"),
          Map.entry("period", "start_date end_date group_by timezone"),
          Map.entry(
              "people",
              "date? new_users total_users active_users trials_started trials_converted"
                  + " trial_conversion_rate?"),
          Map.entry("cohort", "cohort size retained[]"),
          Map.entry(
              "revenue",
              "date? currency mrr new_mrr reactivated_mrr expansion_mrr contraction_mrr"
                  + " churned_mrr subscribers churned churn_rate?"),
          Map.entry("plan_share", "plan subscribers mrr currency"),
          Map.entry(
              "trade",
              "date? credits_granted credits_spent clients_created clients_renewed"
                  + " clients_active"),
          Map.entry("reseller", "id email credits_spent clients profit currency"),
          Map.entry(
              "requests",
              "date? requests errors refusals error_rate? p50_ms p95_ms p99_ms devices:any"),
          Map.entry("route", "route requests errors refusals error_rate? p50_ms p95_ms p99_ms"),
          Map.entry(
              "load", "readings cpu cpu_max heap_bytes heap_bytes_max connections connections_max"),
          Map.entry(
              "template",
              "id key category built_in variables[] texts:any version created_at updated_at"),
          Map.entry(
              "notification",
              "id key? template category to role? variables:any status recipients sent skipped"
                  + " sent_by? created_at finished_at?"),
          Map.entry(
              "sending",
              "id key? template category to role? status recipients sent skipped sent_by? created_at"
                  + " finished_at?"),
          Map.entry(
              "entry",
              "id at actor_id? actor_email? action subject_type subject_id subject_email? subject_name? reason before:any"
                  + " after:any"));

  private TvShapes() {}
}
