package dev.stagedoor.web.party;

import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;

/** A SERVER, and those who watch together by its socket. */
@Timeout(60)
abstract class PartySocketScene {
  static final String MEDIA = "'mediaUrl':'https://films.example.org/one.m3u8'";

  /** Is started once for all who watch together, and ends with the tests. */
  static final WebServer SERVER = WebServer.start("stagedoor.rate-limits.enabled=false");

  static {
    SERVER.house().stagedoor().prepare();
  }

  static PartyClient connect(Person person) {
    return PartyClient.connect(SERVER, "?token=" + person.token().reveal(), Map.of());
  }

  static PartyClient connect() {
    return connect(SERVER.house().aFamily().person());
  }

  static String create(PartyClient host) {
    host.send("{'type':'party:create','data':{'userName':'John'," + MEDIA + "}}");
    return host.next("party:create").get("roomId").getStringValue();
  }

  static JsonNode join(PartyClient guest, String room, String name) {
    guest.send(
        "{'type':'party:join','data':{'roomId':'%s','userName':'%s'}}".formatted(room, name));
    return guest.next("party:join");
  }

  static List<String> names(JsonNode state) {
    return StreamSupport.stream(state.get("members").values().spliterator(), false)
        .map(member -> member.get("userName").getStringValue())
        .toList();
  }
}
