#pragma once

#include <QAction>
#include <QLatin1StringView>
#include <QObject>

#include <vector>

class QWidget;

namespace lynceus {

/// All actions that are available everywhere in the window: by shortcut, in the palette, and in the list of shortcuts.
class Commands final : public QObject
{
    Q_OBJECT
public:
    explicit Commands(QWidget *window);

    /// @p id becomes the object name, under which the shortcut is stored.
    QAction *add(QLatin1StringView id, const QString &text, QLatin1StringView glyph, const QList<QKeySequence> &keys);
    /// Null if there is none.
    [[nodiscard]] QAction *named(QLatin1StringView id) const;
    [[nodiscard]] const std::vector<QAction *> &all() const { return m_actions; }

private:
    QWidget *m_window;
    std::vector<QAction *> m_actions;
};

} // namespace lynceus
