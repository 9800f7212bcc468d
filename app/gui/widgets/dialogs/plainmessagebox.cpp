#include "app/gui/widgets/dialogs/plainmessagebox.h"

#include "core/domain/text/changeorder.h"
#include "core/domain/text/visibletext.h"

#include <QLabel>

namespace lynceus {

PlainMessageBox::PlainMessageBox(Icon icon, const QString &title, const QString &text, const QString &more,
                                 StandardButtons buttons, QWidget *parent)
    : QMessageBox(icon, visibleLine(title), QString(), buttons, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setText(inReadingOrder(visibleText(text), layoutDirection()));
    setInformativeText(inReadingOrder(visibleText(more), layoutDirection()));
    // The text format of the box does not apply to its informative text (Qt 6.4).
    const auto labels = findChildren<QLabel *>();
    for (auto *label : labels) {
        label->setTextFormat(Qt::PlainText);
        if (!label->text().isEmpty()) // else Qt aligns by the direction of the text, not of the window
            label->setAlignment((label->alignment() & Qt::AlignVertical_Mask) | Qt::AlignAbsolute
                                | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    }
}

} // namespace lynceus
