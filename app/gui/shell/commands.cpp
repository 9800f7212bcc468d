#include "app/gui/shell/commands.h"

#include "app/gui/widgets/icons.h"

#include <QWidget>

namespace lynceus {

Commands::Commands(QWidget *window)
    : QObject(window)
    , m_window(window)
{ }

QAction *Commands::add(const QString &text, QLatin1StringView glyph, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(glyphIcon(glyph), text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setData(QString(glyph));
    m_window->addAction(action);
    m_actions.push_back(action);
    return action;
}

} // namespace lynceus
