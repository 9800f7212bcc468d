#include "app/gui/preferences/preferencesdialog.h"

#include "app/gui/preferences/environmentseditor.h"
#include "app/gui/preferences/keyfield.h"
#include "app/gui/preferences/language.h"
#include "app/gui/preferences/notificationmatrix.h"
#include "app/gui/preferences/preferenceform.h"
#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "core/domain/time/timeofday.h"
#include "core/io/process/systemuser.h"
#include "core/io/settings/settingsexchange.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kLetters = 22; ///< characters of a zone's name

void addZones(QComboBox &box)
{
    box.addItem(PreferencesDialog::tr("System time zone (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())),
                QByteArray());
    box.addItem(u"UTC"_s, QByteArray("UTC"));
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const auto &zone : zones) {
        if (zone.contains('/')) // the others are legacy names and offsets
            box.addItem(QString::fromLatin1(zone), zone);
    }
}

} // namespace

PreferencesDialog::PreferencesDialog(Engine &engine, Notifications &notifications, PreferencesFile &preferences,
                                     ShortcutRegistry &shortcuts, const Autostart &autostart, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_notifications(notifications)
    , m_preferences(preferences)
    , m_shortcuts(shortcuts)
    , m_autostart(autostart)
    , m_search(new QLineEdit(this))
    , m_categories(new QListWidget(this))
    , m_said(new PlainLabel(this))
    , m_nothing(new PlainLabel(tr("No matching settings"), this))
    , m_form(new PreferenceForm)
{
    setWindowTitle(tr("Settings"));
    build();
    addCategories();
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::search);
    connect(m_categories, &QListWidget::currentRowChanged, this, &PreferencesDialog::chooseCategory);
    connect(&preferences, &PreferencesFile::changed, this, &PreferencesDialog::showNow);
    tabAsRead(this);
    showNow();
    fitCategories();
    const int widest = sizeHint().width(); // of all categories, so that choosing one does not widen the dialog
    m_categories->setCurrentRow(0);
    search({});
    resize(sizeHint()
               .expandedTo({widest, 0})
               .expandedTo({fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 34}));
    growWithContent(this);
}

void PreferencesDialog::build()
{
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_categories->setAccessibleName(tr("Categories"));
    m_categories->setFrameShape(QFrame::NoFrame);
    m_categories->setSpacing(2);
    m_categories->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_said->setWordWrap(true);
    m_said->hide();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus); // it scrolls to the focused widget
    m_scroll = scroll;
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_categories);
    columns->addWidget(scroll, 1);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{m_search, m_said, m_nothing})
        layout->addWidget(part);
    layout->addLayout(columns, 1);
}

void PreferencesDialog::addCategories()
{
    const auto add = [this](const QString &title, std::initializer_list<void (PreferencesDialog::*)()> parts) {
        m_form->addCategory(title);
        m_categories->addItem(title);
        for (const auto part : parts)
            (this->*part)();
    };
    using Dialog = PreferencesDialog;
    add(tr("General"), {&Dialog::addStart, &Dialog::addQuitting, &Dialog::addExchange});
    add(tr("Appearance"), {&Dialog::addAppearance});
    add(tr("Watches"), {&Dialog::addNewWatch});
    add(tr("Notifications"), {&Dialog::addNotifications, &Dialog::addQuietHours});
    add(tr("Environments"), {&Dialog::addEnvironments});
    add(tr("History"), {&Dialog::addHistory});
    if (!m_shortcuts.entries().empty())
        add(tr("Keys"), {&Dialog::addShortcuts});
}

/// A search covers all categories; choosing a category ends it.
void PreferencesDialog::chooseCategory(int category)
{
    if (category < 0)
        return;
    m_search->clear();
    m_form->showCategory(category);
    fitCategories();
}

template<typename Choice>
void PreferencesDialog::addChoice(const QString &label, const QList<std::pair<QString, Choice>> &choices,
                                  Choice Preferences::*member, const QString &words)
{
    auto *box = new QComboBox;
    for (const auto &[text, choice] : choices)
        box->addItem(text, int(choice));
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, member] {
        const auto chosen = Choice(box->currentData().toInt());
        change([chosen, member](Preferences &preferences) { preferences.*member = chosen; });
    });
    m_show.push_back([box, member](const Preferences &now) { box->setCurrentIndex(box->findData(int(now.*member))); });
    m_form->addRow(label, box, words);
}

