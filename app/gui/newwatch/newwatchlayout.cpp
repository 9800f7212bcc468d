#include "app/gui/newwatch/newwatchdialog.h"

// What the dialog is made of; what it does is in newwatchdialog.cpp.

#include "app/gui/newwatch/targetlist.h"
#include "app/gui/newwatch/targetmodel.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/chips.h"
#include "app/gui/widgets/growingdialog.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/taborder.h"
#include "app/gui/widgets/tones.h"
#include "app/gui/widgets/tooltips.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/watchplantext.h"

#include <QCheckBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kWidth = 720;
constexpr int kFieldHeight = 40;
constexpr int kButtonHeight = 34;
constexpr int kMargin = 20;
constexpr int kUsualDeadline = 1; // 15 min

QFont larger(QFont font, double times, QFont::Weight weight)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * times);
    font.setWeight(weight);
    return font;
}

QWidget *line(QWidget *parent, const QString &name, QWidget *content, PlainLabel *beside = nullptr)
{
    constexpr int kNameWidth = 84;
    auto *whole = new QWidget(parent);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *label = new PlainLabel(name, whole);
    label->setObjectName(u"muted"_s);
    label->setMinimumWidth(kNameWidth);
    label->setBuddy(content);
    row->addWidget(label);
    row->addWidget(content, beside ? 0 : 1);
    if (beside)
        row->addWidget(beside, 1);
    return whole;
}

} // namespace

void NewWatchDialog::build()
{
    setWindowTitle(tr("New watch"));
    setMinimumWidth(kWidth * 3 / 4);
    auto *title = new PlainLabel(tr("New watch"), this);
    title->setFont(larger(font(), 1.25, QFont::DemiBold));
    auto *subtitle = new PlainLabel(tr("Notify me when this image runs"), this);
    subtitle->setObjectName(u"muted"_s);

    m_field->setMinimumHeight(kFieldHeight);
    m_field->setFont(larger(QFontDatabase::systemFont(QFontDatabase::FixedFont), 1.1, QFont::Normal));
    m_field->setPlaceholderText(tr("Image or application, for example ghcr.io/acme/shop-web:1.5.0"));
    m_field->setAccessibleName(tr("Image reference or application name"));
    m_field->addAction(glyphIcon("container"_L1), QLineEdit::LeadingPosition);
    m_origin->setText(tr("from the clipboard"));
    m_origin->setObjectName(u"muted"_s);
    m_origin->setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
    m_origin->setContentsMargins(0, 0, 12, 0);
    auto *inField = new QHBoxLayout(m_field);
    inField->setContentsMargins(0, 0, 0, 0);
    inField->addStretch();
    inField->addWidget(m_origin);

    m_list->setAccessibleName(tr("Applications that use this image"));
    m_list->setMinimumHeight(120);

    m_eta->setObjectName(u"muted"_s);
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

    m_bakes->setChoices({tr("0 min"), tr("5 min"), tr("30 min")},
                        {tr("Deployed as soon as it runs"), tr("Deployed after running for 5 minutes"),
                         tr("Deployed after running for 30 minutes")});
    m_bakes->choose(0);
    offerDeadlines();
    m_deadlines->choose(kUsualDeadline);

    m_watch->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setMinimumHeight(kButtonHeight);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_watch, &QPushButton::clicked, this, &NewWatchDialog::accept);

    buildVersion();
    auto *expected = new QWidget(this);
    auto *expectedRow = new QHBoxLayout(expected);
    expectedRow->setContentsMargins(0, 0, 0, 0);
    expectedRow->addWidget(m_kinds);
    expectedRow->addWidget(m_versionField, 1);
    auto *kindLine = line(this, tr("Expect"), expected);
    auto *typed = new QWidget(this);
    auto *typedRow = new QHBoxLayout(typed);
    typedRow->setContentsMargins(0, 0, 0, 0);
    typedRow->addWidget(m_name, 1);
    typedRow->addWidget(m_instances);
    m_namedLine = line(this, tr("Application"), typed);
    m_environmentLine = line(this, tr("Environment"), m_environments);
    m_versionLine = line(this, tr("Version"), m_versions);
    m_releaseLine = line(this, tr("Release"), m_release);
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
    column->addWidget(kindLine);
    column->addWidget(m_withChildren);
    column->addWidget(m_awaits);
    column->addWidget(m_namedLine);
    column->addWidget(m_obstacle);
    column->addWidget(m_environmentLine);
    column->addWidget(m_list, 100); // takes all; without it the room goes below
    column->addWidget(m_troubles);
    column->addWidget(m_versionLine);
    column->addWidget(line(this, tr("Deadline"), m_deadlines, m_eta));
    column->addWidget(line(this, tr("Observe for"), m_bakes));
    column->addWidget(m_releaseLine);
    column->addStretch(1);
    column->addLayout(foot);
    tabAsRead(this);
    resize(kWidth, sizeHint().height());
    growWithContent(this);
    tint();
}

void NewWatchDialog::offerDeadlines()
{
    QStringList deadlines;
    QStringList tips;
    for (const auto &choice : m_deadlineChoices) {
        deadlines.append(deadlineText(choice.kind));
        tips.append(tr("Times out at %1").arg(momentText(m_clock.now() + choice.timeout, m_clock.now(), m_zone)));
    }
    m_deadlines->setChoices(deadlines, tips);
}

void NewWatchDialog::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_deadlineChoices = deadlineChoices(m_clock.now(), zone);
    offerDeadlines();
    if (m_deadlines->chosen() < 0) // the evening is over there
        m_deadlines->choose(kUsualDeadline);
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
        showEta();
    }
}

} // namespace lynceus
