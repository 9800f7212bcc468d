#include "core/io/store/watchwriter.h"

#include <algorithm>
#include <utility>

namespace lynceus {

namespace {

constexpr Duration kFlushAfter{700}; // a kill may lose a second of observations
constexpr Duration kFlushAgain{5'000};

} // namespace

WatchWriter::WatchWriter(WatchStore &store, Newest newest, QObject *parent)
    : QObject(parent)
    , m_store(&store)
    , m_newest(std::move(newest))
{
    m_flushing.setSingleShot(true);
    connect(&m_flushing, &QTimer::timeout, this, &WatchWriter::flush);
}

WatchWriter::~WatchWriter() = default;

void WatchWriter::setStore(WatchStore &store)
{
    m_store = &store;
    m_unwritten.clear();
    m_reportedTrouble = false;
}

void WatchWriter::write(const std::vector<StoredWatch> &watches, Durability durability)
{
    const auto written = m_store->write(watches, durability);
    for (const auto &watch : watches) {
        if (written)
            m_unwritten.remove(watch.record.id);
        else
            m_unwritten.insert(watch.record.id);
    }
    if (written) {
        m_reportedTrouble = false;
        return;
    }
    m_flushing.start(kFlushAgain);
    reportTrouble(written.error());
}

void WatchWriter::writeSoon(const QString &id)
{
    m_unwritten.insert(id);
    if (!m_flushing.isActive())
        m_flushing.start(kFlushAfter);
}

void WatchWriter::flush()
{
    m_flushing.stop();
    if (m_unwritten.isEmpty())
        return;
    const auto watches = m_newest(m_unwritten);
    if (watches.empty())
        return;
    const bool hasEnded = std::ranges::any_of(watches, [](const StoredWatch &watch) { return watch.record.isOver(); });
    write(watches, hasEnded ? Durability::Power : Durability::Program);
}

void WatchWriter::reportTrouble(const Error &error)
{
    if (!std::exchange(m_reportedTrouble, true))
        Q_EMIT failed(error.message);
}

} // namespace lynceus
