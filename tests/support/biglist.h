#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// The response of GET /api/v1/applications with @p count applications: a recorded list repeated, with a unique name
/// for each application, also in its paths, images and resources. 10,000 have about 54 MB. @param fields the `fields`
/// parameter, applied as servers do; empty for everything.
[[nodiscard]] QByteArray bigApplicationList(int count, const QString &fields = {});

} // namespace lynceus
