#pragma once

#include "core/domain/base/time.h"
#include "core/io/http/httpconnection.h"

#include <QObject>

#include <vector>

namespace lynceus {

/// Connections of one client that wait for its next request. One that the server closes, or speaks on unasked, goes.
class ConnectionPool final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostIdle = 6;       ///< as many as requests may be under way
    static constexpr Duration kLongestIdle{60'000}; ///< gateways close theirs after 60 to 75 s

    explicit ConnectionPool(QObject *parent = nullptr);
    ~ConnectionPool() override;

    /// One that is open and leads the same way, or null. It is the caller's from now on.
    [[nodiscard]] std::unique_ptr<HttpConnection> take(const HttpRoute &route);
    /// Keeps it for later, if it is open and nothing waits to be read from it.
    void keep(std::unique_ptr<HttpConnection> connection);

private:
    void drop(const HttpConnection *connection);

    std::vector<std::unique_ptr<HttpConnection>> m_idle; // the one that was used last is the last
};

} // namespace lynceus
