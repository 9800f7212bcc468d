#include "core/engine/watch/explanations.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kLogLines = 20; // what a person reads; a crash says why in its last lines

/// The first revision of what was synced last, else of what was compared; empty for a chart, whose revision is a
/// version and has no commit.
QString revisionBehind(const Verdict &verdict, const Application &application)
{
    if (application.sources.empty() || !application.sources.front().chart.isEmpty())
        return {};
    if (!verdict.evidence.revisions.isEmpty())
        return verdict.evidence.revisions.front();
    const auto &operation = application.operationState;
    if (operation && !operation->resultRevisions.isEmpty())
        return operation->resultRevisions.front();
    return application.revisions.value(0);
}

bool endsInAContainer(Cause::Kind kind)
{
    return kind == Cause::Kind::CrashLoop || kind == Cause::Kind::InitFailed;
}

} // namespace

void Explanations::follow(const Verdict &verdict, const WatchSources &sources)
{
    m_broken.reset();
    m_logPod = {};
    if (sources.application() && verdict.stage >= Stage::Noticed)
        m_revision = revisionBehind(verdict, *sources.application());
    if (!verdict.cause || verdict.cause->resource.kind.isEmpty() || !sources.tree())
        return;
    const auto index = sources.tree()->indexOf(verdict.cause->resource);
    if (index < 0)
        return;
    const auto &node = sources.tree()->nodes[static_cast<std::size_t>(index)];
    if (node.uid.isEmpty())
        return;
    m_broken = BrokenResource{node.key, node.uid};
    if (node.key.kind == "Pod"_L1 && endsInAContainer(verdict.cause->kind))
        m_logPod = {node.key.name, node.key.nameSpace, {}, kLogLines, node.restarts > 0};
}

QString Explanations::takeRevision()
{
    m_askedRevision = m_revision;
    return m_revision;
}

LogQuery Explanations::takeLogQuery()
{
    m_askedPod = m_logPod.pod;
    return m_logPod;
}

} // namespace lynceus
