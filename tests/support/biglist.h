#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// The answer of GET /api/v1/applications with @p count applications: a recorded list again and again, each
/// application with a name of its own, also in its paths, images and resources. 10,000 have about 54 MB.
/// @param fields the `fields` parameter, projected as a server does; empty for everything.
[[nodiscard]] QByteArray bigApplicationList(int count, const QString &fields = {});

} // namespace lynceus
