#include "app/gui/newwatch/newwatchdialog.h"

#include "app/gui/newwatch/targetlist.h"
#include "app/gui/newwatch/targetmodel.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/accentbutton.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/chips.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/environments.h"
#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/tones.h"
#include "app/gui/widgets/tooltips.h"
#include "core/engine/engine.h"
#include "core/engine/text/watchplantext.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

NewWatchDialog::NewWatchDialog(Engine &engine, const WatchTargets &targets, const Clock &clock, const QTimeZone &zone,
                               const QString &who, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_clock(clock)
    , m_zone(zone)
    , m_who(who)
    , m_model(new TargetModel(targets, zone, this))
    , m_field(new QLineEdit(this))
    , m_origin(new PlainLabel(m_field))
    , m_summary(new PlainLabel(this))
    , m_obstacle(new Banner(this))
    , m_list(new TargetList(*m_model, this))
    , m_troubles(new PlainLabel(this))
    , m_environments(new ChipRow(tr("Environment"), this))
    , m_versions(new ChipRow(tr("Version"), this))
    , m_deadlines(new ChipRow(tr("Deadline"), this))
    , m_eta(new PlainLabel(this))
    , m_bakes(new ChipRow(tr("Observe for"), this))
    , m_kinds(new ChipRow(tr("Expect"), this))
    , m_versionField(new QLineEdit(this))
    , m_awaits(new QCheckBox(this))
    , m_withChildren(new QCheckBox(this))
    , m_name(new QLineEdit(this))
    , m_instances(new ChipRow(tr("Instance"), this))
    , m_release(new QLineEdit(this))
    , m_command(new PlainLabel(this))
    , m_copy(new QToolButton(this))
    , m_watch(new AccentButton(this))
    , m_deadlineChoices(deadlineChoices(clock.now(), zone))
{
    m_summary->setWordWrap(true);
    m_troubles->setWordWrap(true);
    m_eta->setWordWrap(true);
    m_again.setSingleShot(true);
    build();
    listen();
    listenToVersion();
    showKind();
    fill({});
}

NewWatchDialog::~NewWatchDialog() = default;

void NewWatchDialog::listen()
{
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_origin->hide();
        m_error.clear();
        search();
    });
    m_field->installEventFilter(this);
    m_command->installEventFilter(this);
    connect(&m_targets, &WatchTargets::changed, &m_again, [this] { m_again.start(); });
    connect(&m_again, &QTimer::timeout, this, &NewWatchDialog::search);
    connect(m_model, &TargetModel::tickedChanged, this, &NewWatchDialog::showPlan);
    connect(m_environments, &ChipRow::chosenByPerson, this, &NewWatchDialog::search);
    connect(m_versions, &ChipRow::chosenByPerson, this, &NewWatchDialog::chooseVersion);
    connect(m_deadlines, &ChipRow::chosenByPerson, this, &NewWatchDialog::showPlan);
    connect(m_bakes, &ChipRow::chosenByPerson, this, &NewWatchDialog::showPlan);
    connect(m_release, &QLineEdit::textEdited, this, &NewWatchDialog::showPlan);
    connect(m_obstacle, &Banner::remedyAsked, this, [this] {
        reject();
        Q_EMIT instancesAsked();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { copyText(command()); });
}

void NewWatchDialog::search()
{
    const auto &index = m_targets.index();
    m_search = m_chosen.empty() ? index.find(m_field->text()) : index.among(m_chosen, m_field->text());
    showEnvironments();
    m_model->setKind(kind());
    m_model->show(m_search, m_clock.now()); // tells what is ticked: showPlan()
    m_list->setVisible(m_search.found > 0 && !isNamed());
    showObstacle();
    showVersions();
}

void NewWatchDialog::follow(const Environments &environments)
{
    m_environmentsOf = &environments;
    m_model->follow(environments);
    if (m_model->hasEnvironments()) // their column takes nothing from the versions
        resize(width() + m_model->environmentWidth(fontMetrics()), height());
    connect(&environments, &Environments::changed, &m_again, [this] { m_again.start(); });
    m_again.start();
}

