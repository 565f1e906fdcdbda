package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.ResellerSamples;
import dev.stagedoor.domain.fixture.TvSamples;
import dev.stagedoor.domain.kernel.CommonError;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClientTest {
  private static Client since(String begin) {
    return ResellerSamples.aClient(aUserId(), aUserId(), TvSamples.aPlanId(), Instant.parse(begin));
  }

  private static void renew(Client client, Instant now) {
    Plan same = TvSamples.aPlan(client.plan(), 999);
    client.renew(same, same, now);
  }

  @Test
  void aNewClientIsPaidForAMonth() {
    Client client = since("2025-03-14T09:26:53Z");

    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-04-14T09:26:53Z"));
    assertThat(client.isActive(Instant.parse("2025-04-14T09:26:52Z"))).isTrue();
    assertThat(client.isActive(Instant.parse("2025-04-14T09:26:53Z"))).isFalse();
    assertThat(client.isPaid(Instant.parse("2025-04-14T09:26:53Z"))).isFalse();
  }

  @Test
  void whoBeganOnTheLastOfJanuaryIsPaidUntilTheLastOfEachMonth() {
    Client client = since("2025-01-31T12:00:00Z");
    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-02-28T12:00:00Z"));

    renew(client, Instant.parse("2025-02-27T12:00:00Z"));
    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-03-31T12:00:00Z"));

    renew(client, Instant.parse("2025-03-02T12:00:00Z"));
    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-04-30T12:00:00Z"));
  }

  @Test
  void aLeapYearHasADayMore() {
    assertThat(since("2028-01-31T00:00:00Z").paidUntil())
        .isEqualTo(Instant.parse("2028-02-29T00:00:00Z"));
  }

  @Test
  void aRenewalAfterALapseBeginsAnew() {
    Client client = since("2025-01-31T12:00:00Z");

    renew(client, Instant.parse("2025-03-15T08:00:00Z"));

    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-04-15T08:00:00Z"));
    assertThat(client.createdAt()).isEqualTo(Instant.parse("2025-01-31T12:00:00Z"));
  }

  @Test
  void aRenewalAtTheVeryEndBeginsAnewWithoutAGap() {
    Client client = since("2025-03-14T09:26:53Z");

    renew(client, client.paidUntil());

    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-05-14T09:26:53Z"));
  }

  @Test
  void aRenewalTakesTheOtherPlan() {
    Client client = since("2025-03-14T09:26:53Z");
    Plan other = TvSamples.aPlan();

    client.renew(other, TvSamples.aPlan(client.plan(), 999), NOW);

    assertThat(client.plan()).isEqualTo(other.id());
  }

  @Test
  void whatIsLeftOfACheaperPlanLastsShorterOnADearerOne() {
    Client client = since("2025-03-14T00:00:00Z");
    Plan cheap = TvSamples.aPlan(client.plan(), 500);

    client.renew(
        TvSamples.aPlan(TvSamples.aPlanId(), 1_000), cheap, Instant.parse("2025-03-24T00:00:00Z"));

    // Of 21 days half are left, then comes the month.
    assertThat(client.isPaid(Instant.parse("2025-03-24T00:00:00Z"))).isTrue();
    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-05-03T12:00:00Z"));
  }

  @Test
  void whatCostNothingIsWorthNothingOnADearerPlan() {
    Client client = since("2025-03-14T00:00:00Z");
    Plan free = TvSamples.aPlan(client.plan(), 0);

    client.renew(TvSamples.aPlan(), free, Instant.parse("2025-03-24T00:00:00Z"));

    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-04-24T00:00:00Z"));
  }

  @Test
  void whatIsLeftOfADearerPlanLastsNoLonger() {
    Client client = since("2025-03-14T00:00:00Z");
    Plan dear = TvSamples.aPlan(client.plan(), 1_000);

    client.renew(
        TvSamples.aPlan(TvSamples.aPlanId(), 500), dear, Instant.parse("2025-03-24T00:00:00Z"));

    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-05-14T00:00:00Z"));
  }

  @Test
  void suspendingStopsTheServiceAndNotTheTime() {
    Client client = since("2025-03-14T09:26:53Z");

    client.suspend();
    client.suspend();

    assertThat(client.isActive(NOW)).isFalse();
    assertThat(client.isPaid(NOW)).isTrue();
    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-04-14T09:26:53Z"));

    client.resume();
    client.resume();

    assertThat(client.isActive(NOW)).isTrue();
    assertThat(client.paidUntil()).isEqualTo(Instant.parse("2025-04-14T09:26:53Z"));
  }

  @Test
  void aClientIsThereForTheirResellerAlone() {
    Client client = since("2025-03-14T09:26:53Z");

    client.mustBeOf(client.reseller());

    assertRefused(CommonError.NOT_FOUND, () -> client.mustBeOf(aUserId()));
    assertRefused(CommonError.NOT_FOUND, () -> client.mustBeOf(client.user()));
  }
}
