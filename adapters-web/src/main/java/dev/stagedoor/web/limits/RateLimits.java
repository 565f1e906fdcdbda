package dev.stagedoor.web.limits;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How much is too much, in each period.
 *
 * @param enabled whether anything is counted at all
 * @param requests requests by one account, or by one address where nobody is signed in
 * @param tvRequests the same below {@code /api/v1}
 * @param tvPremiumRequests the same for an account with a plan that is paid
 * @param attemptsPerAccountAndAddress failed attempts to sign in to one account from one address
 * @param attemptsPerAccount failed attempts to sign in to one account from all addresses that its
 *     holder has not signed in from before
 * @param attemptsPerAddress failed attempts to sign in from one address, and its sign-ups
 * @param mailsPerAccount reset mails to one account
 * @param crossAppSessionsPerAccount ways opened to a ticketing system by one account
 * @param crossAppSessionsPerAddress ways opened to a ticketing system from one address
 * @param partiesPerAccount watch parties begun by one account
 * @param callers how many callers are kept in mind; beyond that the longest unseen are forgotten
 */
@ConfigurationProperties("stagedoor.rate-limits")
public record RateLimits(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "15m") Duration period,
    @Bindable(defaultValue = "1000") int requests,
    @Bindable(defaultValue = "100") int tvRequests,
    @Bindable(defaultValue = "500") int tvPremiumRequests,
    @Bindable(defaultValue = "10") int attemptsPerAccountAndAddress,
    @Bindable(defaultValue = "100") int attemptsPerAccount,
    @Bindable(defaultValue = "100") int attemptsPerAddress,
    @Bindable(defaultValue = "10") int mailsPerAccount,
    @Bindable(defaultValue = "60") int crossAppSessionsPerAccount,
    @Bindable(defaultValue = "200") int crossAppSessionsPerAddress,
    @Bindable(defaultValue = "30") int partiesPerAccount,
    @Bindable(defaultValue = "100000") int callers) {
  public RateLimits {
    if (IntStream.of(
            requests,
            tvRequests,
            tvPremiumRequests,
            attemptsPerAccountAndAddress,
            attemptsPerAccount,
            attemptsPerAddress,
            mailsPerAccount,
            crossAppSessionsPerAccount,
            crossAppSessionsPerAddress,
            partiesPerAccount)
        .anyMatch(limit -> limit < 1)) {
      throw new IllegalArgumentException("stagedoor.rate-limits: every limit is at least 1");
    }
    if (period.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("stagedoor.rate-limits.period: at least 1s");
    }
  }
}
