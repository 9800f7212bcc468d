#pragma once

#include <QByteArray>
#include <QUrlQuery>

#include <optional>

namespace lynceus {

/// The part of a request target before the "?".
[[nodiscard]] QByteArray pathOf(const QByteArray &target);

/// The part after it; "+" means a space, as in forms.
[[nodiscard]] QUrlQuery queryOf(const QByteArray &target);

/// The decoded value of a parameter, without U+0000, which databases reject; empty if missing.
[[nodiscard]] QString textIn(const QUrlQuery &query, const QString &name);

/// Invalid numbers count as missing.
[[nodiscard]] std::optional<qint64> numberIn(const QUrlQuery &query, const QString &name);

} // namespace lynceus
