package dev.stagedoor.providers.shopify;

import static dev.stagedoor.domain.contract.InvoicesContract.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.MerchantReading.Why;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that come with status 200. */
class ShopifyErrorsTest {
  private final ShopifyFixture fixture = new ShopifyFixture();
  private final ShopifyStub stub = fixture.stub;
  private final Merchant ada = fixture.ada();

  @AfterEach
  void stop() {
    fixture.close();
  }

  private Invoices invoices() {
    return fixture.shopify().invoicingProvider().invoices();
  }

  private MerchantAccounts accounts() {
    return fixture.shopify().invoicingProvider().merchants();
  }

  private static ObjectNode throttled(double requested, double available, double rate) {
    ObjectNode body = ShopifyStub.error("THROTTLED");
    body.putObject("extensions")
        .putObject("cost")
        .put("requestedQueryCost", requested)
        .putObject("throttleStatus")
        .put("maximumAvailable", 2000)
        .put("currentlyAvailable", available)
        .put("restoreRate", rate);
    return body;
  }

  @ParameterizedTest
  @CsvSource({
    "250, 0, 100, 3",
    "101, 0, 100, 2",
    "100, 50, 100, 1",
    "10, 50, 100, 1",
    "10, 0, 0, 1",
    "1000000, 0, 1, 60"
  })
  void throttlingSaysHowLongToWait(double requested, double available, double rate, int wait) {
    stub.sayNext(throttled(requested, available, rate));

    ProviderException problem =
        catchThrowableOfType(ProviderException.class, () -> invoices().issue(anInvoice(ada)));

    assertThat(problem.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(problem.retryAfter()).contains(Duration.ofSeconds(wait));
  }

  @Test
  void throttlingWithoutItsCostWaitsTheShortest() {
    stub.sayNext(ShopifyStub.error("THROTTLED"));

    assertThatThrownBy(() -> accounts().check(ada))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.RATE_LIMITED);
              assertThat(problem.retryAfter()).contains(Duration.ofSeconds(1));
            });
  }

  @Test
  void aRightThatIsMissingIsToldByTheError() {
    stub.sayNext(ShopifyStub.error("ACCESS_DENIED"));

    assertThat(accounts().check(ada)).isEqualTo(new MerchantReading.Refused(Why.NOT_PERMITTED));
  }

  @Test
  void aShopThatIsClosedIsAWrongSite() {
    stub.sayNext(ShopifyStub.error("SHOP_INACTIVE"));

    assertThat(accounts().check(ada)).isEqualTo(new MerchantReading.Refused(Why.WRONG_SITE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INTERNAL_SERVER_ERROR", "TIMEOUT"})
  void whatBrokeInsideShopifyLeavesItOpen(String code) {
    ProviderRef ref = ((InvoiceOutcome.Open) invoices().issue(anInvoice(ada))).ref();

    stub.sayNext(ShopifyStub.error(code));
    assertThatThrownBy(() -> accounts().check(ada))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE));
    stub.sayNext(ShopifyStub.error(code));
    assertThat(invoices().find(ada, ref)).isInstanceOf(InvoiceOutcome.Unknown.class);
    stub.sayNext(ShopifyStub.error(code));
    assertThat(invoices().cancel(ada, ref)).isInstanceOf(InvoiceOutcome.Unknown.class);
  }

  @Test
  void anErrorNobodyHasHeardOfIsARefusalByItsCode() {
    stub.sayNext(ShopifyStub.error("MAX_COST_EXCEEDED"));

    assertThat(invoices().issue(anInvoice(ada)))
        .isEqualTo(new InvoiceOutcome.Refused("MAX_COST_EXCEEDED"));
  }

  @Test
  void aCodeThatIsNoneIsNotKept() {
    stub.sayNext(ShopifyStub.error("said in words: shpat_planted"));

    assertThat(invoices().issue(anInvoice(ada)))
        .isEqualTo(new InvoiceOutcome.Refused("unnamed_error"));
  }

  @Test
  void neitherDataNorErrorsIsNoAnswer() {
    stub.sayNext(dev.stagedoor.providers.support.Json.object().put("data", 1));

    assertThat(invoices().issue(anInvoice(ada))).isInstanceOf(InvoiceOutcome.Unknown.class);
  }

  @Test
  void wordsOfShopifyAreNotRepeated() {
    stub.sayNext(ShopifyStub.error("ACCESS_DENIED"));
    InvoiceRequest request = anInvoice(ada);

    assertThatThrownBy(() -> invoices().issue(request))
        .hasMessageContaining("ACCESS_DENIED")
        .hasMessageNotContaining("words");
  }
}
