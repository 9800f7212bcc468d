#pragma once

#include <QByteArrayView>

namespace lynceus {

/// The checksum of a gzip member.
class Crc32 final
{
public:
    void add(QByteArrayView bytes);
    /// Appends @p length bytes whose checksum is @p other.
    void add(const Crc32 &other, qint64 length);
    [[nodiscard]] quint32 value() const { return m_value; }

private:
    quint32 m_value = 0;
};

} // namespace lynceus
