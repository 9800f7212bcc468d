#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// The content of one of the files of resources/serve: "style.css".
[[nodiscard]] QByteArray asset(const QString &name);

} // namespace lynceus
