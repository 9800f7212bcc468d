#include "app/gui/detail/manifest/manifesttab.h"

#include "app/gui/detail/manifest/manifesttext.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/plainlabel.h"
#include "core/domain/base/secretscanner.h"
#include "core/domain/manifest/yamltext.h"

#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
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

} // namespace

void ManifestTab::look(ApplicationView *view, const std::optional<ResourceNode> &resource)
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
        return; // what was read stays until something else is looked at
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
    m_heading->setText(
        m_desired.isEmpty()
            ? tr("%1, live. It is not in git; it was created by something other than Argo CD.").arg(nameOf(*m_resource))
            : tr("%1, as defined in git. It does not exist in the cluster yet.").arg(nameOf(*m_resource)));
    m_one->showLines(plainLines(m_desired.isEmpty() ? m_live : m_desired), false);
    m_pages->setCurrentIndex(0);
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
                                        : tr("%1: %2 differences from live (−) to git (+).").arg(name).arg(count));
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

} // namespace lynceus
