package dev.stagedoor.application.tv;

import dev.stagedoor.application.auth.AccountRow;
import java.util.Optional;

/** An account as admins of subscription TV look into it. */
public record UserView(
    AccountRow account,
    Optional<SubscriberView> subscriber,
    Optional<SubscriptionView> subscription,
    long creditsBalance) {}
