// ManifestTab: its controls.
#include "app/gui/detail/manifest/manifesttab.h"
#include "app/gui/detail/manifest/manifesttext.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/plainlabel.h"
#include "app/gui/widgets/tooltips.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kAfterChange{5'000}; ///< manifests are large: while a rollout runs, one look each 5 s is enough

/// What one side scrolls to, the other does too: their lines are level.
void scrollTogether(QScrollBar *one, QScrollBar *other)
{
    QObject::connect(one, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
    QObject::connect(other, &QScrollBar::valueChanged, one, &QScrollBar::setValue);
}

} // namespace

ManifestTab::ManifestTab(QWidget *parent)
    : QWidget(parent)
    , m_heading(new PlainLabel(this))
    , m_asDifference(new QRadioButton(tr("&Difference"), this))
    , m_asSides(new QRadioButton(tr("&Side by side"), this))
    , m_whole(new QCheckBox(tr("With status and &managed fields"), this))
    , m_previousChange(new QPushButton(glyphIcon("arrow-up"_L1), QString(), this))
    , m_nextChange(new QPushButton(glyphIcon("arrow-down"_L1), QString(), this))
    , m_copy(new QPushButton(glyphIcon("copy"_L1), tr("Copy &live"), this))
    , m_pages(new QStackedWidget(this))
    , m_one(new ManifestText(this))
    , m_left(new ManifestText(this))
    , m_right(new ManifestText(this))
    , m_note(new PlainLabel(this))
    , m_again(new QTimer(this))
{
    setFocusProxy(m_one);
    build();
    addKeys();
    showNote(tr("Select a resource on the Resources tab."));
    for (auto *choice : {m_asDifference, m_asSides}) {
        connect(choice, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                showTexts();
        });
    }
    connect(m_whole, &QCheckBox::toggled, this, &ManifestTab::showTexts);
    connect(m_previousChange, &QPushButton::clicked, this, [this] { goToChange(-1); });
    connect(m_nextChange, &QPushButton::clicked, this, [this] { goToChange(1); });
    connect(m_copy, &QPushButton::clicked, this, &ManifestTab::copy);
    m_again->setSingleShot(true);
    m_again->setInterval(kAfterChange);
    connect(m_again, &QTimer::timeout, this, &ManifestTab::ask);
}

void ManifestTab::build()
{
    m_asDifference->setChecked(true);
    m_heading->setObjectName(u"manifestHeading"_s);
    m_heading->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_one->setAccessibleName(tr("Manifest"));
    m_left->setAccessibleName(tr("Live manifest"));
    m_right->setAccessibleName(tr("Manifest in git"));
    m_one->setObjectName(u"manifest"_s);
    m_left->setObjectName(u"liveManifest"_s);
    m_right->setObjectName(u"desiredManifest"_s);
    m_whole->setObjectName(u"wholeManifest"_s);
    m_asSides->setObjectName(u"sideBySide"_s);
    m_previousChange->setAccessibleName(tr("Previous difference"));
    m_nextChange->setAccessibleName(tr("Next difference"));
    setPlainToolTip(m_previousChange, tr("Previous difference (Shift+F8)"));
    setPlainToolTip(m_nextChange, tr("Next difference (F8)"));

    auto *sides = new QSplitter(this);
    sides->addWidget(m_left);
    sides->addWidget(m_right);
    sides->setChildrenCollapsible(false);
    scrollTogether(m_left->verticalScrollBar(), m_right->verticalScrollBar());
    scrollTogether(m_left->horizontalScrollBar(), m_right->horizontalScrollBar());
    m_pages->addWidget(m_one);
    m_pages->addWidget(sides);
    m_pages->addWidget(m_note);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_heading, 1);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_asDifference, m_asSides, m_whole, m_previousChange, m_nextChange, m_copy})
        bar->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);
}

bool ManifestTab::isSideBySide() const
{
    return m_asSides->isChecked();
}

void ManifestTab::setSideBySide(bool sides)
{
    (sides ? m_asSides : m_asDifference)->setChecked(true);
}

void ManifestTab::addKeys()
{
    for (const int step : {1, -1}) {
        auto *action = new QAction(step > 0 ? tr("Next difference") : tr("Previous difference"), this);
        action->setObjectName(step > 0 ? "detail.nextDifference"_L1 : "detail.previousDifference"_L1);
        action->setShortcut(step > 0 ? QKeySequence(Qt::Key_F8) : QKeySequence(Qt::SHIFT | Qt::Key_F8));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, step] { goToChange(step); });
        addAction(action);
    }
}

} // namespace lynceus
