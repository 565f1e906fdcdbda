package dev.stagedoor.application.tv;

import dev.stagedoor.application.auth.ListedAccount;
import java.util.Optional;

/** An account as admins of subscription TV look into it. */
public record UserView(
    ListedAccount account,
    Optional<SubscriberView> subscriber,
    Optional<SubscriptionView> subscription,
    long creditsBalance) {}
