package dev.stagedoor.application;

import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.port.SearchQueries;
import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.port.Viewings;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.domain.tv.port.CreditLedger;
import dev.stagedoor.domain.tv.port.DefaultProfiles;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import dev.stagedoor.domain.tv.port.PinHasher;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import dev.stagedoor.domain.tv.port.WatchProgressRepository;

/** What subscription TV needs of whoever keeps its data. */
public record TvPorts(
    SubscriberRepository subscribers,
    PlanRepository plans,
    ViewerProfileRepository profiles,
    DefaultProfiles defaultProfiles,
    ProfileTokenRepository profileTokens,
    PinHasher pins,
    PlaylistRepository playlists,
    ChannelStore channels,
    ChannelQueries channelQueries,
    FavoriteRepository favorites,
    WatchProgressRepository progress,
    ClientRepository clients,
    CreditLedger credits,
    TvQueries queries,
    SearchQueries search,
    DiscoveryQueries discovery,
    Viewings viewings) {}
