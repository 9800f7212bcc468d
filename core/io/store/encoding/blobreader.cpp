#include "core/io/store/encoding/blobreader.h"

#include <algorithm>

namespace lynceus {

BlobReader::BlobReader(QByteArrayView bytes, quint32 mark)
    : m_left(bytes)
{
    if (number() == mark)
        readTexts();
    else
        fail();
}

void BlobReader::readTexts()
{
    // One by one: with a damaged size, reading stops at the end of the bytes without allocating memory for it.
    for (auto count = number(); count > 0 && !m_isBroken; --count) {
        const auto size = number();
        if (size > static_cast<quint64>(m_left.size()) / sizeof(QChar)) {
            fail();
            return;
        }
        auto &text = m_texts.emplace_back(static_cast<qsizetype>(size), Qt::Uninitialized);
        const auto length = text.size() * static_cast<qsizetype>(sizeof(QChar));
        std::copy_n(m_left.data(), length, reinterpret_cast<char *>(text.data()));
        m_left = m_left.sliced(length);
    }
}

quint64 BlobReader::fail()
{
    m_isBroken = true;
    m_left = {};
    m_texts.clear();
    return 0;
}

quint64 BlobReader::number()
{
    constexpr int kBits = 64;
    quint64 value = 0;
    qsizetype at = 0;
    for (int shift = 0; shift < kBits && at < m_left.size(); shift += 7) {
        const auto byte = static_cast<quint8>(m_left[at++]);
        value |= static_cast<quint64>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) {
            m_left = m_left.sliced(at);
            return value;
        }
    }
    return fail();
}

QString BlobReader::text()
{
    const auto at = number();
    if (at < m_texts.size())
        return m_texts[at];
    fail();
    return {};
}

} // namespace lynceus
