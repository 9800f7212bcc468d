#pragma once

#include "core/domain/base/time.h"
#include "core/domain/model/imagereference.h"
#include "core/domain/model/instance.h"

#include <QUrl>

#include <vector>

namespace lynceus {

/// What a `lynceus://watch?…` link asks a person to watch: it fills the New-watch dialog and does nothing by itself.
struct WatchLink
{
    QString instance;    ///< Instance::id; empty: not said
    QString nameSpace;   ///< of the application; empty: not said
    QString application; ///< empty: not said
    std::vector<ImageReference> images;
    std::optional<Duration> timeout;
    std::optional<Duration> bake;
    QString release;
    QString note;

    friend bool operator==(const WatchLink &, const WatchLink &) = default;
};

inline constexpr QLatin1StringView kLinkScheme("lynceus");

/// Whether an argument of the command line is a link of ours, right or wrong.
[[nodiscard]] bool isLink(QStringView text);

/// `lynceus://watch?app=shop-web&image=ghcr.io/acme/shop-web:1.5.0&instance=staging&timeout=15m`; image may be
/// repeated. Links come from web pages and mails: what is not understood, doubled, too long or names an instance that
/// is not
/// @p known (by name without regard to case, or by its address) refuses the whole link.
/// Errors: BadInput names the part, what is wrong with it and what would be right.
[[nodiscard]] Result<WatchLink> parseWatchLink(const QString &text, const std::vector<Instance> &known);

/// The other way round, for a colleague: `link.instance` is said by its @p address, under which another computer knows
/// it, too. Of release and note remains what a link may hold. Encoded, so that chats and mails keep it whole.
[[nodiscard]] QString watchLinkText(const WatchLink &link, const QUrl &address);

} // namespace lynceus
