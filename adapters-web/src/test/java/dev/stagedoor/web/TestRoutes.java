package dev.stagedoor.web;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.PaymentError;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.validation.Validated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Routes that only tests have: one for each thing that can happen behind a controller. */
@Controller("/api/test")
@Validated
@Requires(property = "test.routes")
public class TestRoutes {
  public final AtomicInteger orders = new AtomicInteger();
  public volatile CountDownLatch arrived = new CountDownLatch(0);
  public volatile CountDownLatch mayGoOn = new CountDownLatch(0);

  @Serdeable
  public record Order(
      String name,
      @Nullable Integer count,
      Optional<UUID> thing,
      @Nullable Line line,
      @Nullable Boolean urgent) {}

  @Serdeable
  public record Line(int amount) {}

  @Serdeable
  public record Checked(@NotBlank String title, @Max(10) int rating, List<@Valid Part> parts) {}

  @Serdeable
  public record Part(@NotBlank String text) {}

  @Serdeable
  public record OrderResponse(int number, String name) {}

  @Get("/actor")
  public Map<String, Object> actor(Actor actor, Language language) {
    return Map.of("actor", actor.toString(), "language", language.code());
  }

  @Post("/actor")
  public Map<String, Object> act(Actor actor) {
    return Map.of("actor", actor.toString());
  }

  @Get("/list")
  public Map<String, Object> list(PageRequest page) {
    return Map.of("page", page.page(), "limit", page.limit());
  }

  @Get("/things/{id}")
  public Map<String, Object> thing(UUID id, @QueryValue @Nullable Integer size) {
    return Map.of("id", id.toString(), "size", size == null ? 0 : size);
  }

  @Post("/orders")
  public HttpResponse<OrderResponse> order(Actor actor, @Body Order order)
      throws InterruptedException {
    int number = orders.incrementAndGet();
    arrived.countDown();
    mayGoOn.await();
    switch (order.name()) {
      case "down" ->
          throw new ProviderException(
              new ProviderId("stripe"),
              ProviderException.Kind.UNAVAILABLE,
              "raw text of the provider");
      case "bug" -> throw new IllegalStateException("secret state");
      case "refused" -> throw DomainException.invalid("name", "length");
      default -> {}
    }
    return HttpResponse.created(new OrderResponse(number, order.name()));
  }

  @Post("/checked")
  public Map<String, Object> checked(@Valid @Body Checked checked) {
    return Map.of("title", checked.title());
  }

  @Get("/refused/{code}")
  public void refuse(String code, @QueryValue(defaultValue = "") List<String> fact) {
    Map<String, Object> facts = new HashMap<>();
    fact.stream()
        .filter(one -> !one.isEmpty())
        .forEach(one -> facts.put(one.split(":")[0], one.split(":")[1]));
    throw new DomainException(code(code), facts);
  }

  @Get("/mismatch")
  public void mismatch() {
    throw new DomainException(
        PaymentError.AMOUNT_MISMATCH,
        Map.of("amountMinor", 9900L, "expectedMinor", 129_900L, "currency", "USD"));
  }

  @Get("/provider/{kind}")
  public void provider(ProviderException.Kind kind) {
    throw new ProviderException(
        new ProviderId("stripe"), kind, "raw text of the provider", Duration.ofMillis(1500), null);
  }

  @Get("/page")
  @Produces(MediaType.TEXT_HTML)
  public String page(Actor actor) {
    return "<p>" + actor + "</p>";
  }

  @Get("/bug")
  public void bug() {
    throw new IllegalStateException("secret state");
  }

  private static ErrorCode code(String name) {
    return ErrorCodes.all().stream()
        .filter(code -> code.name().equals(name))
        .findFirst()
        .orElse(CommonError.NOT_FOUND);
  }
}
