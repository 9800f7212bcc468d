#pragma once

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace lynceus::test {

/// A client on raw sockets: gives access to each byte, and distinguishes FIN from RST, which QTcpSocket does not. Runs
/// the event loop while waiting, because the server lives in the same thread.
class RawClient final
{
public:
    enum class End { Open, Fin, Reset };

    explicit RawClient(const QUrl &server);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isConnected() const { return m_descriptor >= 0; }
    void send(const QByteArray &bytes);
    /// Sends "GET PATH" with these headers, each terminated by CRLF.
    void get(const QByteArray &path, const QByteArray &headers = {});

    /// Waits until @p isEnough holds for the received bytes; false after the end or 10 s.
    bool readUntil(const std::function<bool(const QByteArray &)> &isEnough);
    bool readUntil(const QByteArray &part);
    /// Waits for the other side to close, at most 10 s.
    End readToEnd();
    /// Waits for one complete response with Content-Length or chunks, and removes it from the received bytes.
    [[nodiscard]] bool readAnswer();

    [[nodiscard]] End end() const { return m_end; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// All bytes received so far, read without waiting.
    [[nodiscard]] const QByteArray &received();
    /// Header and unchunked body of the last response taken.
    [[nodiscard]] const QByteArray &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] int status() const { return m_head.mid(9, 3).toInt(); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const;

private:
    void receive();
    bool takeAnswer();

    int m_descriptor = -1;
    End m_end = End::Open;
    QByteArray m_bytes;
    QByteArray m_head;
    QByteArray m_body;
};

/// The body of a chunked message; empty if a chunk is invalid or the last one is missing.
[[nodiscard]] std::optional<QByteArray> unchunked(const QByteArray &wire, qsizetype *end = nullptr);

/// Runs the event loop until @p holds, at most 10 s.
bool waitUntil(const std::function<bool()> &holds);

} // namespace lynceus::test
