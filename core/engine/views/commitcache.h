#pragma once

#include "core/domain/model/event.h"

#include <QHash>

#include <functional>
#include <optional>

namespace lynceus {

/// Metadata of commits. A revision never changes, so each is requested only once.
class CommitCache final
{
public:
    using Find = std::function<std::optional<RevisionMetadata>(const QString &instance, const QString &revision)>;
    using Keep = std::function<void(const QString &instance, const QString &revision, const RevisionMetadata &commit)>;

    /// Connects the cache to persistent storage.
    void keepIn(Find find, Keep keep)
    {
        m_find = std::move(find);
        m_keep = std::move(keep);
    }

    [[nodiscard]] std::optional<RevisionMetadata> commit(const QString &instance, const QString &revision);
    void take(const QString &instance, const QString &revision, const RevisionMetadata &commit);

private:
    QHash<std::pair<QString, QString>, RevisionMetadata> m_commits;
    Find m_find;
    Keep m_keep;
};

} // namespace lynceus
