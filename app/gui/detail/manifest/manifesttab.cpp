#include "app/gui/detail/manifest/manifesttab.h"

#include "app/gui/detail/manifest/manifesttext.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/domain/manifest/hooktype.h"
#include "core/domain/manifest/yamltext.h"
#include "core/domain/redaction/secretscanner.h"
#include "core/domain/text/visibletext.h"

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

std::vector<ManifestLine> plainLines(const QString &text)
{
    std::vector<ManifestLine> lines;
    for (const auto line : linesOf(text))
        lines.push_back({ManifestLine::Kind::Same, line.toString()});
    return lines;
}

QString nameOf(const ResourceNode &resource)
{
    return resource.key.kind + u' ' + resource.key.name;
}

constexpr Duration kAfterChange{5'000}; ///< manifests are large: during a rollout, one request per 5 s is sufficient

/// Synchronises the scroll bars of both sides, whose lines are aligned.
void scrollTogether(QScrollBar *one, QScrollBar *other)
{
    QObject::connect(one, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
    QObject::connect(other, &QScrollBar::valueChanged, one, &QScrollBar::setValue);
}

} // namespace

void ManifestTab::inspect(ApplicationView *view, const std::optional<ResourceNode> &resource)
{
    const auto identity = [](const std::optional<ResourceNode> &node) {
        return node ? std::pair(node->key, node->uid) : std::pair<ResourceKey, QString>();
    };
    const bool isSame = m_view == view && identity(resource) == identity(m_resource);
    m_view = view;
    m_resource = resource;
    if (isSame)
        return;
    m_question.reset();
    if (!view)
        return; // keeps the content until another resource is selected
    m_manifests.reset();
    if (isVisible())
        ask();
}

void ManifestTab::noteChange()
{
    if (isVisible() && m_view && m_resource && !m_again->isActive())
        m_again->start();
}

void ManifestTab::clear()
{
    m_view.clear();
    m_resource.reset();
    m_question.reset();
    m_manifests.reset();
    m_again->stop();
}

void ManifestTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void ManifestTab::ask()
{
    if (!m_resource)
        return showNote(tr("Select a resource on the Resources tab."));
    if (!m_view || !isVisible())
        return;
    if (!m_manifests)
        showNote(tr("Loading the manifest of %1…").arg(nameOf(*m_resource)));
    m_question = std::make_unique<QObject>();
    m_view->manifests(*m_resource, m_question.get()).then(m_question.get(), [this](const Result<Manifests> &manifests) {
        take(manifests);
    });
}

void ManifestTab::take(const Result<Manifests> &manifests)
{
    if (!manifests) {
        m_manifests.reset();
        return showNote(
            tr("The manifest of %1 could not be loaded: %2").arg(nameOf(*m_resource), manifests.error().message));
    }
    if (m_manifests == *manifests)
        return;
    m_manifests = *manifests;
    showTexts();
}

void ManifestTab::showTexts()
{
    if (!m_manifests)
        return;
    const auto parts = m_whole->isChecked() ? ManifestParts::Whole : ManifestParts::Spoken;
    const bool argoCompares = !m_manifests->normalizedLive.isEmpty() && !m_manifests->predictedLive.isEmpty();
    const auto live = yamlFrom(argoCompares ? m_manifests->normalizedLive : m_manifests->live, parts);
    const auto desired = yamlFrom(argoCompares ? m_manifests->predictedLive : m_manifests->desired, parts);
    for (const auto *text : {&live, &desired}) {
        if (!*text)
            return showNote(text->error().message);
    }
    m_live = *live;
    m_desired = *desired;
    const bool compared = !m_live.isEmpty() && !m_desired.isEmpty();
    for (QWidget *part : std::initializer_list<QWidget *>{m_asDifference, m_asSides, m_previousChange, m_nextChange})
        part->setVisible(compared);
    m_whole->setVisible(!m_live.isEmpty());
    m_copy->setVisible(true);
    m_copy->setText(m_live.isEmpty() ? tr("Copy &manifest") : tr("Copy &live"));
    if (m_live.isEmpty() && m_desired.isEmpty())
        return showNote(
            tr("%1 has no manifest: it no longer exists, or Argo CD does not manage it.").arg(nameOf(*m_resource)));
    if (compared)
        return showDifference(m_live, m_desired);
    m_changes.clear();
    m_heading->setText(headingOfOne());
    m_one->showLines(plainLines(m_desired.isEmpty() ? m_live : m_desired), false);
    m_pages->setCurrentIndex(0);
}

/// Heading for a resource that is only live, or only in git.
QString ManifestTab::headingOfOne() const
{
    const auto name = nameOf(*m_resource);
    if (!m_desired.isEmpty())
        return tr("%1, as defined in git. It does not exist in the cluster yet.").arg(name);
    const auto hook = hookTypeOf(m_manifests->live);
    return hook.isEmpty()
        ? tr("%1, live. It is not in git; it was created by something other than Argo CD.").arg(name)
        : tr("%1, live. It is a hook (%2): syncs create it, and Argo CD does not compare it with git.")
              .arg(name, visibleLine(hook));
}

void ManifestTab::showDifference(const QString &live, const QString &desired)
{
    std::vector<ManifestLine> marked;
    if (m_asSides->isChecked()) {
        auto sides = sidesOf(live, desired);
        marked = sides.live;
        for (std::size_t i = 0; i < marked.size(); ++i) {
            if (sides.desired[i].kind != ManifestLine::Kind::Same)
                marked[i].kind = sides.desired[i].kind;
        }
        m_left->showLines(std::move(sides.live), true);
        m_right->showLines(std::move(sides.desired), true);
        setFocusProxy(m_left);
        m_pages->setCurrentIndex(1);
    } else {
        marked = differenceOf(live, desired);
        m_one->showLines(marked, true);
        setFocusProxy(m_one);
        m_pages->setCurrentIndex(0);
    }
    m_changes = changesIn(marked);
    m_change = -1;
    const auto count = int(m_changes.size());
    const auto name = nameOf(*m_resource);
    m_heading->setText(count == 0       ? tr("%1: no differences between live and git.").arg(name)
                           : count == 1 ? tr("%1: 1 difference from live (−) to git (+).").arg(name)
                                        : tr("%1: %n differences from live (−) to git (+).", nullptr, count).arg(name));
    m_previousChange->setEnabled(count > 0);
    m_nextChange->setEnabled(count > 0);
}

void ManifestTab::showNote(const QString &words)
{
    m_heading->clear();
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_asDifference, m_asSides, m_whole, m_previousChange, m_nextChange, m_copy})
        part->hide();
    m_note->setText(words);
    m_pages->setCurrentIndex(2);
}

void ManifestTab::goToChange(int step)
{
    const int count = int(m_changes.size());
    if (count == 0 || m_pages->currentIndex() == 2)
        return;
    m_change = m_change < 0 ? (step > 0 ? 0 : count - 1) : (m_change + step + count) % count;
    const int line = m_changes[std::size_t(m_change)];
    if (m_pages->currentIndex() == 0)
        return m_one->goToLine(line);
    m_left->goToLine(line);
    m_right->goToLine(line);
}

void ManifestTab::copy() const
{
    copyText(textWithoutSecrets(m_live.isEmpty() ? m_desired : m_live));
}

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
