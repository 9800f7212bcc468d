#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lynceus {

[[nodiscard]] bool isGzip(QByteArrayView bytes);

/// Error::Kind::BadInput: invalid, truncated, or with trailing bytes; TooLarge: more than @p cap bytes.
[[nodiscard]] Result<QByteArray> gunzipped(QByteArrayView bytes, qsizetype cap);

/// @param level of zlib, 1 (fast) to 9.
[[nodiscard]] QByteArray gzipped(QByteArrayView bytes, int level = 1);

} // namespace lynceus
