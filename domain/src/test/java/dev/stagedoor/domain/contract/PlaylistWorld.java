package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import java.util.List;

/** The IPTV services out there, as a test arranges them. */
public interface PlaylistWorld {
  /** Returns how a service is reached that offers these channels, whose item ids it may change. */
  PlaylistAccess offering(List<Channel> channels);

  /** Returns how a service is reached that has a channel and this guide. */
  PlaylistAccess withGuide(List<Programme> programmes);

  /** Returns how a service is reached with which this is wrong. */
  PlaylistAccess failing(PlaylistProblem problem);
}
