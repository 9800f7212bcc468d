#include "app/gui/newwatch/newwatchdialog.h"

#include "app/gui/environments/environments.h"
#include "app/gui/newwatch/expectationform.h"
#include "app/gui/newwatch/formline.h"
#include "app/gui/newwatch/targetfacts.h"
#include "app/gui/newwatch/targetlist.h"
#include "app/gui/newwatch/targetmodel.h"
#include "app/gui/newwatch/timesform.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/controls/accentbutton.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/layoutdirection.h"
#include "app/gui/widgets/text/clipboard.h"
#include "app/gui/widgets/text/relativefont.h"
#include "core/domain/link/watchlink.h"
#include "core/domain/watch/watchrequests.h"
#include "core/engine/facade/engine.h"
#include "core/engine/text/watchplantext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kWidth = 720;
constexpr int kFieldHeight = 40;
constexpr int kButtonHeight = 34;
constexpr int kMargin = 20;

} // namespace

NewWatchDialog::NewWatchDialog(Engine &engine, const WatchTargets &targets, const Clock &clock, const QTimeZone &zone,
                               const QString &who, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_clock(clock)
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
    , m_expectation(new ExpectationForm(targets, this))
    , m_times(new TimesForm(clock, zone, this))
    , m_release(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_command(new PlainLabel(this))
    , m_copy(new QToolButton(this))
    , m_watch(new AccentButton(this))
    , m_facts(new TargetFacts(engine, this))
{
    m_summary->setWordWrap(true);
    m_troubles->setWordWrap(true);
    m_again.setSingleShot(true);
    build();
    listen();
    fill({});
}

NewWatchDialog::~NewWatchDialog() = default;

void NewWatchDialog::build()
{
    setWindowTitle(tr("New watch"));
    setMinimumWidth(kWidth * 3 / 4);
    auto *title = new PlainLabel(tr("New watch"), this);
    setRelativeFont(title, 1.25, QFont::DemiBold);
    auto *subtitle = new PlainLabel(tr("Notify me when this image runs"), this);
    subtitle->setObjectName(u"muted"_s);

    m_field->setMinimumHeight(kFieldHeight);
    setFixedFont(m_field, 1.1);
    m_field->setPlaceholderText(tr("Image or application, for example ghcr.io/acme/shop-web:1.5.0"));
    m_field->setAccessibleName(tr("Image reference or application name"));
    m_field->addAction(glyphIcon("container"_L1), QLineEdit::LeadingPosition);
    m_origin->setText(tr("from the clipboard"));
    m_origin->setObjectName(u"muted"_s);
    m_origin->setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
    setLeadingMargins(m_origin, {0, 0, 12, 0});
    auto *inField = new QHBoxLayout(m_field);
    inField->setContentsMargins(0, 0, 0, 0);
    inField->addStretch();
    inField->addWidget(m_origin);

    m_list->setAccessibleName(tr("Applications that use this image"));
    m_list->setMinimumHeight(120);

    m_troubles->setObjectName(u"muted"_s);
    m_command->setObjectName(u"muted"_s);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setAccessibleName(tr("Equivalent command"));
    m_command->setWordWrap(false);
    m_command->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy->setIcon(glyphIcon("copy"_L1));
    m_copy->setAutoRaise(true);
    setPlainToolTip(m_copy, tr("Copy the equivalent command"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_release->setAccessibleName(tr("Release name"));
    m_release->setMinimumHeight(30);
    m_note->setAccessibleName(tr("Note"));
    m_note->setMinimumHeight(30);
    m_note->setMaxLength(int(kLongestNote));

    m_watch->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setMinimumHeight(kButtonHeight);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_watch, &QPushButton::clicked, this, &NewWatchDialog::accept);

    m_environmentLine = formLine(this, tr("Environment"), m_environments);
    m_versionLine = formLine(this, tr("Version"), m_versions);
    m_releaseLine = formLine(this, tr("Release"), m_release);
    m_noteLine = formLine(this, tr("Note"), m_note);
    m_noteLine->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(subtitle);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_command, 1);
    foot->addWidget(m_copy);
    foot->addSpacing(8);
    foot->addWidget(cancel);
    foot->addWidget(m_watch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_field);
    column->addWidget(m_summary);
    column->addWidget(m_expectation);
    column->addWidget(m_obstacle);
    column->addWidget(m_environmentLine);
    column->addWidget(m_list, 100); // takes all extra height
    column->addWidget(m_troubles);
    column->addWidget(m_versionLine);
    column->addWidget(m_times);
    column->addWidget(m_releaseLine);
    column->addWidget(m_noteLine);
    column->addStretch(1);
    column->addLayout(foot);
    tabAsRead(this);
    resize(kWidth, sizeHint().height());
    growWithContent(this);
    tint();
}

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
    connect(m_expectation, &ExpectationForm::kindChanged, this, &NewWatchDialog::showKind);
    connect(m_expectation, &ExpectationForm::valueChanged, this, [this] {
        m_error.clear();
        showPlan();
    });
    connect(m_facts, &TargetFacts::etaKnown, this, [this] { m_times->showEta(m_facts->slowest(m_model->chosen())); });
    connect(m_facts, &TargetFacts::windowKnown, m_model,
            [this](const ApplicationKey &key, const SyncWindowBlock &window) {
                m_model->setWindow(key, window, m_clock.now());
            });
    connect(m_times, &TimesForm::chosen, this, &NewWatchDialog::showPlan);
    connect(m_release, &QLineEdit::textEdited, this, &NewWatchDialog::showPlan);
    connect(m_obstacle, &Banner::remedyAsked, this, [this] {
        reject();
        Q_EMIT instancesAsked();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { copyText(command()); });
}

void NewWatchDialog::showKind()
{
    // With a typed application, the field is only for the image.
    m_field->setEnabled(!m_expectation->isNamed() || m_expectation->kind() == ExpectedVersion::Kind::Images);
    search();
}

void NewWatchDialog::search()
{
    const auto &index = m_targets.index();
    m_search = m_chosen.empty() ? index.find(m_field->text()) : index.among(m_chosen, m_field->text());
    showEnvironments();
    m_model->setKind(m_expectation->kind());
    m_model->show(m_search, m_clock.now()); // emits the checked rows: showPlan()
    m_list->setVisible(m_search.found > 0 && !m_expectation->isNamed());
    showObstacle();
    showVersions();
}

void NewWatchDialog::follow(const Environments &environments)
{
    m_environmentsOf = &environments;
    m_model->follow(environments);
    if (m_model->hasEnvironments()) // their column needs no room of the versions
        resize(width() + m_model->environmentWidth(fontMetrics()), height());
    connect(&environments, &Environments::changed, &m_again, [this] { m_again.start(); });
    m_again.start();
}

/// Shows the environments of the results; choosing one checks only its applications.
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
    const bool isOffered = found.size() > 1 && !m_expectation->isNamed();
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
    const bool isByImage = m_expectation->kind() == ExpectedVersion::Kind::Images;
    m_versionLine->setVisible(isByImage && !m_expectation->isNamed() && !texts.isEmpty() && !isDecided);
}

void NewWatchDialog::chooseVersion(int choice)
{
    QStringList texts;
    for (const auto &seen : m_search.versions) {
        if (m_search.typed.version.isEmpty() || seen.version.startsWith(m_search.typed.version))
            texts.append(seen.version);
    }
    const auto name = m_search.amongChosen ? QString() : m_search.typed.name + u':';
    m_field->setText((name + texts.value(choice) + u' ' + otherImages()).trimmed());
    m_field->setFocus(); // Enter watches
}

/// As in the field: after the first one, separated by spaces.
QString NewWatchDialog::otherImages() const
{
    QStringList names;
    std::ranges::transform(m_search.typed.others, std::back_inserter(names), familiarName);
    return names.join(u' ');
}

WatchPlan NewWatchDialog::plan() const
{
    const auto typed = m_release->text().trimmed();
    const auto expected = m_expectation->version();
    const bool isNamed = m_expectation->isNamed();
    auto application = isNamed ? m_expectation->named(m_search.typed.image) : Result<NamedApplication>();
    if (application)
        application->others = m_search.typed.others;
    const bool isReady = expected && application;
    return {.chosen = isReady && !isNamed ? m_model->chosen() : std::vector<WatchTarget>{},
            .timeout = m_times->timeout(),
            .bake = m_times->bake(),
            .release = typed.isEmpty() ? m_release->placeholderText() : typed,
            .who = m_who,
            .version = expected.value_or(ExpectedVersion{}),
            .named = isReady && isNamed ? std::optional(*application) : std::nullopt,
            .note = m_note->text().trimmed()};
}

void NewWatchDialog::showPlan()
{
    const auto planned = plan();
    const auto &chosen = planned.chosen;
    m_release->setPlaceholderText(suggestedRelease(chosen, planned.version));
    m_releaseLine->setVisible(chosen.size() > 1);
    m_watch->setEnabled((!chosen.empty() || planned.named) && !m_busy);
    m_watch->setText(chosen.size() > 1 ? tr("Watch %n applications", nullptr, int(chosen.size())) : tr("Watch"));
    m_facts->ask(chosen);
    showSummary();
    m_times->showEta(m_facts->slowest(chosen));
    showCommand();
}

void NewWatchDialog::showSummary()
{
    auto text = searchText(m_search, m_targets.index().count());
    auto role = m_search.typed.problem.isEmpty() ? StateRole::Neutral : StateRole::Bad;
    const bool isOpen = std::ranges::any_of(m_search.targets, [](const WatchTarget &target) { return !target.wanted; });
    const bool isByImage = m_expectation->kind() == ExpectedVersion::Kind::Images;
    if (const auto problem = m_expectation->problem(m_search.typed.image); !problem.isEmpty()) {
        text = problem;
        role = StateRole::Held;
    } else if (m_expectation->isNamed()) {
        text = m_expectation->isParent() ? tr("Lynceus watches the applications that it manages as one release.")
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
    const bool hasTargets = m_search.found > 0 || m_expectation->isNamed();
    if (isByImage && hasTargets && m_search.typed.image && !m_search.typed.others.empty())
        text += u" – "_s + tr("expects all of: %1").arg(familiarName(*m_search.typed.image) + u' ' + otherImages());
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
        if (!m_expectation->isNamed())
            m_model->rememberChoices();
        Q_EMIT watched(*added);
        QDialog::accept();
    });
}

