#pragma once

#include <QByteArray>
#include <QStringView>

namespace lynceus {

/// Bytes that sort as compareNaturally() does: computed once a name, compared often.
[[nodiscard]] QByteArray naturalKey(QStringView text);

} // namespace lynceus
