#pragma once

#include "app/gui/detail/detailsubject.h"

#include <QTimeZone>

namespace lynceus {

/// "ghcr.io/acme/shop-api:2.1.0": what is expected, or what runs.
[[nodiscard]] QString imageLine(const DetailSubject &subject);
/// "project shop · registered 4 min ago by the pipeline · deadline 11:02"; without instance, which has its badge.
[[nodiscard]] QString factsLine(const DetailSubject &subject, Instant now, const QTimeZone &zone);
/// "3f1c22a Ada Lovelace, 24 Nov 11:58: Take the lock before the migration"; empty while nothing is known.
[[nodiscard]] QString commitLine(const DetailSubject &subject, Instant now, const QTimeZone &zone);

/// What a banner says: one sentence, and below it what else helps.
struct BannerText
{
    QString sentence;
    QString more;        ///< the container's last words, the remedy; may be empty
    QString remedy = {}; ///< a button's text; may be empty

    friend bool operator==(const BannerText &, const BannerText &) = default;
};
/// Nothing if there is neither a cause nor a blocker nor an outcome.
[[nodiscard]] std::optional<BannerText> bannerOf(const WatchRecord &watch, const QTimeZone &zone);
/// Of an application that nobody watches: its conditions that are errors, and a failed operation.
[[nodiscard]] std::optional<BannerText> bannerOf(const Application &application);

/// What a person can do about something that cannot be read.
enum class DetailRemedy { TryAgain, LookAtInstance };
struct TroubleText
{
    QString sentence;
    DetailRemedy remedy = DetailRemedy::TryAgain;
};
/// Why @p subject cannot be read, and what to do.
[[nodiscard]] TroubleText troubleOf(const Error &error, const DetailSubject &subject);

/// A revision as people say it: seven digits of a commit, else as it is (chart versions, branches).
[[nodiscard]] QString shortRevision(const QString &revision);

/// The verdict's evidence as HTML for a text browser. The server's words are escaped.
[[nodiscard]] QString evidenceHtml(const DetailSubject &subject, Instant now, const QTimeZone &zone);

} // namespace lynceus