void PreferencesDialog::addNewWatch()
{
    m_form->addHeading(tr("New watch"));
    using Deadline = Preferences::Deadline;
    addChoice<Deadline>(tr("Default deadline"),
                        {{tr("5 min"), Deadline::FiveMinutes},
                         {tr("15 min"), Deadline::QuarterHour},
                         {tr("1 h"), Deadline::Hour},
                         {tr("End of the working day"), Deadline::EndOfDay}},
                        &Preferences::deadline, tr("timeout time limit"));
    using Observing = Preferences::Observing;
    addChoice<Observing>(tr("Observe for"),
                         {{tr("0 min"), Observing::NotAtAll},
                          {tr("5 min"), Observing::FiveMinutes},
                          {tr("30 min"), Observing::HalfHour}},
                         &Preferences::observing, tr("bake time guard default"));
}

void PreferencesDialog::addQuitting()
{
    enum Choice { Ask, KeepWatching, Stop };
    m_form->addHeading(tr("Quit"));
    auto *box = new QComboBox;
    box->addItem(tr("Ask"), Ask);
    box->addItem(tr("Keep watching in the background"), KeepWatching);
    box->addItem(tr("Stop watching"), Stop);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
        const int chosen = box->currentData().toInt();
        change([chosen](Preferences &preferences) {
            preferences.askedOnQuit = chosen != Ask;
            preferences.watchesGoOn = chosen != Stop;
        });
    });
    m_show.push_back([box](const Preferences &now) {
        box->setCurrentIndex(!now.askedOnQuit ? Ask : now.watchesGoOn ? KeepWatching : Stop);
    });
    m_form->addRow(tr("When you quit while watches are running"), box, tr("exit close background service daemon"));
}

void PreferencesDialog::addNotifications()
{
    m_form->addHeading(tr("Notify me when"));
    auto *matrix = new NotificationMatrix;
    connect(matrix, &NotificationMatrix::changed, this,
            [this](NotificationMatrix::Member member, std::size_t kind, bool on) {
                change([=](Preferences &preferences) { (preferences.notifications.*member)[kind] = on; });
            });
    m_show.push_back([matrix](const Preferences &now) { matrix->setSettings(now.notifications); });
    m_form->addWide(matrix, matrix->words());
    m_form->addHeading(tr("Notifications"));
    auto *banners = new QSpinBox;
    banners->setRange(0, Preferences::kMostBanners);
    connect(banners, &QSpinBox::valueChanged, this, [this](int most) {
        change([most](Preferences &preferences) { preferences.notifications.bannersPerTenMinutes = most; });
    });
    m_show.push_back([banners](const Preferences &now) { banners->setValue(now.notifications.bannersPerTenMinutes); });
    setPlainToolTip(banners,
                    tr("Further notifications are combined into one summary. Failures are always shown by name."));
    m_form->addRow(tr("Maximum notifications in 10 minutes, without failures"), banners, tr("limit budget summary"));
    addAuthors();
    auto *sample = new QPushButton(tr("Send test notification"));
    connect(sample, &QPushButton::clicked, &m_notifications, &Notifications::sendSample);
    m_form->addRow(tr("Check that notifications are shown"), sample, tr("test try"));
}

/// Pipelines use the author of a commit, which often differs from the system's user name.
void PreferencesDialog::addAuthors()
{
    auto *authors = new QLineEdit;
    authors->setPlaceholderText(systemUser());
    setPlainToolTip(
        authors,
        tr("Lynceus notifies you of a team server's tasks with one of these authors. Separate several names "
           "with commas. Without a name, the name of your account on this computer counts."));
    connect(authors, &QLineEdit::editingFinished, this, [this, authors] {
        auto names = authors->text().split(u',');
        for (auto &name : names)
            name = name.simplified();
        names.removeAll(QString());
        if (names != m_preferences.now().notifications.authors)
            change([&names](Preferences &preferences) { preferences.notifications.authors = names; });
    });
    m_show.push_back([authors](const Preferences &now) { authors->setText(now.notifications.authors.join(u", "_s)); });
    m_form->addRow(tr("Your names as an author in pipelines"), authors, tr("author task team server commit mine"));
}

