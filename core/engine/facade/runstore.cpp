#include "core/engine/facade/runstore.h"

#include "core/io/clock.h"
#include "core/io/store/salvage.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

RunStore::RunStore(QString file, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_clock(clock)
{ }

RunStore::~RunStore() = default;

void RunStore::open()
{
    if (!m_file.isEmpty()) {
        auto opened = WatchStore::open(m_file, m_clock.now());
        if (opened) {
            m_store = std::move(opened->store);
            for (const auto &notice : std::as_const(opened->notices))
                Q_EMIT noticeRaised(notice);
            Q_EMIT fileOpened();
            return;
        }
        m_trouble = opened.error().message;
    }
    m_store = WatchStore::inMemory();
    if (m_trouble.isEmpty())
        return;
    const auto sentence = u"%1; until then watches and verdicts are lost when Lynceus quits"_s.arg(m_trouble);
    if (canBeSetAside(m_file)) {
        m_obstacle = Obstacle::InItsPlace;
        Q_EMIT obstructed(sentence);
    } else {
        Q_EMIT noticeRaised(sentence);
    }
}

std::optional<Error> RunStore::trouble() const
{
    return m_trouble.isEmpty() ? std::nullopt : std::optional(Error{Error::Kind::NotFound, {}, m_trouble, false, 0});
}

void RunStore::takeTrouble(const QString &sentence)
{
    if (m_store->trouble() != Database::Trouble::Corrupt) {
        Q_EMIT noticeRaised(sentence);
        return;
    }
    m_obstacle = Obstacle::Damage;
    Q_EMIT obstructed(sentence);
}

void RunStore::reportUnreadable()
{
    const int unreadable = m_store->unreadable();
    if (std::exchange(m_reportedUnreadable, unreadable) < unreadable)
        Q_EMIT noticeRaised(m_store->unreadableNotice());
}

Result<QString> RunStore::setAside(const Move &move)
{
    if (m_obstacle == Obstacle::None)
        return badInput(u"%1 is not set aside: it is in use, or a new file would not help"_s.arg(m_file), m_file);
    QString aside;
    if (m_obstacle == Obstacle::InItsPlace) {
        auto renamed = setObstacleAside(m_file, m_clock.now());
        if (!renamed)
            return renamed;
        aside = *renamed;
    }
    auto opened = WatchStore::open(m_file, m_clock.now()); // this also sets a damaged file aside
    if (!opened)
        return tl::unexpected(opened.error());
    if (auto moved = move(*opened->store); !moved)
        return tl::unexpected(moved.error());
    m_store = std::move(opened->store);
    Q_EMIT fileOpened();
    m_trouble.clear();
    m_obstacle = Obstacle::None;
    m_reportedUnreadable = 0;
    for (const auto &notice : std::as_const(opened->notices))
        Q_EMIT noticeRaised(notice);
    return aside;
}

} // namespace lynceus
