#include "app/gui/shell/palette/commands.h"

#include "app/gui/widgets/painting/icons.h"

#include <QWidget>

#include <algorithm>

namespace lynceus {

Commands::Commands(QWidget *window)
    : QObject(window)
    , m_window(window)
{ }

QAction *Commands::add(QLatin1StringView id, const QString &text, QLatin1StringView glyph,
                       const QList<QKeySequence> &keys)
{
    auto *action = new QAction(glyphIcon(glyph), text, this);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setData(QString(glyph));
    m_window->addAction(action);
    m_actions.push_back(action);
    return action;
}

QAction *Commands::named(QLatin1StringView id) const
{
    const auto found = std::ranges::find_if(m_actions, [id](const QAction *each) { return each->objectName() == id; });
    return found == m_actions.end() ? nullptr : *found;
}

} // namespace lynceus
