#pragma once

#include "core/domain/environments/environment.h"
#include "core/domain/model/ids.h"

#include <QObject>

#include <functional>

namespace lynceus {

class Engine;
struct WatchRecord;

/// Determines the environment of an application from the settings and its current state.
class Environments final : public QObject
{
    Q_OBJECT
public:
    /// Null: unknown application. Valid until the next iteration of the event loop.
    using Find = std::function<const Application *(const ApplicationKey &application)>;

    Environments(Engine &engine, Find find, QObject *parent = nullptr);

    void setAll(const std::vector<Environment> &environments);
    [[nodiscard]] const std::vector<Environment> &all() const { return m_all; }
    [[nodiscard]] QStringList names() const; ///< in the order of the settings
    /// Null: no environment. For an unknown application, only its instance and @p project are used. Valid until
    /// changed().
    [[nodiscard]] const Environment *of(const ApplicationKey &application, const QString &project = {}) const;
    /// The environment of the watch's application. For a task of a team server, the server's name for its Argo CD is
    /// used.
    [[nodiscard]] const Environment *of(const WatchRecord &watch) const;

Q_SIGNALS:
    /// Emitted when results may have changed. Applications received in this iteration of the event loop count from the
    /// next one.
    void changed();

private:
    Engine &m_engine;
    Find m_find;
    std::vector<Environment> m_all;
};

} // namespace lynceus
