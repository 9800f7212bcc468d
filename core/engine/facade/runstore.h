#pragma once

#include "core/io/store/watchstore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace lynceus {

class Clock;

/// The store of watches that this run uses: the file, or memory where the file cannot be used. What is in the file's
/// place, and a file that is found damaged later, can be set aside on demand; from then on everything is stored.
class RunStore final : public QObject
{
    Q_OBJECT
public:
    /// @param file empty: watches live as long as the program.
    RunStore(QString file, const Clock &clock, QObject *parent = nullptr);
    ~RunStore() override;

    /// Once, before all else. The file if it can be used: fileOpened(). Why it cannot: obstructed() or noticeRaised().
    void open();
    [[nodiscard]] WatchStore &watches() { return *m_store; }
    [[nodiscard]] const QString &file() const { return m_file; }
    /// NotFound: the file cannot be used in this run, so that what was decided before it is not known.
    [[nodiscard]] std::optional<Error> trouble() const;

    /// The store could not be written, as @p sentence says: told, with a way out if it is damaged.
    void takeTrouble(const QString &sentence);
    /// A list that leaves out what cannot be read says so, once.
    void tellUnreadable();

    /// Takes what is known to another store. After an error it still uses the old one.
    using Move = std::function<Result<void>(WatchStore &to)>;
    /// The name that what was in the file's place has now, or nothing if a damaged store was repaired. Errors: BadInput
    /// with the reason, and those of @p move; then the store is the same as before.
    [[nodiscard]] Result<QString> setAside(const Move &move);

Q_SIGNALS:
    /// It is used from now on: others may keep theirs in it, too.
    void fileOpened();
    void noticeRaised(const QString &sentence);
    /// The file cannot be used, and setAside() helps.
    void obstructed(const QString &sentence);

private:
    enum class Obstacle { None, InItsPlace, Damage };

    const QString m_file;
    const Clock &m_clock;
    std::unique_ptr<WatchStore> m_store;
    QString m_trouble;                    ///< why the file cannot be used in this run; empty: it can
    Obstacle m_obstacle = Obstacle::None; ///< that setAside() removes
    int m_toldUnreadable = 0;             ///< watches that cannot be read, as they were told last
};

} // namespace lynceus
