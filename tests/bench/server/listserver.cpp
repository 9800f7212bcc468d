// An Argo CD that only answers a large list from memory, to measure `lynceus apps` and curl.
#include "core/io/compression/gzip.h"
#include "tests/support/biglist.h"

#include <QCoreApplication>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <cstdio>

namespace lynceus {

namespace {

using namespace Qt::StringLiterals;

/// Each body is made once for its path, so that only the first request is slow.
class ListServer final : public QObject
{
public:
    ListServer(int count, bool ignoresFields)
        : m_count(count)
        , m_ignoresFields(ignoresFields)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *const socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void read(QTcpSocket *socket)
    {
        const auto head = socket->peek(64 * 1024LL);
        const auto end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        socket->skip(end + 4);
        const auto target = head.sliced(4, head.indexOf(' ', 4) - 4);
        std::fprintf(stderr, "%s\n", target.constData());
        const bool gzip =
            head.first(end).toLower().contains("accept-encoding: gzip") || head.first(end).toLower().contains(", gzip");
        const auto &body = answer(target, gzip);
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(body.size()) + (gzip ? "\r\nContent-Encoding: gzip" : "") + "\r\n\r\n");
        socket->write(body);
    }

    const QByteArray &answer(const QByteArray &target, bool gzip)
    {
        auto &body = m_bodies[(gzip ? "gzip " : "plain ") + target];
        if (body.isEmpty()) {
            const QUrl url(QString::fromLatin1(target));
            QByteArray plain = R"({"Version":"v3.6.0"})";
            if (url.path().endsWith(u"/applications"_s)) {
                const auto fields = QUrlQuery(url).queryItemValue(u"fields"_s, QUrl::FullyDecoded);
                plain = bigApplicationList(m_count, m_ignoresFields ? QString() : fields);
            }
            body = gzip ? gzipped(plain) : plain;
        }
        return body;
    }

    int m_count;
    bool m_ignoresFields;
    QTcpServer m_server;
    QHash<QByteArray, QByteArray> m_bodies;
};

} // namespace

} // namespace lynceus

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto words = application.arguments();
    lynceus::ListServer server(words.value(1).toInt(), words.contains(QStringLiteral("--full")));
    if (words.value(1).toInt() <= 0 || !server.listen()) {
        std::fprintf(stderr, "usage: listserver COUNT [--full]\n");
        return 2;
    }
    std::printf("http://127.0.0.1:%d\n", int(server.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
