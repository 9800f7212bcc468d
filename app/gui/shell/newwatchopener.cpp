#include "app/gui/shell/newwatchopener.h"

#include "app/gui/newwatch/droptarget.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/newwatch/pastedtext.h"
#include "app/gui/newwatch/watchtargets.h"
#include "core/domain/link/watchlink.h"
#include "core/engine/facade/engine.h"

#include <QLineEdit>

namespace lynceus {

NewWatchOpener::NewWatchOpener(Engine &engine, const WatchTargets &targets, const Environments &environments,
                               const Clock &clock, QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_targets(targets)
    , m_environments(environments)
    , m_clock(clock)
    , m_window(window)
{ }

void NewWatchOpener::setDefaults(Preferences::Deadline deadline, Preferences::Observing observing)
{
    m_deadline = deadline;
    m_observing = observing;
}

void NewWatchOpener::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    const auto dialogs = m_window.findChildren<NewWatchDialog *>();
    for (auto *dialog : dialogs)
        dialog->setZone(zone);
}

void NewWatchOpener::open(const QString &text)
{
    take(text, nullptr);
}

void NewWatchOpener::open(const std::vector<ApplicationKey> &applications)
{
    if (applications.size() == 1)
        open(m_targets.typedName(applications.front()));
    else
        openDialog()->fillWith(applications);
}

NewWatchDialog *NewWatchOpener::openDialog()
{
    Q_EMIT opened();
    auto *dialog = new NewWatchDialog(m_engine, m_targets, m_clock, m_zone, m_userName, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDefaults(int(m_deadline), int(m_observing));
    dialog->follow(m_environments);
    connect(dialog, &NewWatchDialog::instancesAsked, this, &NewWatchOpener::instancesAsked);
    connect(dialog, &NewWatchDialog::watched, this, &NewWatchOpener::watched);
    auto *drops = new DropTarget(dialog);
    drops->add(&dialog->field());
    connect(drops, &DropTarget::dropped, this, [this, dialog](const QString &text) { take(text, dialog); });
    connect(drops, &DropTarget::failed, this, &NewWatchOpener::failed);
    dialog->open();
    return dialog;
}

/// If @p dialog is null, opens a new one.
void NewWatchOpener::take(const QString &text, NewWatchDialog *dialog)
{
    const auto pasted = pastedText(text, m_engine.state(), m_targets);
    if (!pasted) {
        Q_EMIT failed(pasted.error().message);
        return;
    }
    if (!dialog)
        dialog = openDialog();
    if (const auto *link = std::get_if<WatchLink>(&*pasted))
        dialog->fillFrom(*link);
    else
        dialog->fill(std::get<QString>(*pasted));
}

} // namespace lynceus
