#pragma once

#include "core/domain/environments/environment.h"
#include "core/domain/model/ids.h"

#include <QObject>

#include <functional>

namespace lynceus {

class Engine;
struct WatchRecord;

/// Which environment an application belongs to, by the settings and by what its instance says of it now.
class Environments final : public QObject
{
    Q_OBJECT
public:
    /// Null: the application is not known. Valid until the event loop turns.
    using Find = std::function<const Application *(const ApplicationKey &application)>;

    Environments(Engine &engine, Find find, QObject *parent = nullptr);

    void setAll(const std::vector<Environment> &environments);
    [[nodiscard]] const std::vector<Environment> &all() const { return m_all; }
    [[nodiscard]] QStringList names() const; ///< in their order
    /// Null: it belongs to none. Of an application that is not known its instance and @p project count. Valid until
    /// changed().
    [[nodiscard]] const Environment *of(const ApplicationKey &application, const QString &project = {}) const;
    /// That of its application. A task of a team server belongs where its server says that its Argo CD is.
    [[nodiscard]] const Environment *of(const WatchRecord &watch) const;

Q_SIGNALS:
    /// Answers may differ from now on. Applications that were told within this turn of the event loop count from the
    /// next one.
    void changed();

private:
    Engine &m_engine;
    Find m_find;
    std::vector<Environment> m_all;
};

} // namespace lynceus
