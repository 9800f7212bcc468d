#pragma once

#include <QByteArray>
#include <QUrlQuery>

#include <optional>

namespace lynceus {

/// What stands before the "?" of a request's target.
[[nodiscard]] QByteArray pathOf(const QByteArray &target);

/// What stands after it; a "+" means a space, as forms send it.
[[nodiscard]] QUrlQuery queryOf(const QByteArray &target);

/// The decoded value of a parameter, without U+0000, which no database keeps; empty if it is absent.
[[nodiscard]] QString textIn(const QUrlQuery &query, const QString &name);

/// One that cannot be read counts as absent.
[[nodiscard]] std::optional<qint64> numberIn(const QUrlQuery &query, const QString &name);

} // namespace lynceus
