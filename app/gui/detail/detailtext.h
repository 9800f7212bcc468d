#pragma once

#include "app/gui/detail/detailsubject.h"

#include <QTimeZone>

namespace lynceus {

/// "ghcr.io/acme/shop-api:2.1.0": the expected or the running version.
[[nodiscard]] QString imageLine(const DetailSubject &subject);
/// "project shop · registered 4 min ago by the pipeline · deadline 11:02"; without the instance, which has a badge.
[[nodiscard]] QString factsLine(const DetailSubject &subject, Instant now, const QTimeZone &zone);
/// "3f1c22a Ada Lovelace, 24 Nov 11:58: Take the lock before the migration"; empty if unknown.
[[nodiscard]] QString commitLine(const DetailSubject &subject, Instant now, const QTimeZone &zone);

/// Texts of a banner: one sentence, and more details below.
struct BannerText
{
    QString sentence;
    QString more;        ///< last lines of the container's log, the remedy; may be empty
    QString remedy = {}; ///< text of the button; may be empty

    friend bool operator==(const BannerText &, const BannerText &) = default;
};
/// Empty if there is no cause, blocker or outcome.
[[nodiscard]] std::optional<BannerText> bannerOf(const WatchRecord &watch, const QTimeZone &zone);
/// For an application without a watch: its error conditions and a failed operation.
[[nodiscard]] std::optional<BannerText> bannerOf(const Application &application);

/// Actions that the user can take when data cannot be read.
enum class DetailRemedy { TryAgain, OpenInstance };
struct TroubleText
{
    QString sentence;
    DetailRemedy remedy = DetailRemedy::TryAgain;
};
/// Why @p subject cannot be read, and the remedy.
[[nodiscard]] TroubleText troubleOf(const Error &error, const DetailSubject &subject);

/// Short form of a revision: seven digits of a commit, otherwise unchanged (chart versions, branches).
[[nodiscard]] QString shortRevision(const QString &revision);

/// The verdict's evidence as HTML for a text browser. Text from the server is escaped.
[[nodiscard]] QString evidenceHtml(const DetailSubject &subject, Instant now, const QTimeZone &zone);

} // namespace lynceus
