#pragma once

#include <QAction>
#include <QLatin1StringView>
#include <QObject>

#include <vector>

class QWidget;

namespace lynceus {

/// Everything that can be done from anywhere in the window: with a key, from
/// the palette, in the list of keys.
class Commands final : public QObject
{
    Q_OBJECT
public:
    explicit Commands(QWidget *window);

    /// @p id its object name: the stable one under which its key is kept.
    QAction *add(QLatin1StringView id, const QString &text, QLatin1StringView glyph, const QList<QKeySequence> &keys);
    /// Null if there is none.
    [[nodiscard]] QAction *named(QLatin1StringView id) const;
    [[nodiscard]] const std::vector<QAction *> &all() const { return m_actions; }

private:
    QWidget *m_window;
    std::vector<QAction *> m_actions;
};

} // namespace lynceus