void PreferencesDialog::addQuietHours()
{
    m_form->addHeading(tr("Quiet hours"));
    auto *enabled = new QCheckBox(tr("Hold notifications not ticked above"));
    connect(enabled, &QCheckBox::toggled, this, [this](bool on) {
        change([on](Preferences &preferences) { preferences.notifications.quietHours.enabled = on; });
    });
    m_form->addRow(tr("Quiet hours every day"), enabled, tr("night mute silence"));
    const auto addTime = [this](const QString &label, QTime QuietHours::*member) {
        auto *edit = new QTimeEdit;
        edit->setDisplayFormat(timeOfDayPattern(QLocale::system(), TimeOfDay::Minutes));
        connect(edit, &QTimeEdit::timeChanged, this, [this, member](QTime time) {
            change([member, time](Preferences &preferences) { preferences.notifications.quietHours.*member = time; });
        });
        m_show.push_back([edit, member](const Preferences &now) {
            edit->setTime(now.notifications.quietHours.*member);
            edit->setEnabled(now.notifications.quietHours.enabled);
        });
        m_form->addRow(label, edit, tr("night mute silence"));
    };
    addTime(tr("Start of quiet hours"), &QuietHours::from);
    addTime(tr("End of quiet hours"), &QuietHours::until);
    m_show.push_back([enabled](const Preferences &now) { enabled->setChecked(now.notifications.quietHours.enabled); });
}

void PreferencesDialog::addStart()
{
    if (!Autostart::isOffered())
        return;
    m_form->addHeading(tr("Start"));
    auto *box = new QCheckBox(tr("When you sign in to this computer"));
    box->setChecked(m_autostart.isOn());
    connect(box, &QCheckBox::toggled, this, [this, box](bool on) {
        const auto set = m_autostart.set(on);
        say(set ? QString() : set.error().message);
        const QSignalBlocker quiet(box);
        box->setChecked(m_autostart.isOn());
    });
    m_form->addRow(tr("Start Lynceus"), box, tr("autostart login boot"));
}

void PreferencesDialog::addExchange()
{
    m_form->addHeading(tr("Transfer settings"));
    const auto filter = tr("Settings of Lynceus (*.json)");
    auto *save = new QPushButton(tr("Export…"));
    connect(save, &QPushButton::clicked, this, [this, filter] {
        const auto name = QFileDialog::getSaveFileName(this, tr("Export settings"), u"lynceus-settings.json"_s, filter);
        if (!name.isEmpty())
            exportTo(name);
    });
    m_form->addRow(tr("Settings and instances, without secrets"), save, tr("backup save"));
    auto *open = new QPushButton(tr("Import…"));
    connect(open, &QPushButton::clicked, this, [this, filter] {
        const auto name = QFileDialog::getOpenFileName(this, tr("Import settings"), {}, filter);
        if (!name.isEmpty())
            importFrom(name);
    });
    m_form->addRow(tr("Settings exported on another computer"), open, tr("backup restore load"));
}

void PreferencesDialog::exportTo(const QString &fileName)
{
    std::vector<Instance> instances;
    for (const auto &state : m_engine.state().instances())
        instances.push_back(state.instance);
    const auto written = exportSettings(fileName, m_preferences.now(), instances);
    say(written ? tr("Exported to %1.").arg(fileName) : written.error().message);
}

void PreferencesDialog::importFrom(const QString &fileName)
{
    const auto read = importSettings(fileName);
    if (!read)
        return say(read.error().message);
    const auto trayExplained = m_preferences.now().trayExplained;
    say({});
    change([&read, trayExplained](Preferences &preferences) {
        preferences = read->preferences;
        preferences.trayExplained = trayExplained;
    });
    if (m_said->isVisibleTo(this))
        return; // it could not be written
    say(read->faults.isEmpty() ? tr("Settings imported. Sign in to the new instances.")
                               : tr("Settings imported, except: %1").arg(read->faults.join(u", "_s)));
    addInstances(read->instances);
}

