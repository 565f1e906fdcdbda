package dev.stagedoor.application.party;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.ChatLine;
import dev.stagedoor.domain.party.Happening;
import dev.stagedoor.domain.party.Media;
import dev.stagedoor.domain.party.Member;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyEvent;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.Playback;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What happened in a party, as its members read it. */
final class PartyNews {
  static final String JOINED = "party:user-joined";
  static final String AWAY = "party:user-away";
  static final String LEFT = "party:user-left";
  static final String HOST_CHANGED = "party:host-changed";
  static final String PLAY = "party:play";
  static final String PAUSE = "party:pause";
  static final String SEEK = "party:seek";
  static final String MEDIA = "party:media";
  static final String READY = "party:ready";
  static final String CHAT = "party:chat";
  static final String MESSAGE_REMOVED = "party:message-removed";
  static final String MUTED = "party:user-muted";
  static final String KICKED = "party:user-kicked";
  static final String ENDED = "party:ended";

  private PartyNews() {}

  /** Returns an event as an update on its party's channel. */
  static LiveUpdate of(PartyId party, PartyEvent event) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("roomId", party.toString());
    data.put("sequence", event.sequence());
    data.put("serverTime", event.at().toEpochMilli());
    String type = event.what().match(new Words(data, event.at()));
    return new LiveUpdate(Party.subject(party), type, data);
  }

  /** Returns how members read who somebody is. */
  static String id(UserId user) {
    return user.value().toString();
  }

  /** Returns a time in seconds. */
  static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3);
  }

  static PartyMessageView message(ChatLine line) {
    return new PartyMessageView(
        line.id().value().toString(),
        id(line.author()),
        line.name(),
        line.text(),
        line.at().toEpochMilli());
  }

  /** Adds what an event is about to its data, and returns its type. */
  private record Words(Map<String, Object> data, Instant at) implements Happening.Cases<String> {
    private String about(Member member, String type) {
      data.put("userId", id(member.user()));
      data.put("userName", member.name());
      return type;
    }

    private String by(UserId user, String type) {
      data.put("userId", id(user));
      return type;
    }

    @Override
    public String joined(Happening.Joined joined) {
      data.put("isMuted", joined.isMuted());
      data.put("isReady", joined.member().isReady());
      return about(joined.member(), JOINED);
    }

    @Override
    public String wentAway(Happening.WentAway away) {
      return about(away.member(), AWAY);
    }

    @Override
    public String left(Happening.Left left) {
      return about(left.member(), LEFT);
    }

    @Override
    public String hostChanged(Happening.HostChanged changed) {
      data.put("hostId", id(changed.host().user()));
      return about(changed.host(), HOST_CHANGED);
    }

    @Override
    public String moved(Happening.Moved moved) {
      put(moved.playback());
      return by(
          moved.by(),
          switch (moved.move()) {
            case PLAY -> PLAY;
            case PAUSE -> PAUSE;
            case SEEK -> SEEK;
          });
    }

    private void put(Playback playback) {
      data.put("isPlaying", playback.isPlaying());
      data.put("currentTime", seconds(playback.positionAt(at)));
    }

    @Override
    public String mediaChanged(Happening.MediaChanged changed) {
      Media media = changed.media();
      data.put("mediaUrl", media.address().toString());
      data.put("title", media.title());
      media.itemId().ifPresent(item -> data.put("itemId", item));
      put(Playback.atTheBeginning(at));
      return by(changed.by(), MEDIA);
    }

    @Override
    public String ready(Happening.Ready ready) {
      data.put("isReady", ready.isReady());
      return by(ready.user(), READY);
    }

    @Override
    public String said(Happening.Said said) {
      PartyMessageView message = message(said.line());
      data.put("messageId", message.messageId());
      data.put("userName", message.userName());
      data.put("message", message.message());
      data.put("sentAt", message.sentAt());
      return by(said.line().author(), CHAT);
    }

    @Override
    public String lineRemoved(Happening.LineRemoved removed) {
      data.put("messageId", removed.line().value().toString());
      return by(removed.by(), MESSAGE_REMOVED);
    }

    @Override
    public String muted(Happening.Muted muted) {
      data.put("isMuted", muted.isMuted());
      return by(muted.user(), MUTED);
    }

    @Override
    public String kicked(Happening.Kicked kicked) {
      return about(kicked.member(), KICKED);
    }

    @Override
    public String ended(Happening.Ended ended) {
      data.put("reason", ended.why().name().toLowerCase(Locale.ROOT));
      return ENDED;
    }
  }
}
