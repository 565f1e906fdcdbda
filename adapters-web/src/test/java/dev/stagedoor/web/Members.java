package dev.stagedoor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The members of answers, as clients know them. A member is {@code name}, {@code name:what} for an
 * object of members of its own, {@code name[]:what} for a list of such, {@code name:any} for an
 * object of any members, and {@code name?} where it may be absent.
 *
 * @param known the members of each kind of object
 */
public record Members(Map<String, String> known) {
  private static final String ANY = "any";

  /** Checks that an answer has these members and no other, all the way down. */
  public void check(String members, String answer) {
    if (members.isEmpty()) {
      assertThat(answer).isEmpty();
      return;
    }
    try {
      check("", members, JsonMapper.createDefault().readValue(answer, JsonNode.class));
    } catch (IOException e) {
      throw new UncheckedIOException(answer, e);
    }
  }

  private void check(String where, String members, JsonNode node) {
    assertThat(node.isObject()).as("%s is an object", where).isTrue();
    List<String> named = new ArrayList<>();
    for (String member : members.split(" ")) {
      String name = member.replaceAll("[^A-Za-z0-9_].*", "");
      named.add(name);
      JsonNode value = node.get(name);
      if (value == null || value.isNull()) {
        assertThat(member).as("%s.%s is absent", where, name).contains("?");
      } else {
        check(where + "." + name, member, value, member.replaceAll("[^:]*:?(.*)", "$1"));
      }
    }
    List<String> sent = new ArrayList<>();
    node.entries().forEach(entry -> sent.add(entry.getKey()));
    assertThat(named).as("members of %s", where).containsAll(sent);
  }

  private void check(String where, String member, JsonNode value, String what) {
    if (what.equals(ANY)) {
      assertThat(value.isObject()).as("%s is an object", where).isTrue();
      return;
    }
    boolean isList = member.contains("[]");
    assertThat(value.isArray()).as("%s is a list", where).isEqualTo(isList);
    if (what.isEmpty()) {
      assertThat(isList || value.isValueNode()).as("%s is plain", where).isTrue();
      return;
    }
    String members = known.get(what);
    if (isList) {
      value.values().forEach(one -> check(where + "[]", members, one));
    } else {
      check(where, members, value);
    }
  }
}
