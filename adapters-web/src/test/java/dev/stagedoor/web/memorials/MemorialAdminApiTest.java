package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemorialAdminApiTest {
  private static ApiServer api;

  @BeforeAll
  static void open() {
    api = new ApiServer();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  private static String id(InMemoryStagedoor.Person person) {
    return person.actor().userId().value().toString();
  }

  @Test
  void directorsAreListedApprovedAndRejected() {
    InMemoryStagedoor.Person good = api.house.aNewDirector();
    InMemoryStagedoor.Person bad = api.house.aNewDirector();
    InMemoryStagedoor.Person admin = api.house.admin();
    Answer pending = api.get(admin, "/api/admin/funeral-directors?status=pending").is(200);
    assertThat(pending.each("items", "userId")).contains(id(good), id(bad));
    assertThat(pending.members("items.0"))
        .containsExactlyInAnyOrder(
            "userId", "email", "name", "company", "phone", "status", "registeredAt");

    api.post(admin, "/api/admin/funeral-directors/" + id(good) + "/approve", null).is(204);
    api.post(admin, "/api/admin/funeral-directors/" + id(bad) + "/reject", null).is(204);

    assertThat(
            api.get(admin, "/api/admin/funeral-directors?status=approved").each("items", "userId"))
        .contains(id(good))
        .doesNotContain(id(bad));
    assertThat(api.get(admin, "/api/admin/funeral-directors?limit=1000").each("items", "userId"))
        .contains(id(good), id(bad));
    api.get(admin, "/api/admin/funeral-directors?status=loved").invalid("status");
    api.post(admin, "/api/admin/funeral-directors/" + UUID.randomUUID() + "/approve", null)
        .refused(404, "NOT_FOUND");
  }

  @Test
  void deliveriesAreListedWithoutSayingOfWhichStatus() {
    api.get(api.house.admin(), "/api/v1/admin/webhooks").is(200);
  }

  @Test
  void anyMemorialIsFound() {
    InMemoryStagedoor.Family family = api.house.aFamily("Hedy Lamarr");
    InMemoryStagedoor.Person admin = api.house.admin();

    Answer found = api.get(admin, "/api/admin/memorials?search=lamarr").is(200);

    assertThat(found.members("")).containsExactlyInAnyOrder("items", "page", "limit", "total");
    assertThat(found.each("items", "id")).containsExactly(family.memorial().value().toString());
    assertThat(api.get(admin, "/api/admin/memorials").each("items", "id"))
        .contains(family.memorial().value().toString());
    assertThat(api.get(admin, "/api/admin/memorials?search=nobody").each("items", "id")).isEmpty();
  }

  @Test
  void onlyAdminsDoAllThis() {
    InMemoryStagedoor.Person director = api.house.aNewDirector();
    for (String path :
        List.of(
            "/api/admin/memorials",
            "/api/admin/funeral-directors",
            "/api/admin/funeral-directors?status=loved")) {
      api.get(director, path).refused(403, "NOT_ALLOWED");
      api.get(null, path).refused(401, "NOT_SIGNED_IN");
    }
    for (String act : List.of("/approve", "/reject")) {
      String path = "/api/admin/funeral-directors/" + id(director) + act;
      api.post(director, path, null).refused(403, "NOT_ALLOWED");
      api.post(null, path, null).refused(401, "NOT_SIGNED_IN");
    }
  }
}