void PreferencesDialog::addInstances(const std::vector<Instance> &instances)
{
    for (auto instance : instances) {
        const bool known = std::ranges::any_of(m_engine.state().instances(), [&](const InstanceState &state) {
            return state.instance.baseUrl == instance.baseUrl;
        });
        if (known)
            continue;
        instance.id.clear(); // a new id is generated on this computer
        m_engine.saveInstance(instance, this).then(this, [this, name = instance.name](const Result<QString> &saved) {
            if (!saved)
                say(tr("%1 was not imported: %2").arg(name, saved.error().message));
        });
    }
}

void PreferencesDialog::change(const std::function<void(Preferences &)> &apply)
{
    const auto changed = m_preferences.change(apply);
    say(changed ? QString() : changed.error().message);
    if (!changed)
        showNow();
}

void PreferencesDialog::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void PreferencesDialog::search(const QString &text)
{
    m_nothing->setVisible(m_form->search(text) == 0);
    fitCategories();
    const QSignalBlocker quiet(m_categories);
    if (!text.trimmed().isEmpty())
        m_categories->setCurrentRow(-1);
    else if (m_categories->currentRow() < 0)
        m_categories->setCurrentRow(m_form->category());
}

void PreferencesDialog::showNow()
{
    // Updating a control emits a change, but the values are equal, so nothing is written.
    for (const auto &show : m_show)
        show(m_preferences.now());
}

void PreferencesDialog::addAppearance()
{
    m_form->addHeading(tr("Appearance"));
    addLanguage();
    using Theme = Preferences::Theme;
    addChoice<Theme>(tr("Theme"),
                     {{tr("System"), Theme::System}, {tr("Light"), Theme::Light}, {tr("Dark"), Theme::Dark}},
                     &Preferences::theme, tr("dark light colours mode look"));
    using Density = Preferences::Density;
    addChoice<Density>(tr("Row height"), {{tr("Comfortable"), Density::Comfortable}, {tr("Compact"), Density::Compact}},
                       &Preferences::density, tr("density height compact comfortable look"));
    using Direction = Preferences::Direction;
    addChoice<Direction>(tr("Layout direction"),
                         {{tr("System"), Direction::System},
                          {tr("Left to right"), Direction::LeftToRight},
                          {tr("Right to left"), Direction::RightToLeft}},
                         &Preferences::direction, tr("mirror rtl ltr arabic hebrew language"));
    addZone();
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCategories();
}

void PreferencesDialog::fitCategories()
{
    m_categories->setFixedWidth(m_categories->sizeHintForColumn(0) + 2 * fontMetrics().averageCharWidth());
    // As wide as the widest visible row, to avoid horizontal scrolling.
    m_scroll->setMinimumWidth(m_form->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
}

void PreferencesDialog::addLanguage()
{
    auto *box = new QComboBox;
    box->addItem(tr("System language"), QString());
    for (const auto &language : languages())
        box->addItem(language.name, QString(language.code)); // in the language itself, so that its speakers find it
    connect(box, &QComboBox::activated, this, [this, box] {
        change([box](Preferences &preferences) { preferences.language = box->currentData().toString(); });
    });
    m_show.push_back([box](const Preferences &now) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(std::max(0, box->findData(now.language))); // unknown: use the system's language
    });
    setPlainToolTip(box, tr("The window opens again in this language. The command line is in English."));
    m_form->addRow(tr("Language"), box, tr("language translation locale english"));
}

/// Completes parts of names such as "berlin"; an invalid zone is not chosen.
void PreferencesDialog::addZone()
{
    auto *zone = new QComboBox;
    addZones(*zone);
    zone->setEditable(true);
    zone->setInsertPolicy(QComboBox::NoInsert);
    zone->setMinimumContentsLength(std::max(kLetters, int(zone->itemText(0).size()))); // shows the system's zone
    zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the longest name would be too wide
    zone->completer()->setFilterMode(Qt::MatchContains);
    zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    const auto choose = [this, zone] {
        const int at = zone->findText(zone->currentText().trimmed(), Qt::MatchFixedString);
        if (at < 0) {
            say(tr("“%1” is not a time zone; use a name such as Europe/Berlin").arg(zone->currentText()));
            return showNow();
        }
        const auto id = zone->itemData(at).toByteArray();
        change([&id](Preferences &preferences) { preferences.timeZone = id; });
    };
    connect(zone, &QComboBox::activated, this, choose);
    connect(zone->lineEdit(), &QLineEdit::editingFinished, this, choose);
    m_show.push_back([zone](const Preferences &now) {
        const QSignalBlocker quiet(zone);
        if (zone->findData(now.timeZone) < 0) // a legacy name from a file is valid too
            zone->addItem(QString::fromLatin1(now.timeZone), now.timeZone);
        zone->setCurrentIndex(zone->findData(now.timeZone));
    });
    setPlainToolTip(
        zone, tr("Used in the window, in notifications and in copied reports. CSV and JSON exports always use UTC."));
    m_form->addRow(tr("Time zone"), zone, tr("time zone clock UTC local hours"));
    zone->lineEdit()->setAccessibleName(zone->accessibleName()); // the line edit gets the focus
}

