#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace lynceus {

/// What BlobWriter wrote. After anything that cannot be true, isBroken() holds and all that is read is empty.
class BlobReader final
{
public:
    /// @p bytes outlive this. Another mark than @p mark: it is broken.
    BlobReader(QByteArrayView bytes, quint32 mark);

    [[nodiscard]] quint64 number();
    /// Shares its memory with all that have the same text.
    [[nodiscard]] QString text();

    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] bool isAtEnd() const { return m_left.isEmpty(); }

private:
    void readTexts();
    quint64 fail();

    QByteArrayView m_left;
    std::vector<QString> m_texts;
    bool m_isBroken = false;
};

} // namespace lynceus
