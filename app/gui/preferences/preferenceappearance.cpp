#include "app/gui/preferences/preferenceform.h"
#include "app/gui/preferences/preferencesdialog.h"
#include "app/gui/widgets/tooltips.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeZone>

// Of PreferencesDialog: how things are shown, and how long.

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kLetters = 22; ///< of a zone's name

void addZones(QComboBox &box)
{
    box.addItem(PreferencesDialog::tr("System time zone (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())),
                QByteArray());
    box.addItem(u"UTC"_s, QByteArray("UTC"));
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const auto &zone : zones) {
        if (zone.contains('/')) // the others are old names and offsets
            box.addItem(QString::fromLatin1(zone), zone);
    }
}

} // namespace

void PreferencesDialog::addAppearance()
{
    m_form->addHeading(tr("Appearance"));
    auto *density = new QComboBox;
    density->addItem(tr("Comfortable"), int(Preferences::Density::Comfortable));
    density->addItem(tr("Compact"), int(Preferences::Density::Compact));
    connect(density, &QComboBox::currentIndexChanged, this, [this, density] {
        const auto chosen = Preferences::Density(density->currentData().toInt());
        change([chosen](Preferences &preferences) { preferences.density = chosen; });
    });
    m_show.push_back(
        [density](const Preferences &now) { density->setCurrentIndex(density->findData(int(now.density))); });
    m_form->addRow(tr("Row height"), density, tr("density height compact comfortable look"));
    addZone();
}

/// Typing finds "berlin" anywhere in a name; what is no zone stays unchosen.
void PreferencesDialog::addZone()
{
    auto *zone = new QComboBox;
    addZones(*zone);
    zone->setEditable(true);
    zone->setInsertPolicy(QComboBox::NoInsert);
    zone->setMinimumContentsLength(kLetters);
    zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the longest name would not fit
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
        if (zone->findData(now.timeZone) < 0) // from a file: an old name is as good
            zone->addItem(QString::fromLatin1(now.timeZone), now.timeZone);
        zone->setCurrentIndex(zone->findData(now.timeZone));
    });
    setPlainToolTip(
        zone, tr("Used in the window, in notifications and in copied reports. CSV and JSON exports always use UTC."));
    m_form->addRow(tr("Time zone"), zone, tr("time zone clock UTC local hours"));
    zone->lineEdit()->setAccessibleName(zone->accessibleName()); // it has the focus
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

} // namespace lynceus
