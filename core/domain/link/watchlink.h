#pragma once

#include "core/domain/images/imagereference.h"
#include "core/domain/model/instance.h"
#include "core/domain/time/time.h"

#include <QUrl>

#include <vector>

namespace lynceus {

/// Content of a `lynceus://watch?…` link. It only fills the New watch dialog.
struct WatchLink
{
    QString instance;    ///< Instance::id; may be empty
    QString nameSpace;   ///< of the application; may be empty
    QString application; ///< may be empty
    std::vector<ImageReference> images;
    std::optional<Duration> timeout;
    std::optional<Duration> bake;
    QString release;
    QString note;

    friend bool operator==(const WatchLink &, const WatchLink &) = default;
};

inline constexpr QLatin1StringView kLinkScheme("lynceus");

/// Whether a command line argument is a Lynceus link, valid or not.
[[nodiscard]] bool isLink(QStringView text);

/// Parses `lynceus://watch?app=shop-web&image=ghcr.io/acme/shop-web:1.5.0&instance=staging&timeout=15m`; image may be
/// repeated. Links come from web pages and email, so the whole link is rejected if a part is unknown, duplicated, too
/// long or names an instance that is not in @p known (by case-insensitive name, or by address). BadInput with part,
/// problem and remedy.
[[nodiscard]] Result<WatchLink> parseWatchLink(const QString &text, const std::vector<Instance> &known);

/// Creates a link for a colleague: identifies `link.instance` by its @p address, which other computers know too.
/// Release and note are limited to what a link may contain. Encoded so that chats and email keep it intact.
[[nodiscard]] QString watchLinkText(const WatchLink &link, const QUrl &address);

} // namespace lynceus