bool NewWatchDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_command && event->type() == QEvent::Resize)
        showCommand();
    // Down moves from the field to the results.
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_list->isVisible()) {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void NewWatchDialog::setZone(const QTimeZone &zone)
{
    m_times->setZone(zone);
    m_model->setZone(zone);
    search();
}

void NewWatchDialog::tint()
{
    const auto tones = tonesOf(palette());
    const auto labels = findChildren<PlainLabel *>(u"muted"_s);
    for (auto *label : labels) {
        auto muted = palette();
        muted.setColor(QPalette::WindowText, tones.muted);
        label->setPalette(muted);
    }
}

void NewWatchDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && layout()) {
        tint();
        showSummary();
    }
}

void NewWatchDialog::fill(const QString &text)
{
    if (const auto target = m_targets.calledBy(text)) {
        fillWith(*target);
        return;
    }
    const auto offered = text.isEmpty() ? imageInClipboard(QGuiApplication::clipboard()->text()) : QString();
    m_field->setText(text.isEmpty() ? offered : text.simplified());
    m_origin->setVisible(!offered.isEmpty());
    m_field->selectAll(); // typing replaces the offered text
    m_field->setFocus();
    search();
}

void NewWatchDialog::setDefaults(int deadline, int observing)
{
    m_times->choose(deadline, observing);
}

