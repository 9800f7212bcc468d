#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace lynceus {

/// Text that is searched for free text: name, project and images of an application, UTF-8, one per line. Stored in one
/// block, because fetching the texts takes most of the time of filtering 50,000 applications.
class SearchedText final
{
public:
    SearchedText() = default; ///< matches nothing
    /// @param images one per line. All in lower case.
    SearchedText(const QString &name, const QString &project, const QString &images);

    [[nodiscard]] QByteArrayView all() const { return m_text; }
    [[nodiscard]] QByteArrayView images() const { return QByteArrayView(m_text).sliced(m_imagesAt); }

private:
    QByteArray m_text;
    qsizetype m_imagesAt = 0; ///< bytes
};

} // namespace lynceus
