package dev.stagedoor.application.party;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.Playback;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A party as a server that has readers of it knows it: a view that was read once, and what happened
 * since, as the log tells it. So members are answered without asking the database. Not safe for use
 * by several threads at once.
 */
public final class PartyMirror {
  private final String roomId;
  private final Map<String, PartyMemberView> members = new LinkedHashMap<>();
  private final List<PartyMessageView> messages;
  private long sequence;
  private Optional<String> mediaUrl;
  private Optional<String> title;
  private Optional<String> itemId;
  private Playback playback;

  private PartyMirror(PartyView from) {
    roomId = from.roomId();
    sequence = from.sequence();
    mediaUrl = from.mediaUrl();
    title = from.title();
    itemId = from.itemId();
    from.members().forEach(member -> members.put(member.userId(), member));
    messages = new ArrayList<>(from.messages());
    playback =
        new Playback(
            from.isPlaying(), time(from.currentTime()), Instant.ofEpochMilli(from.serverTime()));
  }

  /** Begins with what was read of a party. */
  public static PartyMirror of(PartyView view) {
    return new PartyMirror(view);
  }

  /**
   * Takes in what happened next; what is known already is left out.
   *
   * @return whether this is still up to date: where something is missing in between, the party must
   *     be read again
   */
  public boolean take(LiveUpdate update) {
    Told told = new Told(update.data());
    long number = told.number("sequence");
    if (number == sequence + 1) {
      sequence = number;
      take(update.type(), told);
    }
    return number <= sequence;
  }

  private void take(String type, Told told) {
    switch (type) {
      case PartyNews.JOINED -> join(told);
      case PartyNews.AWAY -> change(told.text("userId"), PartyMirror::away);
      case PartyNews.LEFT, PartyNews.KICKED -> members.remove(told.text("userId"));
      case PartyNews.HOST_CHANGED -> members.replaceAll((id, one) -> host(one, told));
      case PartyNews.READY -> change(told.text("userId"), one -> ready(one, told.flag("isReady")));
      case PartyNews.MUTED -> change(told.text("userId"), one -> muted(one, told.flag("isMuted")));
      case PartyNews.MEDIA -> {
        mediaUrl = told.find("mediaUrl");
        title = told.find("title");
        itemId = told.find("itemId");
        members.replaceAll((id, one) -> ready(one, false));
        move(told);
      }
      case PartyNews.PLAY, PartyNews.PAUSE, PartyNews.SEEK -> move(told);
      case PartyNews.CHAT -> say(told);
      case PartyNews.MESSAGE_REMOVED ->
          messages.removeIf(one -> one.messageId().equals(told.text("messageId")));
      case PartyNews.ENDED -> playback = stopped(told.at());
      default -> {
        // Told by a newer server, and of nothing that is shown here.
      }
    }
  }

  private void join(Told told) {
    String id = told.text("userId");
    boolean isHost =
        Optional.ofNullable(members.get(id)).filter(PartyMemberView::isHost).isPresent();
    members.put(
        id,
        new PartyMemberView(
            id, told.text("userName"), isHost, false, told.flag("isMuted"), told.flag("isReady")));
  }

  private void change(String user, UnaryOperator<PartyMemberView> change) {
    members.computeIfPresent(user, (id, one) -> change.apply(one));
  }

  private static PartyMemberView away(PartyMemberView one) {
    return new PartyMemberView(
        one.userId(), one.userName(), one.isHost(), true, one.isMuted(), false);
  }

  private static PartyMemberView host(PartyMemberView one, Told told) {
    return new PartyMemberView(
        one.userId(),
        one.userName(),
        one.userId().equals(told.text("hostId")),
        one.isAway(),
        one.isMuted(),
        one.isReady());
  }

  private static PartyMemberView ready(PartyMemberView one, boolean isReady) {
    return new PartyMemberView(
        one.userId(), one.userName(), one.isHost(), one.isAway(), one.isMuted(), isReady);
  }

  private static PartyMemberView muted(PartyMemberView one, boolean isMuted) {
    return new PartyMemberView(
        one.userId(), one.userName(), one.isHost(), one.isAway(), isMuted, one.isReady());
  }

  private void move(Told told) {
    playback = new Playback(told.flag("isPlaying"), told.seconds("currentTime"), told.at());
  }

  private Playback stopped(Instant at) {
    return new Playback(false, playback.positionAt(at), at);
  }

  private void say(Told told) {
    messages.add(
        new PartyMessageView(
            told.text("messageId"),
            told.text("userId"),
            told.text("userName"),
            told.text("message"),
            told.number("sentAt")));
    if (messages.size() > PartyKeeper.RULES.linesShown()) {
      messages.remove(0);
    }
  }

  /** Returns the number of the last thing that was taken in. */
  public long sequence() {
    return sequence;
  }

  /** Returns what a member sees at a moment. */
  public PartyView view(UserId reader, Instant now) {
    Optional<String> host =
        members.values().stream()
            .filter(PartyMemberView::isHost)
            .map(PartyMemberView::userId)
            .findFirst();
    return new PartyView(
        roomId,
        sequence,
        now.toEpochMilli(),
        host,
        host.filter(PartyNews.id(reader)::equals).isPresent(),
        mediaUrl,
        title,
        itemId,
        playback.isPlaying(),
        PartyNews.seconds(playback.positionAt(now)),
        List.copyOf(members.values()),
        List.copyOf(messages));
  }

  private static Duration time(BigDecimal seconds) {
    return Duration.ofMillis(seconds.movePointRight(3).longValue());
  }

  /** The data of an update, which is as it was published or was text in between. */
  private record Told(Map<String, Object> data) {
    String text(String name) {
      return (String) known(name);
    }

    Optional<String> find(String name) {
      return Optional.ofNullable((String) data.get(name));
    }

    boolean flag(String name) {
      return Boolean.TRUE.equals(data.get(name));
    }

    long number(String name) {
      return ((Number) known(name)).longValue();
    }

    Duration seconds(String name) {
      return time(new BigDecimal(known(name).toString()));
    }

    private Object known(String name) {
      return Objects.requireNonNull(data.get(name), name);
    }

    Instant at() {
      return Instant.ofEpochMilli(number("serverTime"));
    }
  }
}