void NewWatchDialog::fillFrom(const WatchLink &link)
{
    QStringList images;
    std::ranges::transform(link.images, std::back_inserter(images), familiarName);
    if (images.size() > 1)
        m_chosen.clear(); // among given applications, each image would mean another application
    fill(images.isEmpty() ? link.application : images.join(u' '));
    if (!link.application.isEmpty() || !link.instance.isEmpty()) {
        m_model->tickOnly([&link](const ApplicationKey &key) {
            const auto fits = [](const QString &wanted, const QString &is) { return wanted.isEmpty() || wanted == is; };
            return fits(link.application, key.name) && fits(link.nameSpace, key.nameSpace)
                && fits(link.instance, key.instance);
        });
    }
    if (link.timeout)
        m_times->chooseTimeout(*link.timeout);
    if (link.bake)
        m_times->chooseBake(*link.bake);
    m_release->setText(link.release);
    m_note->setText(link.note);
    m_noteLine->setVisible(!link.note.isEmpty());
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

/// Explains an empty result if no instance can be searched.
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
    m_obstacle->remedy()->setDefault(isHindered); // Enter triggers the remedy
    m_watch->setDefault(!isHindered);
    m_summary->setVisible(!isHindered);
    m_troubles->setVisible(!isBlind && !troubles.isEmpty());
    m_troubles->setText(
        tr("The data of these instances may be out of date or incomplete: %1").arg(troubles.join(u", "_s)));
}

/// The application was chosen elsewhere: only its version is missing.
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
    // After the colon; a dialog that opens selects all text in its first field.
    QTimer::singleShot(0, m_field, [this] { m_field->end(false); });
}

} // namespace lynceus
