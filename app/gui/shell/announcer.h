#pragma once

#include "core/engine/facade/engine.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

namespace lynceus {

/// Announces verdicts and early warnings to screen readers while the window is in use. An empty widget whose accessible
/// name is the last announcement. The initial state and the first load are not announced.
class Announcer final : public QWidget
{
    Q_OBJECT
public:
    Announcer(Engine &engine, QWidget *parent);

    /// Time zone of later announcements.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    /// @p isNews false: only stores the state, to detect later changes.
    void take(const WatchRecord &watch, bool isNews);
    void announce(const QString &sentence);

private:
    struct Reported
    {
        Outcome outcome = Outcome::Waiting;
        bool failing = false;

        friend bool operator==(const Reported &, const Reported &) = default;
    };

    const Engine &m_engine;
    QHash<QString, Reported> m_reported;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace lynceus
