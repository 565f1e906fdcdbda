package dev.stagedoor.web.docs;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.courses.NewCourse;
import dev.stagedoor.application.courses.NewLecture;
import dev.stagedoor.application.events.NewEvent;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.tv.NewProfile;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.courses.ChapterId;
import dev.stagedoor.domain.courses.Course.Status;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.web.WebServer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A family that has something of everything, so that there is something to do behind each path. */
final class FullHouse {
  private final WebServer server;
  private final InMemoryStagedoor.Family family;
  private final InMemoryStagedoor.Person admin;
  private UUID workspace;
  private UUID show;
  private UUID course;
  private UUID chapter;
  private UUID lecture;
  private UUID payment;
  private UUID event;
  private UUID profile;
  private UUID playlist;
  private UUID plan;
  private UUID stranger;

  FullHouse(WebServer server) {
    this.server = server;
    this.family = server.house().aFamily();
    this.admin = server.house().admin();
    sell();
    teach();
    invite();
    watch();
  }

  /** Returns those who may call: the family, and an admin. */
  List<InMemoryStagedoor.Person> people() {
    return List.of(family.person(), admin);
  }

  UUID memorial() {
    return family.memorial().value();
  }

  UUID workspace() {
    return workspace;
  }

  UUID course() {
    return course;
  }

  UUID chapter() {
    return chapter;
  }

  /** Has the family sell, too: a workspace that may do everything, and a show that is live. */
  private void sell() {
    Stagedoor stagedoor = server.house().stagedoor();
    workspace = stagedoor.workspaces().create(family.actor(), "Boutique", Optional.empty()).id();
    var named = Optional.of(new WorkspaceId(workspace));
    stagedoor
        .workspaces()
        .change(
            Actor.system(),
            named.get(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Plan.BUSINESS));
    show = stagedoor.shows().create(family.actor(), named, "Friday night", Optional.empty()).id();
    stagedoor
        .showItems()
        .add(
            family.actor(),
            new ShowId(show),
            new ShowItem.Details(1, "Scarf", Optional.of(100L), 1));
    stagedoor.shows().start(family.actor(), new ShowId(show));
  }

  /** Has the family teach, too, and the admin buy what they teach. */
  private void teach() {
    Stagedoor stagedoor = server.house().stagedoor();
    Money price = new Money(9_999, Currency.getInstance("USD"));
    course =
        stagedoor
            .courses()
            .create(family.actor(), new NewCourse("Painting", "With oil", price, Status.PUBLISHED))
            .id();
    CourseId named = new CourseId(course);
    chapter =
        stagedoor.curricula().addChapter(family.actor(), named, "Colours", Optional.empty()).id();
    lecture =
        stagedoor
            .curricula()
            .addLecture(
                family.actor(),
                new NewLecture(
                    named,
                    Optional.of(new ChapterId(chapter)),
                    "Blue",
                    Optional.empty(),
                    false,
                    false))
            .id();
    var bought =
        stagedoor
            .purchases()
            .pay(admin.actor(), named, Optional.empty(), Optional.empty())
            .checkout()
            .orElseThrow();
    payment = bought.payment().value();
    server.house().payments().pay(bought.charge());
    stagedoor.coursePayments().verify(admin.actor(), bought.payment());
  }

  /** Has the family hold an event, too, whose tickets are being set up. */
  private void invite() {
    event =
        server
            .house()
            .stagedoor()
            .events()
            .create(
                family.actor(),
                new NewEvent(
                    new Event.Plan(
                        "Fair",
                        Instant.parse("2027-12-04T17:00:00Z"),
                        Optional.empty(),
                        ZoneId.of("Europe/Madrid"),
                        "",
                        "",
                        ContactData.none()),
                    true,
                    Optional.of("1")))
            .id();
  }

  /** Has the family watch, too. */
  private void watch() {
    Stagedoor stagedoor = server.house().stagedoor();
    stagedoor.prepare();
    profile =
        stagedoor
            .viewerProfiles()
            .create(
                family.actor(),
                ProfileChoice.none(),
                new NewProfile(
                    new ViewerProfile.Look("Sarah", Optional.empty(), false), Optional.empty()))
            .id();
    playlist =
        stagedoor
            .playlists()
            .create(
                family.actor(),
                ProfileChoice.none(),
                "Mine",
                new PlaylistAccess(
                    Secret.of("http://iptv.example.org/list.m3u"),
                    Optional.empty(),
                    Optional.empty()))
            .id();
    // Not one of those who call: admins suspend them.
    stranger = server.house().aFamily().actor().userId().value();
    plan = stagedoor.plans().offered().get(0).id().value();
  }

  /** Returns what a path names that is there. */
  Object known(String path) {
    if (path.contains("webhooks")) {
      return "fake";
    }
    if (path.startsWith("/api/integrations")) {
      return "stripe";
    }
    if (path.startsWith("/api/workspaces")) {
      return workspace;
    }
    if (path.startsWith("/api/shows")) {
      return show;
    }
    if (path.startsWith("/api/events")) {
      return event;
    }
    if (path.startsWith("/api/ticketing")) {
      return "fake";
    }
    if (path.startsWith("/api/v1/")) {
      return ofTv(path);
    }
    return ofCourses(path).orElseGet(() -> family.memorial().value());
  }

  private UUID ofTv(String path) {
    if (path.contains("/profiles/")) {
      return profile;
    }
    if (path.contains("/playlists/")) {
      return playlist;
    }
    return path.contains("/plans/") ? plan : stranger;
  }

  private Optional<UUID> ofCourses(String path) {
    if (path.contains("/lectures/")) {
      return Optional.of(lecture);
    }
    if (path.contains("/chapters/")) {
      return Optional.of(chapter);
    }
    if (path.contains("/payments/")) {
      return Optional.of(payment);
    }
    if (path.contains("/courses/") || path.contains("/enrollments/")) {
      return Optional.of(course);
    }
    return path.endsWith("/follow") || path.endsWith("/profile")
        ? Optional.of(family.actor().userId().value())
        : Optional.empty();
  }
}
