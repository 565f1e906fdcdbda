package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.CreditService;
import dev.stagedoor.application.tv.ResellerService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.web.idempotency.RepeatKey;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What resellers do: they serve clients, and pay in credits. */
@Controller("/api/v1/reseller")
@Tag(name = "Resellers")
class ResellerController {
  private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");

  private final ResellerService resellers;
  private final CreditService credits;

  ResellerController(ResellerService resellers, CreditService credits) {
    this.resellers = resellers;
    this.credits = credits;
  }

  /** Returns how the caller stands. */
  @Get("/dashboard")
  ResellerResponse dashboard(Actor actor) {
    return ResellerResponse.from(resellers.dashboard(actor));
  }

  /** Makes an account for a client and pays the first month; one key makes one client. */
  @Post("/clients")
  @Status(HttpStatus.CREATED)
  ChargedClientResponse create(
      Actor actor, HttpRequest<?> http, Words words, @Body NewClientRequest request) {
    actor.mustBe(Role.RESELLER);
    return ChargedClientResponse.from(
        resellers.create(actor, request.toCommand(RepeatKey.in(http).map(RepeatKey::value))),
        words.say("ui.done.tv_client_made"));
  }

  /** Lists the caller's clients, the newest first, all or those who are searched for. */
  @Get("/clients")
  ClientsResponse clients(Actor actor, @QueryValue @Nullable String search, PageRequest page) {
    return ClientsResponse.from(resellers.clients(actor, Wanted.text(search), page));
  }

  /** Returns one of the caller's clients. */
  @Get("/clients/{id}")
  ClientResponse client(Actor actor, UUID id) {
    return ClientResponse.from(resellers.client(actor, new ClientId(id)));
  }

  /** Suspends a client or serves them again. Repeatable. */
  @Patch("/clients/{id}")
  ClientResponse change(Actor actor, Words words, UUID id, @Body ChangeClientRequest request) {
    actor.mustBe(Role.RESELLER);
    ClientId client = new ClientId(id);
    return request.isSuspending()
        ? ClientResponse.from(
            resellers.suspend(actor, client), words.say("ui.done.tv_client_suspended"))
        : ClientResponse.from(
            resellers.resume(actor, client), words.say("ui.done.tv_client_resumed"));
  }

  /** Pays another month; one key pays once. */
  @Post("/clients/{id}/renew")
  ChargedClientResponse renew(
      Actor actor,
      HttpRequest<?> http,
      Words words,
      UUID id,
      @Body @Nullable RenewClientRequest request) {
    Optional<String> price =
        Optional.ofNullable(request).map(RenewClientRequest::planStripePriceId);
    return ChargedClientResponse.from(
        resellers.renew(actor, new ClientId(id), price, RepeatKey.in(http).map(RepeatKey::value)),
        words.say("ui.done.tv_client_renewed"));
  }

  /**
   * Lists what moved the caller's credits, the newest first. With {@code format=csv} all of it is a
   * table.
   */
  @Get("/transactions")
  @ApiResponse(
      responseCode = "200",
      description = "One page, or all of it as a table.",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = TransactionsResponse.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
      })
  HttpResponse<?> transactions(
      Actor actor,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to,
      @QueryValue(defaultValue = "json") String format,
      PageRequest page) {
    actor.mustBe(Role.RESELLER);
    Faults faults = new Faults();
    Optional<Instant> begin =
        faults.read(() -> Sent.instant(from, "from")).flatMap(Function.identity());
    Optional<Instant> end = faults.read(() -> Sent.instant(to, "to")).flatMap(Function.identity());
    faults.refuseIf(
        begin.isPresent() && end.filter(begin.get()::isAfter).isPresent(), Fault.of("to", "order"));
    faults.refuseIf(!format.equals("json") && !format.equals("csv"), Fault.of("format", "choice"));
    faults.refuseAny();
    return format.equals("csv")
        ? table(actor, begin, end)
        : HttpResponse.ok(TransactionsResponse.from(credits.list(actor, begin, end, page)));
  }

  private HttpResponse<?> table(Actor actor, Optional<Instant> from, Optional<Instant> to) {
    return HttpResponse.ok(
        new StreamedFile(TransactionTable.of(each -> credits.export(actor, from, to, each)), CSV)
            .attach("transactions.csv"));
  }
}
