#pragma once

#include "core/io/store/watchstore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace lynceus {

class Clock;

/// The watch store of this run: the file, or memory if the file cannot be used. setAside() renames an unusable or
/// damaged file; from then on, everything is stored in a new one.
class RunStore final : public QObject
{
    Q_OBJECT
public:
    /// @param file empty: watches are lost on exit.
    RunStore(QString file, const Clock &clock, QObject *parent = nullptr);
    ~RunStore() override;

    /// Call once, before anything else. Emits fileOpened() if the file can be used, otherwise obstructed() or
    /// noticeRaised() with the reason.
    void open();
    [[nodiscard]] WatchStore &watches() { return *m_store; }
    [[nodiscard]] const QString &file() const { return m_file; }
    /// NotFound if the file cannot be used in this run; the watches in it are then unknown.
    [[nodiscard]] std::optional<Error> trouble() const;

    /// Reports the write error in @p sentence; emits obstructed() if the store is damaged.
    void takeTrouble(const QString &sentence);
    /// Reports stored watches that cannot be read; each number of them only once.
    void reportUnreadable();

    /// Copies the current data to another store. On error, the caller must still use the old store.
    using Move = std::function<Result<void>(WatchStore &to)>;
    /// Returns the new name of the file; empty if a damaged store was repaired. Errors: BadInput with the reason, and
    /// those of @p move; the store is unchanged then.
    [[nodiscard]] Result<QString> setAside(const Move &move);

Q_SIGNALS:
    /// The file is in use from now on; other stores can use it too.
    void fileOpened();
    void noticeRaised(const QString &sentence);
    /// The file cannot be used, and setAside() can fix this.
    void obstructed(const QString &sentence);

private:
    enum class Obstacle { None, InItsPlace, Damage };

    const QString m_file;
    const Clock &m_clock;
    std::unique_ptr<WatchStore> m_store;
    QString m_trouble;                    ///< why the file cannot be used in this run; empty if it can
    Obstacle m_obstacle = Obstacle::None; ///< what setAside() would remove
    int m_reportedUnreadable = 0;         ///< number of unreadable watches that was last reported
};

} // namespace lynceus
