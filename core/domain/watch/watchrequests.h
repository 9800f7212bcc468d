#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QString>

namespace lynceus {

inline constexpr int kWatchIdLength = 5;
/// A deadline further away is a mistake in the unit.
inline constexpr Duration kLongestTimeout{std::chrono::hours(24 * 90)};

/// An id made from @p random, short enough to type and without letters that look alike: "w7k3f". There are 700
/// thousand, so that who makes one must look whether it is taken.
[[nodiscard]] QString watchIdFrom(quint64 random);

/// BadInput names what is wrong and what would be right: no application or version, no or a too long time, an
/// application that is asked for twice.
[[nodiscard]] Result<void> checkRequests(const std::vector<WatchRequest> &requests);

/// What somebody typed about a watch, without spaces around it. BadInput: it is longer than kLongestNote.
[[nodiscard]] Result<QString> checkedNote(const QString &text);
inline constexpr qsizetype kLongestNote = 2'000; ///< letters; it is in every report, and in the store for a year

/// The newer watch replaces the older: the same application, and an image of the same name or the same kind of version.
/// One with children is about others than its application itself, and replaces only one of its kind.
[[nodiscard]] bool replaces(const WatchRequest &newer, const WatchRequest &older);

/// WatchRequest::who of a watch that a follow rule registered.
[[nodiscard]] QString followerName(const QString &rule);
/// The name of the follow rule that registered the watch; empty: none did.
[[nodiscard]] QString ruleOf(const QString &who);

/// What to register of a child of @p parent: the same, for @p key and @p images, in the parent's release. @p left:
/// until the parent's deadline.
[[nodiscard]] WatchRequest childRequest(const WatchRecord &parent, const ApplicationKey &key, const QString &project,
                                        const std::vector<ImageReference> &images, Duration left);
/// What to register to watch the same again. Children are left to their parents among @p records: these find them
/// anew.
[[nodiscard]] std::vector<WatchRequest> repeatedRequests(const std::vector<WatchRecord> &records);

/// A record as it begins. Watches with children are a release in any case: one without a name gets that of its
/// application and version. The expectation's instants are ours until the server was heard.
[[nodiscard]] WatchRecord beginningOf(const WatchRequest &request, const QString &id, Instant now);

} // namespace lynceus
