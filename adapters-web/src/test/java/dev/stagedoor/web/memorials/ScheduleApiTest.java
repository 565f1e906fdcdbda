package dev.stagedoor.web.memorials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScheduleApiTest {
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
  private final String path = "/api/memorials/" + family.memorial().value();

  private Answer save(String members) {
    String version = api.get(family.person(), path + "/schedule").is(200).at("data.version");
    return save(version, members);
  }

  private Answer save(String version, String members) {
    return api.post(
        family.person(),
        path + "/schedule/auto-save",
        "{\"version\": %s, %s}".formatted(version, members));
  }

  private static String main(String members) {
    return "\"services\": {\"main\": {" + members + "}}";
  }

  @Test
  void aNewScheduleIsEmptyAndComplete() {
    Answer schedule = api.get(family.person(), path + "/schedule").is(200);

    assertThat(schedule.members("data"))
        .containsExactlyInAnyOrder(
            "services",
            "calculatorConfig",
            "total",
            "lineItems",
            "currency",
            "booking",
            "savedAt",
            "version");
    assertThat(schedule.members("data.services")).containsExactlyInAnyOrder("main", "additional");
    assertThat(schedule.each("data.services.additional", "date")).isEmpty();
    assertThat(schedule.at("data.services.main.hours")).isEqualTo("2");
    assertThat(schedule.at("data.services.main.timeZone")).isEqualTo("UTC");
    assertThat(schedule.at("data.services.main.location.isUnknown")).isEqualTo("true");
    assertThat(schedule.at("data.calculatorConfig.addons.usbDrives")).isEqualTo("0");
    assertThat(schedule.at("data.booking.status")).isEqualTo("draft");
    assertThat(schedule.at("data.currency")).isEqualTo("USD");
    assertThat(schedule.each("data.lineItems", "code")).isEmpty();
  }

  @Test
  void whatIsSavedComesBackPriced() {
    Answer saved =
        save("""
                "services": {
                  "main": {"date": "2025-07-01", "time": "14:30", "timeZone": "Europe/Lisbon",
                           "hours": 3, "location": {"name": "Chapel", "address": "1 Hill Road"}},
                  "additional": [
                    {"date": "2025-07-02", "location": {"name": "Cemetery", "isUnknown": false}}]},
                "calculatorConfig": {"tier": "live", "addons": {"photography": true, "usbDrives": 2}}
                """)
            .is(200);

    assertThat(saved.members(""))
        .containsExactlyInAnyOrder(
            "success", "version", "savedAt", "total", "lineItems", "currency", "paid", "balance");
    assertThat(saved.each("lineItems", "code"))
        .containsExactly(
            "tier_live",
            "extra_hours",
            "extra_locations",
            "extra_days",
            "photography",
            "usb_drives");
    // 1,299 live, 125 an hour, 325 a place, 400 a day, 300 photography, 2 drives of 20.
    assertThat(saved.text()).contains("\"total\":2489.00", "\"unitPrice\":20.00");
    assertThat(saved.at("lineItems.5.quantity")).isEqualTo("2");
    Answer schedule = api.get(family.person(), path + "/schedule").is(200);
    assertThat(schedule.at("data.services.main.time")).isEqualTo("14:30");
    assertThat(schedule.at("data.services.main.location.address")).isEqualTo("1 Hill Road");
    assertThat(schedule.at("data.services.main.location.isUnknown")).isEqualTo("false");
    assertThat(schedule.at("data.services.additional.0.timeZone")).isEqualTo("Europe/Lisbon");
    assertThat(schedule.at("data.services.additional.0.hours")).isEqualTo("2");
    assertThat(schedule.has("data.services.additional.0.time")).isFalse();
    assertThat(schedule.at("data.calculatorConfig.tier")).isEqualTo("live");
    assertThat(schedule.at("data.version")).isEqualTo(saved.at("version"));
    assertThat(schedule.at("data.savedAt")).isEqualTo(saved.at("savedAt"));
  }

  @Test
  void whatIsNotSentStays() {
    save("\"calculatorConfig\": {\"tier\": \"legacy\"}").is(200);
    save(main("\"hours\": 4")).is(200);

    Answer schedule = api.get(family.person(), path + "/schedule").is(200);
    assertThat(schedule.at("data.calculatorConfig.tier")).isEqualTo("legacy");
    assertThat(schedule.at("data.services.main.hours")).isEqualTo("4");
  }

  @Test
  void theConfigurationOfTheCalculatorHasThePrices() {
    Answer config = api.get(family.person(), path + "/config").is(200);

    assertThat(config.members("data"))
        .containsExactlyInAnyOrder("calculatorConfig", "booking", "priceBook", "total", "currency");
    assertThat(config.at("data.priceBook.includedHours")).isEqualTo("2");
    assertThat(config.members("data.priceBook.tiers")).containsExactly("record", "live", "legacy");
    assertThat(config.text()).contains("\"live\":1299.00", "\"extraHour\":125.00");
    assertThat(config.members("data.booking"))
        .containsExactlyInAnyOrder("status", "total", "paid", "balance", "surplus", "currency");
  }

  @Test
  void ofTwoTabsTheSecondIsToldWhatTheFirstSaved() {
    String begun = api.get(family.person(), path + "/schedule").at("data.version");
    Answer first = save(begun, "\"calculatorConfig\": {\"tier\": \"live\"}").is(200);

    Answer second =
        save(begun, "\"calculatorConfig\": {\"tier\": \"record\"}").refused(409, "STALE_VERSION");

    assertThat(second.at("data.version")).isEqualTo(first.at("version"));
    assertThat(second.at("data.calculatorConfig.tier")).isEqualTo("live");
    assertThat(second.members("data"))
        .contains("services", "calculatorConfig", "total", "lineItems", "booking", "version");
    assertThat(second.text()).contains("\"total\":1299.00");
    save(second.at("data.version"), "\"calculatorConfig\": {\"tier\": \"record\"}").is(200);
  }

  @Test
  void whatCannotBeIsNamedByItsPath() {
    save(main("\"date\": \"01.07.2025\"")).invalid("services.main.date");
    save(main("\"date\": \"+999999-07-01\"")).invalid("services.main.date");
    save(main("\"time\": \"half past two\"")).invalid("services.main.time");
    save(main("\"timeZone\": \"Mars/Olympus\"")).invalid("services.main.timeZone");
    save(main("\"location\": {\"name\": \"Chapel\\u0000\"}"))
        .invalid("services.main.location.name");
    save(main("\"hours\": 0")).invalid("services.main.hours");
    save(main("\"hours\": -1")).invalid("services.main.hours");
    save(main("\"hours\": 2.5")).invalid("services.main.hours");
    save(main("\"hours\": 25")).invalid("services.main.hours");
    save(main("\"location\": {\"name\": \"" + "x".repeat(201) + "\"}"))
        .invalid("services.main.location.name");
    save("\"services\": {\"additional\": [{}, {\"hours\": 99}]}")
        .invalid("services.additional[1].hours");
    save("\"services\": {\"additional\": [" + "{},".repeat(10) + "{}]}")
        .invalid("services.additional");
    save("\"calculatorConfig\": {\"tier\": \"gold\"}").invalid("calculatorConfig.tier");
    save("\"calculatorConfig\": {\"addons\": {\"usbDrives\": -1}}")
        .invalid("calculatorConfig.addons.usbDrives");
    save("\"calculatorConfig\": {\"addons\": {\"usbDrives\": 1.5}}")
        .invalid("calculatorConfig.addons.usbDrives");
    save("\"calculatorConfig\": {\"addons\": {\"usbDrives\": \"many\"}}")
        .invalid("calculatorConfig.addons.usbDrives");
    api.post(family.person(), path + "/schedule/auto-save", "{}").invalid("version");
  }

  @Test
  void everythingThatCannotBeIsToldAtOnceWithWhatCan() {
    Answer refused =
        save(
            """
                "services": {
                  "main": {"date": "soon", "time": "25:00", "hours": 99},
                  "additional": [{"timeZone": "Mars/Olympus", "location": {"name": "%s"}}]},
                "calculatorConfig": {"tier": "gold", "addons": {"usbDrives": 101}}
                """
                .formatted("x".repeat(201)));

    refused.invalid(
        "services.main.date",
        "services.main.time",
        "services.main.hours",
        "services.additional[0].timeZone",
        "services.additional[0].location.name",
        "calculatorConfig.tier",
        "calculatorConfig.addons.usbDrives");
    assertThat(refused.each("errors", "message"))
        .contains(
            "This must be from 1 to 24.",
            "This is too long; the most is 200.",
            "This must be from 0 to 100.");
  }

  @Test
  void aTimeThatTheClocksSkipIsNamed() {
    String skipped = "\"date\": \"2026-03-29\", \"time\": \"%s\", \"timeZone\": \"Europe/Berlin\"";

    save(main(skipped.formatted("02:30"))).invalid("services.main.time");
    save(main(skipped.formatted("03:00"))).is(200);
    save(main(skipped.formatted("01:59"))).is(200);
  }

  @Test
  void aDraftMayLieInThePast() {
    save(main("\"date\": \"1999-12-31\", \"time\": \"14:30\"")).is(200);
  }

  @Test
  void othersNeitherReadNorSave() {
    InMemoryStagedoor.Person stranger = api.house.aFamily().person();

    api.get(stranger, path + "/schedule").refused(403, "NOT_ALLOWED");
    api.get(stranger, path + "/config").refused(403, "NOT_ALLOWED");
    api.post(stranger, path + "/schedule/auto-save", "{\"version\": 1}")
        .refused(403, "NOT_ALLOWED");
    api.get(null, path + "/schedule").refused(401, "NOT_SIGNED_IN");
    api.get(null, path + "/config").refused(401, "NOT_SIGNED_IN");
    api.post(null, path + "/schedule/auto-save", "{}").refused(401, "NOT_SIGNED_IN");
  }
}