void PreferencesDialog::addEnvironments()
{
    m_form->addHeading(tr("Environments"));
    auto *editor = new EnvironmentsEditor;
    connect(editor, &EnvironmentsEditor::changed, this, [this](const std::vector<Environment> &environments) {
        change([&environments](Preferences &preferences) { preferences.environments = environments; });
    });
    m_show.push_back([editor](const Preferences &now) { editor->setEnvironments(now.environments); });
    m_form->addWide(editor, tr("environment stage production staging label colour namespace project"));
}

void PreferencesDialog::addHistory()
{
    m_form->addHeading(tr("History"));
    const auto add = [this](const QString &label, const QString &unit, int least, int most, int Preferences::*member) {
        auto *box = new QSpinBox;
        box->setRange(least, most);
        box->setSuffix(u' ' + unit);
        box->setKeyboardTracking(false); // "1" on the way to "180" would be a short history
        setPlainToolTip(box,
                        tr("Older verdicts, and verdicts above the size limit, are deleted at startup and once a day. "
                           "Running watches are kept."));
        connect(box, &QSpinBox::valueChanged, this, [this, member](int value) {
            change([member, value](Preferences &preferences) { preferences.*member = value; });
        });
        m_show.push_back([box, member](const Preferences &now) { box->setValue(now.*member); });
        m_form->addRow(label, box, tr("retention age size store forget disk"));
    };
    add(tr("Keep verdicts for"), tr("days"), Preferences::kLeastDays, Preferences::kMostDays, &Preferences::keepDays);
    add(tr("Maximum size"), tr("MiB"), Preferences::kLeastMegabytes, Preferences::kMostMegabytes,
        &Preferences::keepMegabytes);
}

void PreferencesDialog::addShortcuts()
{
    std::optional<QString> place;
    for (const auto &entry : m_shortcuts.entries()) {
        if (place != entry.place) {
            place = entry.place;
            m_form->addHeading(entry.place.isEmpty() ? tr("Keys") : tr("Shortcut scheme: %1").arg(entry.place));
        }
        addKey(entry);
    }
    auto *standard = new QPushButton(tr("Default shortcuts"));
    connect(standard, &QPushButton::clicked, this,
            [this] { change([](Preferences &preferences) { preferences.shortcuts.clear(); }); });
    m_form->addRow(tr("Reset all shortcuts to"), standard, tr("shortcut reset"));
}

void PreferencesDialog::addKey(const ShortcutRegistry::Entry &entry)
{
    const auto name = QString(entry.text).remove(u'…');
    auto *field = new KeyField(entry.place.isEmpty() ? name : tr("%1 (%2)").arg(name, entry.place));
    const auto report = [this](const Result<void> &done) {
        say(done ? QString() : done.error().message);
        showNow();
    };
    connect(field, &KeyField::wished, this,
            [this, report, id = entry.id](const QKeySequence &key) { report(m_shortcuts.change(id, key)); });
    connect(field, &KeyField::standardWished, this, [this, report, id = entry.id] { report(m_shortcuts.reset(id)); });
    m_show.push_back([this, field, id = entry.id](const Preferences &) {
        if (const auto *now = m_shortcuts.entry(id))
            field->show(now->keys.value(0), now->keys == now->standard, now->trouble);
    });
    m_form->addRow(name, field, tr("shortcut key"));
}

} // namespace lynceus