/// Those of what was found; one leaves its applications only.
void NewWatchDialog::showEnvironments()
{
    const auto nameOf = [this](const WatchTarget &target) {
        const auto *environment = m_environmentsOf ? m_environmentsOf->of(target.entry.key) : nullptr;
        return environment ? environment->name : QString();
    };
    QSet<QString> found;
    for (const auto &target : m_search.targets)
        found.insert(nameOf(target));
    QStringList names = m_environmentsOf ? m_environmentsOf->names() : QStringList();
    names.removeIf([&found](const QString &name) { return !found.contains(name); });
    names.prepend(tr("All"));
    m_environments->setChoices(names);
    if (m_environments->chosen() < 0)
        m_environments->choose(0);
    const bool isOffered = found.size() > 1 && !isNamed();
    m_environmentLine->setVisible(isOffered);
    if (!isOffered || m_environments->chosen() <= 0)
        return;
    const auto wanted = names.at(m_environments->chosen());
    const auto left =
        std::erase_if(m_search.targets, [&](const WatchTarget &target) { return nameOf(target) != wanted; });
    m_search.found -= int(left);
}

void NewWatchDialog::showVersions()
{
    QStringList texts;
    QStringList tips;
    int current = -1;
    for (const auto &seen : m_search.versions) {
        if (!m_search.typed.version.isEmpty() && !seen.version.startsWith(m_search.typed.version))
            continue;
        QStringList names;
        std::ranges::transform(seen.instances, std::back_inserter(names),
                               [this](const QString &id) { return m_targets.instanceName(id); });
        if (seen.version == m_search.typed.version)
            current = int(texts.size());
        texts.append(seen.version);
        tips.append(tr("Runs on %1").arg(names.join(u", "_s)));
    }
    m_versions->setChoices(texts, tips);
    m_versions->choose(current);
    const bool isDecided = current >= 0 && texts.size() == 1;
    const bool isByImage = kind() == ExpectedVersion::Kind::Images;
    m_versionLine->setVisible(isByImage && !isNamed() && !texts.isEmpty() && !isDecided);
}

void NewWatchDialog::chooseVersion(int choice)
{
    QStringList texts;
    for (const auto &seen : m_search.versions) {
        if (m_search.typed.version.isEmpty() || seen.version.startsWith(m_search.typed.version))
            texts.append(seen.version);
    }
    const auto name = m_search.amongChosen ? QString() : m_search.typed.name + u':';
    m_field->setText(name + texts.value(choice));
    m_field->setFocus(); // Enter watches
}

WatchPlan NewWatchDialog::plan() const
{
    const auto deadline = std::size_t(std::max(0, m_deadlines->chosen()));
    const auto bake = std::size_t(std::max(0, m_bakes->chosen()));
    const auto typed = m_release->text().trimmed();
    const auto expected = version();
    const auto application = isNamed() ? named() : Result<NamedApplication>();
    const bool isReady = expected && application;
    return {.chosen = isReady && !isNamed() ? m_model->chosen() : std::vector<WatchTarget>{},
            .timeout = m_deadlineChoices.at(deadline).timeout,
            .bake = kBakeChoices.at(bake),
            .release = typed.isEmpty() ? m_release->placeholderText() : typed,
            .who = m_who,
            .version = expected.value_or(ExpectedVersion{}),
            .named = isReady && isNamed() ? std::optional(*application) : std::nullopt};
}

void NewWatchDialog::showPlan()
{
    const auto planned = plan();
    const auto &chosen = planned.chosen;
    m_release->setPlaceholderText(suggestedRelease(chosen, planned.version));
    m_releaseLine->setVisible(chosen.size() > 1);
    m_watch->setEnabled((!chosen.empty() || planned.named) && !m_busy);
    m_watch->setText(chosen.size() > 1 ? tr("Watch %1 applications").arg(chosen.size()) : tr("Watch"));
    ask(chosen);
    showSummary();
    showEta();
    showCommand();
}

