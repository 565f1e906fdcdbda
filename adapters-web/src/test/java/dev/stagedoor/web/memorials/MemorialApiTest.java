package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.EmailAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemorialApiTest {
  private static ApiServer api;

  @BeforeAll
  static void open() {
    api = new ApiServer();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  private final InMemoryStagedoor.Family family = api.house.aFamily("José Pérez");
  private final String path = "/api/memorials/" + family.memorial().value();

  private static String created(EmailAddress familyEmail) {
    return """
        {"lovedOneName": "Alan Turing", "familyEmail": "%s", "familyName": "Sara Turing",
         "familyPhone": "+44 20 7946 0000",
         "services": {"main": {"date": "2025-07-01", "time": "14:30", "timeZone": "Europe/London",
                               "hours": 3, "location": {"name": "Chapel"}}}}
        """
        .formatted(familyEmail);
  }

  @Test
  void aMemorialIsShownToItsFamily() {
    Answer memorial = api.get(family.person(), path).is(200);

    assertThat(memorial.at("success")).isEqualTo("true");
    assertThat(memorial.members("data"))
        .containsExactlyInAnyOrder(
            "id",
            "lovedOneName",
            "fullSlug",
            "memorialUrl",
            "ownerId",
            "customText",
            "isPublic",
            "createdAt",
            "updatedAt",
            "version");
    assertThat(memorial.at("data.lovedOneName")).isEqualTo("José Pérez");
    assertThat(memorial.at("data.fullSlug")).startsWith("jose-perez");
    assertThat(memorial.at("data.memorialUrl"))
        .isEqualTo("https://stagedoor.example.org/" + family.slug());
    assertThat(memorial.at("data.isPublic")).isEqualTo("true");
    assertThat(memorial.at("data.createdAt")).isEqualTo("2025-06-01T10:00:00Z");
    api.get(api.house.admin(), path).is(200);
  }

  @Test
  void othersMayNotSeeHowItIsRun() {
    api.get(api.house.aFamily().person(), path).refused(403, "NOT_ALLOWED");
    api.get(null, path).refused(401, "NOT_SIGNED_IN");
    api.get(family.person(), "/api/memorials/00000000-0000-0000-0000-000000000000")
        .refused(404, "NOT_FOUND");
    api.get(family.person(), "/api/memorials/no-id").refused(404, "NOT_FOUND");
  }

  @Test
  void aPrivateMemorialIsNotThereForOthers() {
    long version = Long.parseLong(api.get(family.person(), path).at("data.version"));
    api.patch(family.person(), path, "{\"isPublic\": false, \"version\": %d}".formatted(version))
        .is(200);

    InMemoryStagedoor.Person stranger = api.house.aFamily().person();
    api.get(stranger, path).refused(404, "NOT_FOUND");
    api.get(stranger, path + "/streams/status").refused(404, "NOT_FOUND");
    api.get(null, path + "/streams/status").refused(404, "NOT_FOUND");
    api.get(null, path + "/archive").refused(404, "NOT_FOUND");
    api.get(null, path + "/guestbook").refused(404, "NOT_FOUND");
    api.get(null, path).refused(401, "NOT_SIGNED_IN");
    api.get(family.person(), path + "/archive").is(200);
  }

  @Test
  void whatIsNotSentStays() {
    long version = Long.parseLong(api.get(family.person(), path).at("data.version"));

    Answer changed =
        api.patch(
                family.person(),
                path,
                """
                {"customText": "In loving memory", "imageUrl": "https://pictures.example.org/a.jpg",
                 "version": %d}
                """
                    .formatted(version))
            .is(200);

    assertThat(changed.at("data.lovedOneName")).isEqualTo("José Pérez");
    assertThat(changed.at("data.customText")).isEqualTo("In loving memory");
    assertThat(changed.at("data.imageUrl")).isEqualTo("https://pictures.example.org/a.jpg");
    assertThat(Long.parseLong(changed.at("data.version"))).isGreaterThan(version);
    Answer without =
        api.patch(
            family.person(),
            path,
            "{\"imageUrl\": \"\", \"version\": %s}".formatted(changed.at("data.version")));
    assertThat(without.is(200).has("data.imageUrl")).isFalse();
    assertThat(without.at("data.customText")).isEqualTo("In loving memory");
  }

  @Test
  void aChangeIsCheckedAndBegunOnAVersion() {
    api.patch(family.person(), path, "{\"lovedOneName\": \"X\"}").invalid("version");
    api.patch(family.person(), path, "{\"lovedOneName\": \"X\", \"version\": 77}")
        .refused(409, "STALE_VERSION");
    String version = api.get(family.person(), path).at("data.version");
    api.patch(
            family.person(), path, "{\"lovedOneName\": \" \", \"version\": %s}".formatted(version))
        .invalid("lovedOneName");
    api.patch(
            family.person(),
            path,
            "{\"imageUrl\": \"javascript:alert(1)\", \"version\": %s}".formatted(version))
        .invalid("imageUrl");
    api.patch(api.house.aFamily().person(), path, "{\"lovedOneName\": \"X\", \"version\": 1}")
        .refused(403, "NOT_ALLOWED");
    api.patch(null, path, "{}").refused(401, "NOT_SIGNED_IN");
  }

  @Test
  void aListHasPagesAndOnesOwnMemorials() {
    Answer mine = api.get(family.person(), "/api/memorials").is(200);

    assertThat(mine.at("success")).isEqualTo("true");
    assertThat(mine.each("data", "id")).containsExactly(family.memorial().value().toString());
    assertThat(mine.at("page")).isEqualTo("1");
    assertThat(mine.at("limit")).isEqualTo("20");
    assertThat(mine.at("total")).isEqualTo("1");
    Answer beyond = api.get(family.person(), "/api/memorials?page=2&limit=5").is(200);
    assertThat(beyond.has("data")).isTrue();
    assertThat(beyond.each("data", "id")).isEmpty();
    api.get(null, "/api/memorials").refused(401, "NOT_SIGNED_IN");
    api.get(family.person(), "/api/memorials?limit=0").invalid("limit");
  }

  @Test
  void anApprovedDirectorCreatesAMemorialForAFamily() {
    InMemoryStagedoor.Person director = api.house.aDirector();
    EmailAddress familyEmail = api.house.anAddress();

    Answer created =
        api.post(director, "/api/funeral-director/create-memorial", created(familyEmail)).is(201);

    assertThat(created.members("")).containsExactlyInAnyOrder("success", "memorial", "memorialUrl");
    assertThat(created.at("memorialUrl"))
        .isEqualTo("https://stagedoor.example.org/" + created.at("memorial.fullSlug"));
    assertThat(created.at("memorial.familyPhone")).isEqualTo("+44 20 7946 0000");
    assertThat(
            api.get(director, "/api/memorials/" + created.at("memorial.id")).at("data.familyPhone"))
        .isEqualTo("+44 20 7946 0000");
    assertThat(created.at("memorial.directorId"))
        .isEqualTo(director.actor().userId().value().toString());
    Answer schedule =
        api.get(director, "/api/memorials/" + created.at("memorial.id") + "/schedule").is(200);
    assertThat(schedule.at("data.services.main.date")).isEqualTo("2025-07-01");
    assertThat(schedule.at("data.services.main.hours")).isEqualTo("3");
    assertThat(api.house.mailsTo(familyEmail)).hasSize(1);
    api.patch(
            director,
            "/api/memorials/" + created.at("memorial.id"),
            "{\"customText\": \"x\", \"version\": %s}".formatted(created.at("memorial.version")))
        .is(200);
  }

  @Test
  void onlyApprovedDirectorsCreateMemorials() {
    String body = created(api.house.anAddress());
    String create = "/api/funeral-director/create-memorial";

    api.post(api.house.aNewDirector(), create, body).refused(403, "DIRECTOR_NOT_APPROVED");
    api.post(family.person(), create, body).refused(403, "NOT_ALLOWED");
    api.post(null, create, "{}").refused(401, "NOT_SIGNED_IN");
    InMemoryStagedoor.Person director = api.house.aDirector();
    api.post(director, create, "{\"lovedOneName\": \"A\", \"familyName\": \"B\"}")
        .invalid("familyEmail");
    api.post(director, create, body.replace("@", " at ")).invalid("familyEmail");
    api.post(director, create, body.replace("Sara Turing", " ")).invalid("familyName");
    api.post(director, create, body.replace("+44", "4".repeat(40))).invalid("familyPhone");
    api.post(director, create, body.replace("2025-07-01", "2025-02-30"))
        .invalid("services.main.date");
  }
}
