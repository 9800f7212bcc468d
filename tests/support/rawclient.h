#pragma once

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace lynceus::test {

/// A client below HTTP: sees each byte, and whether the other side said FIN or RST, which QTcpSocket does not tell
/// apart. It lets the event loop run while it waits, because the server lives in the same thread.
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
    /// "GET PATH" with these headers, each ended by CRLF.
    void get(const QByteArray &path, const QByteArray &headers = {});

    /// Waits until it holds for what came; false if the end came first or 10 s went by.
    bool readUntil(const std::function<bool(const QByteArray &)> &isEnough);
    bool readUntil(const QByteArray &part);
    /// Waits for the other side to end, 10 s at most.
    End readToEnd();
    /// Waits for one whole answer with Content-Length or chunks and takes it from what came.
    [[nodiscard]] bool readAnswer();

    [[nodiscard]] End end() const { return m_end; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// The same with whatever is there to be read, without waiting.
    [[nodiscard]] const QByteArray &received();
    /// Of the answer taken last; the body unchunked.
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

/// The body of a chunked message; nothing usable if a chunk is broken or the last one is missing.
[[nodiscard]] std::optional<QByteArray> unchunked(const QByteArray &wire, qsizetype *end = nullptr);

/// Runs the event loop until it holds, 10 s at most.
bool waitUntil(const std::function<bool()> &holds);

} // namespace lynceus::test
