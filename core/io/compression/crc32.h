#pragma once

#include <QByteArrayView>

namespace lynceus {

/// The checksum at the end of a gzip member.
class Crc32 final
{
public:
    void add(QByteArrayView bytes);
    /// As if the @p length bytes of which @p other is the checksum had been added.
    void add(const Crc32 &other, qint64 length);
    [[nodiscard]] quint32 value() const { return m_value; }

private:
    quint32 m_value = 0;
};

} // namespace lynceus
