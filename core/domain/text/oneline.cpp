#include "core/domain/text/oneline.h"

#include <QByteArray>

#include <algorithm>

namespace lynceus {

bool isOneLine(QByteArrayView bytes)
{
    return std::ranges::none_of(bytes, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isOneLineDecoded(QByteArrayView encoded)
{
    return isOneLine(encoded) && isOneLine(QByteArray::fromPercentEncoding(encoded.toByteArray()));
}

} // namespace lynceus
