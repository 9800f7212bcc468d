#include "app/gui/preferences/preferencesdialog.h"

#include "app/gui/preferences/preferenceform.h"
#include "app/gui/widgets/growingdialog.h"
#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/taborder.h"
#include "app/gui/widgets/tooltips.h"
#include "core/engine/text/noticetext.h"
#include "core/io/settings/settingsexchange.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

PreferencesDialog::PreferencesDialog(Engine &engine, Notifications &notifications, PreferencesFile &preferences,
                                     ShortcutRegistry &shortcuts, const Autostart &autostart,
                                     const QMap<QString, InstanceState> &instances, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_notifications(notifications)
    , m_preferences(preferences)
    , m_shortcuts(shortcuts)
    , m_autostart(autostart)
    , m_instances(instances)
    , m_search(new QLineEdit(this))
    , m_said(new PlainLabel(this))
    , m_nothing(new PlainLabel(tr("No matching settings"), this))
    , m_form(new PreferenceForm)
{
    setWindowTitle(tr("Settings"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_said->setWordWrap(true);
    m_said->hide();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows what has the focus
    auto *layout = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{m_search, m_said, m_nothing, scroll})
        layout->addWidget(part, part == scroll ? 1 : 0);
    addAppearance();
    addHistory();
    addNotifications();
    addQuietHours();
    addStart();
    addShortcuts();
    addExchange();
    // As wide as its widest row: nobody looks for a setting to the right.
    scroll->setMinimumWidth(m_form->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::search);
    connect(&preferences, &PreferencesFile::changed, this, &PreferencesDialog::showNow);
    tabAsRead(this);
    search({});
    showNow();
    resize(sizeHint().expandedTo({fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 34}));
    growWithContent(this);
}

void PreferencesDialog::addNotifications()
{
    m_form->addHeading(tr("Notify me when"));
    for (std::size_t i = 0; i < kNoticeKindCount; ++i) {
        const auto kind = static_cast<NoticeKind>(i);
        auto *box = new QCheckBox(tr("a notification"));
        box->setAccessibleName(tr("Notification: %1").arg(kindText(kind)));
        connect(box, &QCheckBox::toggled, this, [this, i](bool on) {
            change([i, on](Preferences &preferences) { preferences.notifications.kinds[i] = on; });
        });
        m_show.push_back([box, i](const Preferences &now) { box->setChecked(now.notifications.kinds[i]); });
        m_form->addRow(kindText(kind), box, tr("notification tell"));
    }
    m_form->addHeading(tr("Notifications"));
    auto *banners = new QSpinBox;
    banners->setRange(0, Preferences::kMostBanners);
    connect(banners, &QSpinBox::valueChanged, this, [this](int most) {
        change([most](Preferences &preferences) { preferences.notifications.bannersPerDay = most; });
    });
    m_show.push_back([banners](const Preferences &now) { banners->setValue(now.notifications.bannersPerDay); });
    setPlainToolTip(banners,
                    tr("Further notifications are combined into one summary. Failures are counted separately."));
    m_form->addRow(tr("Maximum notifications per day, without failures"), banners, tr("limit budget summary"));
    auto *sample = new QPushButton(tr("Send test notification"));
    connect(sample, &QPushButton::clicked, &m_notifications, &Notifications::sendSample);
    m_form->addRow(tr("Check that notifications are shown"), sample, tr("test try"));
}

void PreferencesDialog::addQuietHours()
{
    m_form->addHeading(tr("Quiet hours"));
    auto *enabled = new QCheckBox(tr("Show failures only"));
    connect(enabled, &QCheckBox::toggled, this, [this](bool on) {
        change([on](Preferences &preferences) { preferences.notifications.quietHours.enabled = on; });
    });
    m_form->addRow(tr("Quiet hours every day"), enabled, tr("night mute silence"));
    const auto addTime = [this](const QString &label, QTime QuietHours::*member) {
        auto *edit = new QTimeEdit;
        edit->setDisplayFormat(u"HH:mm"_s);
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
    for (const auto &state : std::as_const(m_instances))
        instances.push_back(state.instance);
    const auto written = exportSettings(fileName, m_preferences.now(), instances);
    say(written ? tr("Exported to %1.").arg(fileName) : written.error().message);
}

void PreferencesDialog::importFrom(const QString &fileName)
{
    const auto read = importSettings(fileName);
    if (!read)
        return say(read.error().message);
    const auto told = m_preferences.now().toldOfTray;
    say({});
    change([&read, told](Preferences &preferences) {
        preferences = read->preferences;
        preferences.toldOfTray = told;
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
        const bool known = std::ranges::any_of(
            m_instances, [&](const InstanceState &state) { return state.instance.baseUrl == instance.baseUrl; });
        if (known)
            continue;
        instance.id.clear(); // it gets one of this computer's
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
}

void PreferencesDialog::showNow()
{
    // Each control that is brought to what is kept says that it changed; nothing differs then, and nothing is written.
    for (const auto &show : m_show)
        show(m_preferences.now());
}

} // namespace lynceus
