#include "core/domain/search/searchedtext.h"

namespace lynceus {

SearchedText::SearchedText(const QString &name, const QString &project, const QString &images)
    : m_text(QString(name + u'\n' + project + u'\n').toUtf8())
    , m_imagesAt(m_text.size())
{
    m_text += images.toUtf8();
}

} // namespace lynceus
