#pragma once

#include <QByteArray>
#include <QStringView>

namespace lynceus {

/// A key whose bytes sort like compareNaturally(): calculated once per name, compared often.
[[nodiscard]] QByteArray naturalKey(QStringView text);

} // namespace lynceus
