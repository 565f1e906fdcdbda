package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.events.ChangeEvent;
import dev.stagedoor.application.events.EventService;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.events.NewEvent;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.ticketing.ConnectionView;
import dev.stagedoor.application.ticketing.TicketSystems;
import dev.stagedoor.application.ticketing.TicketSystems.TicketSystem;
import dev.stagedoor.application.ticketing.TicketingConnections;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.web.limits.CrossAppLimits;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.request.ClientAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What organisers do: plan an event, change it, and have its tickets sold. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class OrganiserPages {
  private static final String NEW = "events/new";
  private static final String SALE = "sale";
  private static final String SECRET = "webhook_secret";

  private final Tokens tokens = new SecureTokens(new SecureRandom());
  private final Pages pages;
  private final EventService events;
  private final TicketingConnections connections;
  private final TicketSystems systems;
  private final EmbedSettings embedding;
  private final FramePolicies policies;
  private final CrossAppLimits limits;
  private final ClientAddress addresses;
  private final Settings settings;

  OrganiserPages(
      Pages pages,
      EventService events,
      TicketingConnections connections,
      TicketSystems systems,
      EmbedSettings embedding,
      FramePolicies policies,
      CrossAppLimits limits,
      ClientAddress addresses,
      Settings settings) {
    this.pages = pages;
    this.events = events;
    this.connections = connections;
    this.systems = systems;
    this.embedding = embedding;
    this.policies = policies;
    this.limits = limits;
    this.addresses = addresses;
    this.settings = settings;
  }

  @Get("/events/new")
  HttpResponse<String> blank(Shell shell) {
    shell.signedIn();
    return pages.show(shell, NEW, EventFields.blank());
  }

  @Post("/events/new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> create(Shell shell, @Body Map<String, String> fields) {
    Actor actor = shell.signedIn();
    Form form = Form.of(fields);
    return pages.submit(
        shell,
        NEW,
        form,
        () -> {
          Event.Plan plan = EventFields.plan(form, Optional.empty());
          EventView event = events.create(actor, new NewEvent(plan, false, Optional.empty()));
          return back(event.id(), "event_created");
        });
  }

  @Get("/event/{id}/edit")
  HttpResponse<String> edit(Shell shell, @PathVariable UUID id) {
    EventView event = run(shell.signedIn(), id);
    return show(HttpStatus.OK, shell, event, EditPage.Typed.nothing(event));
  }

  @Post("/event/{id}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> save(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return act(
        shell,
        id,
        event -> {
          Event.Plan plan = EventFields.plan(form, Optional.of(event));
          ChangeEvent change =
              new ChangeEvent(
                  Optional.of(plan.title()),
                  Optional.of(plan.startsAt()),
                  Optional.of(plan.endsAt()),
                  Optional.of(plan.timeZone()),
                  Optional.of(plan.venue()),
                  Optional.of(plan.description()),
                  Optional.of(plan.contact()),
                  Optional.empty(),
                  Optional.empty());
          events.change(shell.actor(), new EventId(id), change);
          return back(id, "event_saved");
        },
        (typed, refused) -> typed.plan(form.refused(refused, shell.text())));
  }

  /** Begins to set tickets up, and leads to where that is done. */
  @Post("/event/{id}/tickets/enable")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> enable(Shell shell, HttpRequest<?> request, @PathVariable UUID id) {
    return act(
        shell,
        id,
        event -> {
          limits.count(request, shell.actor());
          Optional<URI> there =
              events
                  .enableTicketing(shell.actor(), new EventId(id), addresses.of(request))
                  .redirectUrl();
          // The address holds what lets the organiser in.
          return there
              .map(url -> Pages.unkept(Pages.leadTo(url.toString())))
              .orElseGet(() -> Pages.leadTo(done(id, "tickets_enabled")));
        },
        (typed, refused) -> typed.sale(Form.empty().refused(refused, shell.text())));
  }

  @Post("/event/{id}/tickets/cancel")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> cancel(Shell shell, @PathVariable UUID id) {
    return act(
        shell,
        id,
        event -> {
          events.cancelTicketing(shell.actor(), new EventId(id));
          return back(id, "tickets_cancelled");
        },
        (typed, refused) -> typed.sale(Form.empty().refused(refused, shell.text())));
  }

  /** Names the event of the ticketing system that sells the tickets. */
  @Post("/event/{id}/tickets/link")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> link(Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return act(
        shell,
        id,
        event -> {
          String sale = form.value(SALE).strip();
          if (sale.isEmpty()) {
            throw DomainException.invalid(SALE, "required");
          }
          events.change(shell.actor(), new EventId(id), linking(sale));
          return back(id, "tickets_linked");
        },
        (typed, refused) -> typed.sale(form.refused(ofSale(refused), shell.text())));
  }

  /** Gives an account of the organiser's own an address for its webhooks, a secret, or neither. */
  @Post("/event/{id}/connection")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> connect(
      Shell shell, @PathVariable UUID id, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    Actor actor = shell.signedIn();
    return act(
        shell,
        id,
        event -> {
          TicketSystem system = system(event).orElseThrow(DomainException::notFound);
          ProviderId provider = new ProviderId(system.id());
          switch (form.value("act")) {
            case "remove" -> {
              own(actor, system)
                  .ifPresent(own -> connections.disconnect(actor, new ConnectionId(own.id())));
              return back(id, "tickets_disconnected");
            }
            case "sign" -> {
              connections.connect(actor, provider, form.secret(SECRET));
              return back(id, "tickets_connected");
            }
            default -> {
              // The system makes the secret once it has the address; until then nobody has one.
              if (own(actor, system).isEmpty()) {
                connections.connect(actor, provider, tokens.next());
              }
              return back(id, "tickets_address");
            }
          }
        },
        (typed, refused) -> typed.connecting(form.refused(refused, shell.text())));
  }

  /** Does something to an event the reader runs, or shows its page with why that was refused. */
  private HttpResponse<String> act(
      Shell shell,
      UUID id,
      Function<EventView, HttpResponse<String>> action,
      BiFunction<EditPage.Typed, DomainException, EditPage.Typed> telling) {
    EventView event = run(shell.signedIn(), id);
    try {
      return action.apply(event);
    } catch (DomainException refused) {
      EditPage.Typed typed = telling.apply(EditPage.Typed.nothing(event), refused);
      return show(Form.status(refused), shell, event, typed);
    }
  }

  private HttpResponse<String> show(
      HttpStatus status, Shell shell, EventView event, EditPage.Typed typed) {
    Optional<TicketSystem> system = system(event);
    EditPage page =
        new EditPage(
            event,
            typed,
            system,
            system.flatMap(one -> own(shell.actor(), one)),
            embedding.embedOrigins(),
            EmbedSnippet.of(settings, event, shell.text()));
    // What was typed may be a secret.
    return policies.leading(Pages.unkept(pages.show(status, shell, "events/edit", page)));
  }

  private EventView run(Actor actor, UUID id) {
    EventView event = events.get(new EventId(id));
    if (!EventPages.isRunBy(actor, event)) {
      throw DomainException.notAllowed();
    }
    return event;
  }

  private Optional<TicketSystem> system(EventView event) {
    return event.ticketing().provider().flatMap(systems::named).or(systems::fresh);
  }

  private Optional<ConnectionView> own(Actor actor, TicketSystem system) {
    return connections.list(actor).stream()
        .filter(own -> own.provider().equals(system.id()))
        .findFirst();
  }

  /** Returns what was wrong with an id by the name the field has here. */
  private static DomainException ofSale(DomainException refused) {
    return refused.faults().isEmpty()
        ? refused
        : DomainException.invalid(
            refused.faults().stream().map(fault -> fault.named(SALE)).toList());
  }

  private static ChangeEvent linking(String sale) {
    return new ChangeEvent(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sale));
  }

  private static HttpResponse<String> back(UUID event, String done) {
    return Pages.leadTo(done(event, done));
  }

  private static String done(UUID event, String done) {
    return EventPages.address(event) + "/edit?done=" + done;
  }
}
