#include "app/gui/newwatch/newwatchdialog.h"

// How the dialog begins: with a text, a link, or one application; and what it says where nothing can be found.

#include "app/gui/newwatch/targetmodel.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/chips.h"
#include "app/gui/widgets/plainlabel.h"
#include "core/domain/link/watchlink.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

void NewWatchDialog::fill(const QString &text)
{
    if (const auto target = m_targets.calledBy(text)) {
        fillWith(*target);
        return;
    }
    const auto offered = text.isEmpty() ? imageInClipboard(QGuiApplication::clipboard()->text()) : QString();
    m_field->setText(text.isEmpty() ? offered : text.simplified());
    m_origin->setVisible(!offered.isEmpty());
    m_field->selectAll(); // typing replaces what was offered
    m_field->setFocus();
    search();
}

void NewWatchDialog::setDefaults(int deadline, int observing)
{
    m_deadlines->choose(deadline);
    m_bakes->choose(observing);
}

void NewWatchDialog::fillFrom(const WatchLink &link)
{
    fill(link.images.empty() ? link.application : familiarName(link.images.front()));
    if (!link.application.isEmpty() || !link.instance.isEmpty()) {
        m_model->tickOnly([&link](const ApplicationKey &key) {
            const auto fits = [](const QString &wanted, const QString &is) { return wanted.isEmpty() || wanted == is; };
            return fits(link.application, key.name) && fits(link.nameSpace, key.nameSpace)
                && fits(link.instance, key.instance);
        });
    }
    const auto next = [](const auto &choices, Duration wanted, auto length) {
        const auto found = std::ranges::find_if(choices, [&](const auto &choice) { return length(choice) >= wanted; });
        return int(std::min<std::ptrdiff_t>(found - std::begin(choices), std::ssize(choices) - 1));
    };
    if (link.timeout)
        m_deadlines->choose(next(m_deadlineChoices, *link.timeout, [](const auto &choice) { return choice.timeout; }));
    if (link.bake)
        m_bakes->choose(next(kBakeChoices, *link.bake, [](Duration bake) { return bake; }));
    m_release->setText(link.release);
    showPlan();
}

void NewWatchDialog::fillWith(const std::vector<ApplicationKey> &chosen)
{
    m_chosen = chosen;
    m_field->setPlaceholderText(tr("Version, for example 1.5.0"));
    m_field->setAccessibleName(tr("Version of the selected applications"));
    m_field->clear();
    m_origin->hide();
    search();
    m_model->tickOnly([](const ApplicationKey &) { return true; });
    m_field->setFocus();
}

/// Whoever finds nothing must know whether there is anything to look in.
void NewWatchDialog::showObstacle()
{
    const auto troubles = m_targets.troubles();
    const bool isBlind = m_targets.index().count() == 0;
    if (isBlind && !m_targets.hasInstances())
        m_obstacle->say(StateRole::Held, tr("No instance has been added yet."), {}, tr("Add an instance…"));
    else if (isBlind && !troubles.isEmpty())
        m_obstacle->say(StateRole::Held, tr("No applications are known yet."), troubles.join(u", "_s),
                        tr("Show instances"));
    else
        m_obstacle->hide();
    const bool isHindered = !m_obstacle->isHidden();
    m_obstacle->remedy()->setDefault(isHindered); // Enter does what can be done
    m_watch->setDefault(!isHindered);
    m_summary->setVisible(!isHindered);
    m_troubles->setVisible(!isBlind && !troubles.isEmpty());
    m_troubles->setText(
        tr("The data of these instances may be out of date or incomplete: %1").arg(troubles.join(u", "_s)));
}

/// One application was chosen elsewhere: only its version is missing.
void NewWatchDialog::fillWith(const WatchTarget &target)
{
    const auto &key = target.entry.key;
    auto text = key.name;
    if (!target.running.empty()) {
        auto repository = target.running.front();
        repository.tag.clear();
        repository.digest.clear();
        text = familiarName(repository) + u':';
    }
    m_field->setText(text);
    m_origin->hide();
    search();
    m_model->tickOnly([&key](const ApplicationKey &other) { return other == key; });
    m_field->setFocus();
    // Behind the colon; a dialog that opens selects all of its first field.
    QTimer::singleShot(0, m_field, [this] { m_field->end(false); });
}

} // namespace lynceus
