#include "app/gui/shell/announcer.h"

#include "app/gui/widgets/spokenas.h"
#include "core/engine/text/verdicttext.h"

#include <QAccessible>
#include <QApplication>

namespace lynceus {

Announcer::Announcer(Engine &engine, QWidget *parent)
    : QWidget(parent)
{
    speakAs(this, QAccessible::Notification);
    setFixedHeight(0);
    setFocusPolicy(Qt::NoFocus);
    connect(&engine, &Engine::started, this, [this] { m_started = true; });
    connect(&engine, &Engine::watchChanged, this, &Announcer::take);
    connect(&engine, &Engine::watchRemoved, this, [this](const QString &id) { m_told.remove(id); });
    connect(&engine, &Engine::instanceChanged, this,
            [this](const InstanceState &state) { m_names.insert(state.instance.id, state.instance.name); });
}

void Announcer::take(const WatchRecord &watch)
{
    const bool isKnown = m_told.contains(watch.id);
    const Told now{watch.verdict.outcome, watch.verdict.cause.has_value()};
    const auto before = std::exchange(m_told[watch.id], now);
    const bool isNews = now.outcome != Outcome::Waiting || now.failing;
    if (!m_started || !isNews || (isKnown && now == before) || now.outcome == Outcome::Cancelled)
        return; // who cancels knows it
    const auto &key = watch.request.application;
    announce(tr("%1 on %2: %3. %4")
                 .arg(key.name, m_names.value(key.instance, key.instance),
                      now.outcome == Outcome::Waiting ? tr("failing") : outcomeText(now.outcome),
                      sentence(watch.verdict, watch.expectation, m_zone)));
}

void Announcer::announce(const QString &text)
{
    if (!QApplication::activeWindow())
        return;              // the desktop's own notification is read
    setAccessibleName(text); // tells that it changed
    // Linux' screen readers read a notification that appears, the others an alert. Qt 6.8 has an event for all three.
    for (const auto type : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(this, type);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace lynceus
