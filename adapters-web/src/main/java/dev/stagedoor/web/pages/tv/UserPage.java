package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.UserView;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.web.pages.Form;
import java.util.Arrays;
import java.util.List;

/**
 * An account with what an admin can do about it; each form has its own problems.
 *
 * @param key makes one movement of credits of a form that is sent twice
 */
public record UserPage(
    UserView user, boolean isOwn, Form role, Form standing, Form credits, String key) {
  static UserPage of(UserView user, boolean isOwn) {
    return new UserPage(user, isOwn, Form.empty(), Form.empty(), Form.empty(), Keys.next());
  }

  UserPage withRole(Form told) {
    return new UserPage(user, isOwn, told, standing, credits, key);
  }

  UserPage withStanding(Form told) {
    return new UserPage(user, isOwn, role, told, credits, key);
  }

  UserPage withCredits(Form told) {
    return new UserPage(user, isOwn, role, standing, told, key);
  }

  public List<String> roles() {
    return Arrays.stream(Role.values()).map(Role::code).toList();
  }

  public boolean isSuspended() {
    return user.account().status().equals("suspended");
  }
}