void NewWatchDialog::showSummary()
{
    auto text = searchText(m_search, m_targets.index().count());
    auto role = m_search.typed.problem.isEmpty() ? StateRole::Neutral : StateRole::Bad;
    const bool isOpen = std::ranges::any_of(m_search.targets, [](const WatchTarget &target) { return !target.wanted; });
    const bool isByImage = kind() == ExpectedVersion::Kind::Images;
    if (const auto problem = versionProblem(); !problem.isEmpty()) {
        text = problem;
        role = StateRole::Held;
    } else if (isNamed()) {
        text = m_withChildren->isChecked() ? tr("The applications that it manages are watched as one release.")
                                           : tr("This application is watched as soon as it is created.");
        role = StateRole::Neutral;
    } else if (isByImage && m_search.found > 0 && m_search.typed.version.isEmpty() && (!m_search.amongChosen || isOpen)
               && m_search.typed.problem.isEmpty()) {
        text += u" – "_s
            + (m_search.amongChosen
                   ? tr("enter one version for all applications, or one for each: shop-web:1.5.0 orders:2.0.0")
                   : tr("add a version after a colon, or select one that is running"));
        role = StateRole::Held;
    } else if (m_search.found > 0 && m_model->ticked() == 0 && m_search.typed.problem.isEmpty()) {
        text += u" – "_s + tr("select the applications to watch");
    }
    if (!m_error.isEmpty()) {
        text = m_error;
        role = StateRole::Bad;
    }
    m_summary->setText(text);
    auto tinted = palette();
    const auto tones = tonesOf(palette());
    tinted.setColor(QPalette::WindowText, role == StateRole::Neutral ? tones.muted : tones.of(role).foreground);
    m_summary->setPalette(tinted);
}

/// Asked once each, and only for what is ticked: the server is spared what nobody wants to know.
void NewWatchDialog::ask(const std::vector<WatchTarget> &chosen)
{
    for (const auto &target : chosen) {
        const auto &key = target.entry.key;
        if (!m_etas.contains(key)) {
            m_etas.insert(key, {});
            m_engine.eta(key, this).then(this, [this, key](const std::optional<Eta> &eta) {
                m_etas.insert(key, eta);
                showEta();
            });
        }
        if (target.entry.application->autoSync && !m_windowsAsked.contains(key)) {
            m_windowsAsked.insert(key);
            m_engine.syncWindow(key, this).then(this, [this, key](const Result<SyncWindowBlock> &window) {
                if (window) // else nothing is claimed
                    m_model->setWindow(key, *window, m_clock.now());
            });
        }
    }
}

void NewWatchDialog::showEta()
{
    std::optional<Eta> slowest;
    for (const auto &target : m_model->chosen()) {
        const auto eta = m_etas.value(target.entry.key);
        if (eta && (!slowest || eta->p90 > slowest->p90))
            slowest = eta;
    }
    auto text = slowest ? etaText(*slowest) : QString();
    const bool isShort = slowest && slowest->p90 > plan().timeout;
    if (isShort)
        text += u" – "_s + tr("may be too short");
    m_eta->setText(text);
    auto tinted = palette();
    const auto tones = tonesOf(palette());
    tinted.setColor(QPalette::WindowText, isShort ? tones.of(StateRole::Held).foreground : tones.muted);
    m_eta->setPalette(tinted);
}

QString NewWatchDialog::command() const
{
    const auto requests = requestsOf(plan());
    QStringList applications;
    std::ranges::transform(requests, std::back_inserter(applications),
                           [this](const WatchRequest &request) { return m_targets.typedName(request.application); });
    return waitCommand(requests, applications);
}

void NewWatchDialog::showCommand()
{
    const auto text = command();
    m_command->setText(m_command->fontMetrics().elidedText(text, Qt::ElideRight, m_command->width()));
    setPlainToolTip(m_command, text);
    m_command->setAccessibleDescription(text);
    m_copy->setEnabled(!text.isEmpty());
}

void NewWatchDialog::accept()
{
    const auto requests = requestsOf(plan());
    if (requests.empty() || m_busy)
        return;
    m_busy = true;
    m_error.clear();
    showPlan();
    m_engine.addWatches(requests, this).then(this, [this](const Result<QStringList> &added) {
        m_busy = false;
        if (!added) {
            m_error = added.error().message;
            showPlan();
            return;
        }
        if (!isNamed())
            m_model->rememberChoices();
        Q_EMIT watched(*added);
        QDialog::accept();
    });
}

bool NewWatchDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_command && event->type() == QEvent::Resize)
        showCommand();
    // Down goes from the field to what it found.
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_list->isVisible()) {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace lynceus
