#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace lynceus {

/// Reads the output of BlobWriter. After invalid data, isBroken() is true and all reads return empty values.
class BlobReader final
{
public:
    /// @p bytes must outlive this. Broken if their mark differs from @p mark.
    BlobReader(QByteArrayView bytes, quint32 mark);

    [[nodiscard]] quint64 number();
    /// Shares memory with all equal texts.
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
