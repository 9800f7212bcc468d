#pragma once

#include "core/domain/model/ids.h"

#include <QHash>

namespace lynceus {

class WindowMemory;

/// Remembers which applications were chosen in the last release of a repository, as defaults for the next one. Keeps
/// the last kMostRepositories.
class TargetMemory final
{
public:
    static constexpr int kMostRepositories = 100;

    explicit TargetMemory(WindowMemory &memory)
        : m_memory(memory)
    { }

    /// Choices for the applications of the last release of @p repository.
    [[nodiscard]] QHash<ApplicationKey, bool> choices(const QString &repository) const;
    /// @p chosen replaces the stored choices of these applications only.
    void remember(const QString &repository, const QHash<ApplicationKey, bool> &chosen);

private:
    WindowMemory &m_memory;
};

} // namespace lynceus
