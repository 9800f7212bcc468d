#pragma once

#include "core/domain/model/ids.h"

#include <QHash>

namespace lynceus {

class WindowMemory;

/// Which applications were chosen for a repository in its last release, so that the next one begins with them. The last
/// kMostRepositories are kept.
class TargetMemory final
{
public:
    static constexpr int kMostRepositories = 100;

    explicit TargetMemory(WindowMemory &memory)
        : m_memory(memory)
    { }

    /// Of the applications that were decided about when @p repository was released last.
    [[nodiscard]] QHash<ApplicationKey, bool> choices(const QString &repository) const;
    /// @p chosen replaces what is known of these applications; what is known of others stays.
    void remember(const QString &repository, const QHash<ApplicationKey, bool> &chosen);

private:
    WindowMemory &m_memory;
};

} // namespace lynceus
