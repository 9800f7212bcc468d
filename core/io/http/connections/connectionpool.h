#pragma once

#include "core/domain/time/time.h"
#include "core/io/http/connections/httpconnection.h"

#include <QObject>

#include <vector>

namespace lynceus {

/// Idle connections of a client for its next requests. Connections that the server closes, or sends data on, are
/// dropped.
class ConnectionPool final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostIdle = 6;       ///< as many as requests may be in progress
    static constexpr Duration kLongestIdle{60'000}; ///< gateways close theirs after 60 to 75 s

    explicit ConnectionPool(QObject *parent = nullptr);
    ~ConnectionPool() override;

    /// Takes an open connection for @p route out of the pool; null if there is none.
    [[nodiscard]] std::unique_ptr<HttpConnection> take(const HttpRoute &route);
    /// Keeps the connection if it is open and has no unread data.
    void keep(std::unique_ptr<HttpConnection> connection);

private:
    void drop(const HttpConnection *connection);

    std::vector<std::unique_ptr<HttpConnection>> m_idle; // most recently used last
};

} // namespace lynceus
