#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// The 4 or 16 bytes of an IPv4 address in dotted decimal or an IPv6 address without brackets and zone (RFC 4291 §2.2);
/// empty if @p text is neither.
[[nodiscard]] QByteArray ipAddressBytes(QStringView text);

/// Whether both have the same type and the same first @p bits bits.
[[nodiscard]] bool sameNetwork(QByteArrayView left, QByteArrayView right, int bits);

} // namespace lynceus
