#pragma once

#include <QByteArray>
#include <QString>

namespace lynceus {

/// The 4 or 16 bytes of an IPv4 address in four decimal numbers or of an IPv6 address without brackets and zone
/// (RFC 4291 §2.2); empty if @p text is neither.
[[nodiscard]] QByteArray ipAddressBytes(QStringView text);

/// Whether both are of one kind and their first @p bits bits are the same.
[[nodiscard]] bool sameNetwork(QByteArrayView left, QByteArrayView right, int bits);

} // namespace lynceus
