#pragma once

#include "core/domain/newwatch/watchplan.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace lynceus {

class Engine;

/// Requests additional data about applications before they are watched: once each, and only for checked ones, to limit
/// the load on the server.
class TargetFacts final : public QObject
{
    Q_OBJECT
public:
    explicit TargetFacts(Engine &engine, QObject *parent = nullptr);

    void ask(const std::vector<WatchTarget> &chosen);
    /// The longest expected duration of @p chosen, as far as known; empty: unknown.
    [[nodiscard]] std::optional<Eta> slowest(const std::vector<WatchTarget> &chosen) const;

Q_SIGNALS:
    void etaKnown();
    void windowKnown(const lynceus::ApplicationKey &key, const lynceus::SyncWindowBlock &window);

private:
    Engine &m_engine;
    QHash<ApplicationKey, std::optional<Eta>> m_etas; ///< an entry exists once requested
    QSet<ApplicationKey> m_windowsAsked;
};

} // namespace lynceus
