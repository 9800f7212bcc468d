#include "app/gui/newwatch/droptarget.h"

#include "app/gui/newwatch/pastedtext.h"

#include <QDropEvent>
#include <QMimeData>
#include <QWidget>

namespace lynceus {

DropTarget::DropTarget(QWidget *target)
    : QObject(target)
{
    add(target);
}

void DropTarget::add(QWidget *part)
{
    part->setAcceptDrops(true);
    part->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        break;
    default:
        return QObject::eventFilter(watched, event);
    }
    auto &drop = static_cast<QDropEvent &>(*event);
    // Ignores drags from this window, which are meant for other programs.
    if (drop.source() || !canBeDropped(*drop.mimeData())) {
        drop.ignore();
        return true;
    }
    drop.setDropAction(Qt::CopyAction); // a file manager would delete files that were moved
    drop.accept();
    if (event->type() == QEvent::Drop)
        take(drop);
    return true;
}

void DropTarget::take(QDropEvent &event)
{
    const auto text = droppedText(*event.mimeData());
    if (text)
        Q_EMIT dropped(*text);
    else
        Q_EMIT failed(text.error().message);
}

} // namespace lynceus
