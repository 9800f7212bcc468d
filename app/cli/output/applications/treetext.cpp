#include "app/cli/output/applications/treeprinter.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/deploymenttext.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kReasonWidth = 160; // columns of a reason, which may contain a whole container log

/// "2/3 pods", for a pod "1/1 ready".
QString readyText(const OutlineNode &node)
{
    if (isPod(node.key)) {
        return node.containers ? u"%1/%2 ready"_s.arg(node.readyContainers.value_or(0)).arg(*node.containers)
                               : QString();
    }
    return node.pods > 0 ? u"%1/%2 pods"_s.arg(node.readyPods).arg(node.pods) : QString();
}

/// A reason is shown only if something is wrong.
QString reasonText(const OutlineNode &node)
{
    const bool isFine = node.health.status == HealthStatus::Healthy || node.health.status == HealthStatus::None;
    if (isFine || node.reason.isEmpty())
        return {};
    const auto &message = node.health.message;
    const auto text = message.isEmpty() || message == node.reason ? node.reason : node.reason + u": "_s + message;
    return fitted(text.simplified(), kReasonWidth);
}

QStringList partsOf(const OutlineNode &node)
{
    QStringList parts;
    parts << readyText(node);
    if (node.restarts > 0)
        parts << (node.restarts == 1 ? u"1 restart"_s : u"%1 restarts"_s.arg(node.restarts));
    if (node.revision)
        parts << u"rev %1"_s.arg(*node.revision);
    if (node.sync && *node.sync != SyncStatus::Synced)
        parts << nameOf(*node.sync);
    if (node.requiresPruning)
        parts << u"to be pruned"_s;
    if (node.hook)
        parts << u"hook"_s;
    if (node.orphaned)
        parts << u"orphaned"_s;
    parts << visibleLine(node.images.join(u", "_s));
    parts.removeAll(QString());
    return parts;
}

/// Cuts lines to the terminal's width without counting escape sequences: cuts plain text first, then adds colours.
class TreeWriter final
{
public:
    explicit TreeWriter(const TextStyle &style)
        : m_style(style)
    { }

    void add(const OutlineNode &node, const QString &prefix, bool isLast)
    {
        const auto branch = isLast ? u"└─ "_s : u"├─ "_s;
        addLine(prefix + branch, node);
        const auto below = prefix + (isLast ? u"   "_s : u"│  "_s);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const bool isLastChild = i + 1 == node.children.size() && node.hiddenRevisions == 0;
            add(node.children[i], below, isLastChild);
        }
        if (node.hiddenRevisions > 0) {
            const auto words = node.hiddenRevisions == 1
                ? u"1 older ReplicaSet without pods"_s
                : u"%1 older ReplicaSets without pods"_s.arg(node.hiddenRevisions);
            m_text += below + u"└─ "_s + toned(words, Tone::Faint, m_style) + u'\n';
        }
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    void addLine(const QString &prefix, const OutlineNode &node)
    {
        const auto name = visibleLine(node.key.kind + u' ' + node.key.name);
        const auto health = node.health.status == HealthStatus::None ? QString() : healthText(node.health);
        const auto reason = reasonText(node);
        const auto details = partsOf(node).join(u"  "_s);
        m_text += prefix + toned(name, isPod(node.key) ? Tone::Plain : Tone::Strong, m_style);
        int column = int(prefix.size() + name.size());
        append(health, toneOf(node.health.status), column);
        append(reason, toneOf(node.health.status), column);
        append(details, Tone::Faint, column);
        m_text += u'\n';
    }

    void append(const QString &part, Tone tone, int &column)
    {
        const int left = m_style.width > 0 ? m_style.width - column - 2 : 0;
        if (part.isEmpty() || (m_style.width > 0 && left < 4))
            return;
        const auto cut = fitted(part, left);
        m_text += u"  "_s + toned(cut, tone, m_style);
        column += int(cut.size()) + 2;
    }

    TextStyle m_style;
    QString m_text;
};

QString headLine(const Inspection &inspection, const TextStyle &style)
{
    const auto &application = *inspection.application;
    auto line = toned(qualifiedName(inspection.key), Tone::Strong, style);
    line += u"  "_s + toned(healthText(application.health), toneOf(application.health.status), style);
    line += u"  "_s + nameOf(application.sync);
    if (!application.revisions.isEmpty())
        line += u" to "_s + visibleLine(shortCommit(application.revisions.front()));
    return line + u'\n';
}

} // namespace

QString treeText(const Inspection &inspection, const TextStyle &style)
{
    auto text = headLine(inspection, style);
    if (!inspection.tree) {
        const auto why = inspection.treeError ? inspection.treeError->message : u"it was not read"_s;
        return text + u"the resource tree cannot be shown: "_s + visibleLine(why) + u'\n';
    }
    const auto roots = outlineOf(*inspection.application, *inspection.tree);
    if (roots.empty())
        return text + u"no resources\n"_s;
    TreeWriter writer(style);
    for (std::size_t i = 0; i < roots.size(); ++i)
        writer.add(roots[i], {}, i + 1 == roots.size());
    return text + writer.text();
}

} // namespace lynceus
