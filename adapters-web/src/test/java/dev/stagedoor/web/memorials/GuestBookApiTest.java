package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuestBookApiTest {
  private static ApiServer api;

  @BeforeAll
  static void open() {
    api = new ApiServer();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  private final InMemoryStagedoor.Family family = api.house.aFamily();
  private final String path = "/api/memorials/" + family.memorial().value() + "/guestbook";

  private Answer written() {
    return api.post(null, path, "{\"name\": \"Ada\", \"message\": \"We miss you.\"}").is(202);
  }

  @Test
  void anEntryIsHeldUntilItIsApproved() {
    Answer entry = written();
    assertThat(entry.members("data"))
        .containsExactlyInAnyOrder("id", "name", "message", "status", "createdAt");
    assertThat(entry.at("data.status")).isEqualTo("pending");
    Answer unseen = api.get(null, path).is(200);
    assertThat(unseen.members("")).containsExactlyInAnyOrder("items", "page", "limit", "total");
    assertThat(unseen.each("items", "id")).isEmpty();
    assertThat(api.get(family.person(), path).each("items", "status")).containsExactly("pending");

    Answer approved =
        api.patch(family.person(), path + "/" + entry.at("data.id"), "{\"status\": \"approved\"}")
            .is(200);

    assertThat(approved.at("data.status")).isEqualTo("approved");
    assertThat(api.get(null, path).each("items", "message")).containsExactly("We miss you.");
  }

  @Test
  void anEntryIsDeletedForGood() {
    String entry = path + "/" + written().at("data.id");

    api.delete(family.person(), entry).is(204);

    api.delete(family.person(), entry).refused(404, "NOT_FOUND");
    assertThat(api.get(family.person(), path).at("total")).isEqualTo("0");
  }

  @Test
  void whatIsWrittenIsChecked() {
    api.post(null, path, "{\"name\": \"Ada\"}").invalid("message");
    api.post(null, path, "{\"name\": \" \", \"message\": \"Hello\"}").invalid("name");
    api.post(null, path, "{\"name\": \"Ada\", \"message\": \"%s\"}".formatted("x".repeat(2001)))
        .invalid("message");
    api.post(
            null,
            "/api/memorials/" + UUID.randomUUID() + "/guestbook",
            "{\"name\": \"Ada\", \"message\": \"Hello\"}")
        .refused(404, "NOT_FOUND");
  }

  @Test
  void onlyThoseWhoRunTheMemorialModerate() {
    String entry = path + "/" + written().at("data.id");
    InMemoryStagedoor.Family other = api.house.aFamily();

    api.patch(other.person(), entry, "{\"status\": \"approved\"}").refused(403, "NOT_ALLOWED");
    api.delete(other.person(), entry).refused(403, "NOT_ALLOWED");
    api.patch(null, entry, "{}").refused(401, "NOT_SIGNED_IN");
    api.delete(null, entry).refused(401, "NOT_SIGNED_IN");
    api.patch(family.person(), entry, "{\"status\": \"loved\"}").invalid("status");
    api.patch(family.person(), entry, "{}").invalid("status");
    api.patch(
            other.person(),
            entry.replace(
                family.memorial().value().toString(), other.memorial().value().toString()),
            "{\"status\": \"approved\"}")
        .refused(404, "NOT_FOUND");
  }
}
