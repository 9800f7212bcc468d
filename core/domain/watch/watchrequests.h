#pragma once

#include "core/domain/watch/watchrecord.h"

#include <QString>

namespace lynceus {

inline constexpr int kWatchIdLength = 5;
/// Longer timeouts are assumed to be a wrong unit.
inline constexpr Duration kLongestTimeout{std::chrono::hours(24 * 90)};

/// A short id from @p random without similar-looking letters: "w7k3f". There are about 700,000, so callers must check
/// whether it is in use.
[[nodiscard]] QString watchIdFrom(quint64 random);

/// BadInput with problem and remedy: no application or version, a missing or too long time, a duplicate application.
[[nodiscard]] Result<void> checkRequests(const std::vector<WatchRequest> &requests);

/// The user's note without surrounding spaces. BadInput: longer than kLongestNote.
[[nodiscard]] Result<QString> checkedNote(const QString &text);
/// Characters; the note is in every report, and in the store for a year.
inline constexpr qsizetype kLongestNote = 2'000;

/// Whether @p newer replaces @p older: same application, and an image of the same name or the same kind of version. A
/// watch with children is not about the application itself and replaces only another one with children.
[[nodiscard]] bool replaces(const WatchRequest &newer, const WatchRequest &older);

/// WatchRequest::who of watches that a follow rule registers.
[[nodiscard]] QString followerName(const QString &rule);
/// The name of the follow rule that registered the watch; empty if none did.
[[nodiscard]] QString ruleOf(const QString &who);

/// The request for a child of @p parent: the same, for @p key and @p images, in the parent's release. @p left: time to
/// the parent's deadline.
[[nodiscard]] WatchRequest childRequest(const WatchRecord &parent, const ApplicationKey &key, const QString &project,
                                        const std::vector<ImageReference> &images, Duration left);
/// Requests to watch the same again. Omits children whose parents are among @p records; these find them again.
[[nodiscard]] std::vector<WatchRequest> repeatedRequests(const std::vector<WatchRecord> &records);

/// A new record. Watches with children always form a release: without a name, it is named after application and
/// version. The expectation's instants are by our clock until the first answer of the server.
[[nodiscard]] WatchRecord beginningOf(const WatchRequest &request, const QString &id, Instant now);

} // namespace lynceus
