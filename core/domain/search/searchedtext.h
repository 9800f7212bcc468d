#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace lynceus {

/// What free text is sought in: name, project and images of an application, UTF-8, one a line. They lie in one piece of
/// memory, because a filter over 50,000 applications takes most of its time for fetching their texts.
class SearchedText final
{
public:
    SearchedText() = default; ///< nothing is found in it
    /// @param images one a line. All of it in lower case.
    SearchedText(const QString &name, const QString &project, const QString &images);

    [[nodiscard]] QByteArrayView all() const { return m_text; }
    [[nodiscard]] QByteArrayView images() const { return QByteArrayView(m_text).sliced(m_imagesAt); }

private:
    QByteArray m_text;
    qsizetype m_imagesAt = 0; ///< bytes
};

} // namespace lynceus
