#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// The content of a file in resources/serve, for example "style.css".
[[nodiscard]] QByteArray asset(const QString &name);

} // namespace lynceus
