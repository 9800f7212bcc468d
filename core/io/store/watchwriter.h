#pragma once

#include "core/io/store/watchstore.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace lynceus {

/// Writes changed watches to their store: at once, or together with later changes. What cannot be written is kept and
/// written later.
class WatchWriter final : public QObject
{
    Q_OBJECT
public:
    using Durability = WatchStore::Durability;
    /// Returns the newest state of those of @p ids that are on the board.
    using Newest = std::function<std::vector<StoredWatch>(const QSet<QString> &ids)>;

    WatchWriter(WatchStore &store, Newest newest, QObject *parent = nullptr);
    ~WatchWriter() override;

    [[nodiscard]] WatchStore &store() const { return *m_store; }
    /// Uses @p store from now on, which has all changes already.
    void setStore(WatchStore &store);

    /// On error, these watches are written later.
    void write(const std::vector<StoredWatch> &watches, Durability durability);
    /// Within a second.
    void writeSoon(const QString &id);
    /// Writes what is not written yet; ended watches survive a power failure.
    void flush();
    /// The watch left the board; its last state is in the store.
    void forget(const QString &id) { m_unwritten.remove(id); }

    /// Emits failed(), once until writing succeeds again.
    void reportTrouble(const Error &error);

Q_SIGNALS:
    /// The store cannot be written; one sentence, once until writing succeeds again.
    void failed(const QString &sentence);

private:
    WatchStore *m_store;
    Newest m_newest;
    QSet<QString> m_unwritten; ///< ids
    QTimer m_flushing;
    bool m_reportedTrouble = false;
};

} // namespace lynceus
