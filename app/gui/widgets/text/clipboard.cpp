#include "app/gui/widgets/text/clipboard.h"

#include "core/domain/text/visibletext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace lynceus {

void copyText(const QString &text, const QString &html)
{
    auto *copied = new QMimeData;
    copied->setText(visibleText(text));
    if (!html.isEmpty())
        copied->setHtml(html);
    QGuiApplication::clipboard()->setMimeData(copied);
}

} // namespace lynceus
