#pragma once

#include "core/domain/deployments/deployment.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace lynceus {

/// Passes a few changes of deployments on at once, but collects hundreds, as in a release of everything: each change
/// alone would rearrange all rows.
class ChangeCollector final
{
public:
    static constexpr int kAtOnce = 3; ///< updates that are made at once; until kTogether has passed, further ones wait
    static constexpr Duration kTogether{100};

    /// Updates the list. @p changes: oldest first. Returns whether anything had to be updated.
    using Update = std::function<bool(const std::vector<Deployment> &changes)>;

    explicit ChangeCollector(Update update);

    void take(const std::vector<Deployment> &changes);

private:
    void passOn();

    Update m_update;
    QTimer m_together;                 ///< runs while further changes are collected
    std::vector<Deployment> m_waiting; ///< collected changes, oldest first
    int m_updates = 0;                 ///< since m_together was started
};

} // namespace lynceus
