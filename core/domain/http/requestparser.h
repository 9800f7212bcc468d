#pragma once

#include "core/domain/http/httpheaders.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lynceus {

/// One request as a server of ours received it.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< path with query, as sent: begins with "/", visible ASCII only
    HttpHeaders headers;
    QByteArray body;
    bool keepAlive = true; ///< the client wants to send more on this connection

    /// Several fields of one name are joined by ", "; empty if there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headers.value(name); }
    /// A word of a list like "gzip, deflate"; parameters ("gzip;q=1") are ignored, "q=0" is refused.
    [[nodiscard]] bool accepts(QByteArrayView name, const QByteArray &word) const;
};

/// Reads one HTTP/1.x request while it arrives (RFC 9112), in bounded memory. The same result for every way to cut the
/// bytes.
///
/// What two readers could understand in two ways is refused: lines that end in LF alone, folded fields, space before
/// the colon, control characters, more than one Host, lengths that contradict each other or are no plain number, and
/// any transfer coding: who must send a body sends its length.
class RequestParser final
{
public:
    static constexpr qsizetype kHeadCap = 64 * 1024; ///< bytes; tokens of SSO logins have up to 16 KiB
    static constexpr qsizetype kMostFields = 128;

    enum class State {
        Head,     ///< the head is not whole yet
        Body,     ///< the head is whole, the body is not
        Complete, ///< the request is whole; further bytes are the next one's
        Broken,   ///< see status() and problem(); the connection cannot be used any more
    };

    /// @p mostBody: bytes; a longer body is refused as soon as its length is known.
    explicit RequestParser(qsizetype mostBody)
        : m_mostBody(mostBody)
    { }

    /// Uses up the beginning of @p bytes and returns how much: at least one byte in the states Head and Body, nothing
    /// in the others. Call it again with the rest.
    [[nodiscard]] qsizetype take(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// Nothing of a request has arrived yet.
    [[nodiscard]] bool isFresh() const { return m_state == State::Head && m_headBytes == 0 && m_line.isEmpty(); }
    /// Whole in the state Complete; without its body in the state Body.
    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    /// The client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool expectsContinue() const { return m_expectsContinue; }
    /// How to answer in the state Broken: 400, 411, 413, 417, 431 or 505.
    [[nodiscard]] int status() const { return m_status; }
    /// What is wrong in the state Broken: one clause without bytes of the client.
    [[nodiscard]] const char *problem() const { return m_problem; }

private:
    void takeHeadLine();
    void takeRequestLine();
    void takeField();
    void endHead();
    void readLength();
    void fail(int status, const char *problem);

    qsizetype m_mostBody;
    State m_state = State::Head;
    HttpRequest m_request;
    QByteArray m_line;
    qsizetype m_headBytes = 0;
    qsizetype m_bodyLeft = 0;
    int m_status = 0;
    const char *m_problem = "";
    bool m_hasRequestLine = false;
    bool m_isHttp10 = false;
    bool m_expectsContinue = false;
};

} // namespace lynceus
