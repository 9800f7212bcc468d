#include "core/io/http/connections/connectionpool.h"

#include <QTimer>

#include <algorithm>

namespace lynceus {

namespace {

constexpr auto kIdleTimer = "idle";

} // namespace

ConnectionPool::ConnectionPool(QObject *parent)
    : QObject(parent)
{ }

ConnectionPool::~ConnectionPool() = default;

std::unique_ptr<HttpConnection> ConnectionPool::take(const HttpRoute &route)
{
    for (auto i = m_idle.size(); i-- > 0;) {
        if (!m_idle[i]->isOpen() || !m_idle[i]->route().isSameAs(route))
            continue;
        auto connection = std::move(m_idle[i]);
        m_idle.erase(m_idle.begin() + std::ptrdiff_t(i));
        connection->disconnect(this);
        delete connection->findChild<QTimer *>(QLatin1StringView(kIdleTimer), Qt::FindDirectChildrenOnly);
        return connection;
    }
    return nullptr;
}

void ConnectionPool::keep(std::unique_ptr<HttpConnection> connection)
{
    if (!connection->isOpen() || connection->hasBytes() || qsizetype(m_idle.size()) >= kMostIdle) {
        connection.release()->deleteLater(); // this may be called from its signal
        return;
    }
    auto *idle = connection.get();
    auto *timer = new QTimer(idle);
    timer->setObjectName(QLatin1StringView(kIdleTimer));
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, idle] { drop(idle); });
    connect(idle, &HttpConnection::progressed, this, [this, idle] { drop(idle); });
    timer->start(kLongestIdle);
    m_idle.push_back(std::move(connection));
}

void ConnectionPool::drop(const HttpConnection *connection)
{
    const auto found = std::ranges::find(m_idle, connection, &std::unique_ptr<HttpConnection>::get);
    if (found == m_idle.end())
        return;
    found->release()->deleteLater(); // this is called from its signal
    m_idle.erase(found);
}

} // namespace lynceus
