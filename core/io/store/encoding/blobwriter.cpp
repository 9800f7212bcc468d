#include "core/io/store/encoding/blobwriter.h"

namespace lynceus {

void BlobWriter::text(const QString &text)
{
    auto known = m_numbers.constFind(text);
    if (known == m_numbers.constEnd()) {
        known = m_numbers.insert(text, static_cast<quint32>(m_texts.size()));
        m_texts.push_back(text);
    }
    number(*known);
}

QByteArray BlobWriter::bytes(quint32 mark) const
{
    BlobWriter head;
    head.number(mark);
    head.number(static_cast<quint32>(m_texts.size()));
    for (const auto &text : m_texts) {
        head.number(static_cast<quint32>(text.size()));
        // In the byte order of this computer, which is the only reader.
        head.m_values.append(reinterpret_cast<const char *>(text.constData()),
                             text.size() * static_cast<qsizetype>(sizeof(QChar)));
    }
    return head.m_values + m_values;
}

} // namespace lynceus
