#include "core/engine/views/commitcache.h"

namespace lynceus {

std::optional<RevisionMetadata> CommitCache::commit(const QString &instance, const QString &revision)
{
    const auto known = m_commits.constFind({instance, revision});
    if (known != m_commits.constEnd())
        return *known;
    auto kept = m_find ? m_find(instance, revision) : std::nullopt;
    if (kept)
        m_commits.insert({instance, revision}, *kept);
    return kept;
}

void CommitCache::take(const QString &instance, const QString &revision, const RevisionMetadata &commit)
{
    m_commits.insert({instance, revision}, commit);
    if (m_keep)
        m_keep(instance, revision, commit);
}

} // namespace lynceus
