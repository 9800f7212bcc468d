#pragma once

#include "core/engine/facade/engine.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

namespace lynceus {

/// Says verdicts and early warnings to screen readers while somebody works in the window: it takes no room, and what it
/// is called is what was said last. What is known when it is made, and the first load, stay silent.
class Announcer final : public QWidget
{
    Q_OBJECT
public:
    Announcer(Engine &engine, QWidget *parent);

    /// Of the times in what is said next.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    /// @p isNews: else it is only remembered, to know what changes later.
    void take(const WatchRecord &watch, bool isNews);
    void announce(const QString &sentence);

private:
    struct Told
    {
        Outcome outcome = Outcome::Waiting;
        bool failing = false;

        friend bool operator==(const Told &, const Told &) = default;
    };

    const Engine &m_engine;
    QHash<QString, Told> m_told;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace lynceus
