#pragma once

#include "core/domain/newwatch/watchplan.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace lynceus {

class Engine;

/// What is asked about applications before they are watched: once each, and only of what is ticked. The server is
/// spared what nobody wants to know.
class TargetFacts final : public QObject
{
    Q_OBJECT
public:
    explicit TargetFacts(Engine &engine, QObject *parent = nullptr);

    void ask(const std::vector<WatchTarget> &chosen);
    /// Of these, as far as it is known; nothing: of none.
    [[nodiscard]] std::optional<Eta> slowest(const std::vector<WatchTarget> &chosen) const;

Q_SIGNALS:
    void etaKnown();
    void windowKnown(const lynceus::ApplicationKey &key, const lynceus::SyncWindowBlock &window);

private:
    Engine &m_engine;
    QHash<ApplicationKey, std::optional<Eta>> m_etas; ///< asked: present
    QSet<ApplicationKey> m_windowsAsked;
};

} // namespace lynceus
