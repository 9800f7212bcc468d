#include "app/gui/shell/announcer.h"

#include "app/gui/widgets/accessibility/spokenas.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/verdicttext.h"

#include <QAccessible>
#include <QApplication>

namespace lynceus {

Announcer::Announcer(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    speakAs(this, QAccessible::Notification);
    setFixedHeight(0);
    setFocusPolicy(Qt::NoFocus);
    connect(&engine, &Engine::watchChanged, this,
            [this](const WatchRecord &watch) { take(watch, m_engine.state().hasStarted()); });
    connect(&engine, &Engine::watchRemoved, this, [this](const QString &id) { m_reported.remove(id); });
    for (const auto &watch : engine.state().watches())
        m_reported.insert(watch.id, {watch.verdict.outcome, watch.verdict.cause.has_value()});
}

void Announcer::take(const WatchRecord &watch, bool isNews)
{
    const bool isKnown = m_reported.contains(watch.id);
    const Reported now{watch.verdict.outcome, watch.verdict.cause.has_value()};
    const auto before = std::exchange(m_reported[watch.id], now);
    const bool isWorthSaying = now.outcome != Outcome::Waiting || now.failing;
    if (!isNews || !isWorthSaying || (isKnown && now == before) || now.outcome == Outcome::Cancelled)
        return; // the user cancelled it
    const auto &key = watch.request.application;
    announce(tr("%1 on %2: %3. %4")
                 .arg(key.name, m_engine.state().instanceName(key.instance),
                      now.outcome == Outcome::Waiting ? tr("failing") : outcomeText(now.outcome),
                      watchSentence(watch, m_zone)));
}

void Announcer::announce(const QString &text)
{
    if (!QApplication::activeWindow())
        return;              // the desktop's notification is read instead
    setAccessibleName(text); // emits a change of the name
    // Screen readers on Linux read a notification that appears, others an alert. Qt 6.8 has an event for all.
    for (const auto type : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(this, type);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace lynceus
