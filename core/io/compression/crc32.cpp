#include "core/io/compression/crc32.h"

#define ZLIB_CONST // input pointers are const
#include <zlib.h>

namespace lynceus {

void Crc32::add(QByteArrayView bytes)
{
    m_value = static_cast<quint32>(
        crc32_z(m_value, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<z_size_t>(bytes.size())));
}

void Crc32::add(const Crc32 &other, qint64 length)
{
    m_value = static_cast<quint32>(crc32_combine(m_value, other.m_value, static_cast<z_off_t>(length)));
}

} // namespace lynceus
