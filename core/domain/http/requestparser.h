#pragma once

#include "core/domain/http/httpheaders.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lynceus {

/// A request that one of our servers received.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< path with query, as sent: starts with "/", visible ASCII only
    HttpHeaders headers;
    QByteArray body;
    bool keepAlive = true; ///< the client may send another request on this connection

    /// Joins several fields with one name by ", "; empty if there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headers.value(name); }
    /// Whether a list such as "gzip, deflate" contains @p word. Ignores parameters ("gzip;q=1"), except "q=0", which
    /// excludes it.
    [[nodiscard]] bool accepts(QByteArrayView name, const QByteArray &word) const;
};

/// Parses one HTTP/1.x request as it arrives (RFC 9112), with limited memory. The result does not depend on how the
/// bytes are chunked.
///
/// Rejects everything that parsers could interpret differently: lines that end with LF only, folded fields, space
/// before the colon, control characters, more than one Host, contradicting or invalid lengths, and any transfer coding:
/// clients must send the length of a body.
class RequestParser final
{
public:
    static constexpr qsizetype kHeadCap = 64 * 1024; ///< bytes; tokens of SSO logins have up to 16 KiB
    static constexpr qsizetype kMostFields = 128;

    enum class State {
        Head,     ///< the head is incomplete
        Body,     ///< the head is complete, the body is not
        Complete, ///< the request is complete; further bytes belong to the next one
        Broken,   ///< see status() and problem(); the connection can no longer be used
    };

    /// @p mostBody: bytes; longer bodies are rejected as soon as their length is known.
    explicit RequestParser(qsizetype mostBody)
        : m_mostBody(mostBody)
    { }

    /// Consumes the beginning of @p bytes and returns the number of bytes: at least one in the states Head and Body,
    /// none otherwise. Call it again with the rest.
    [[nodiscard]] qsizetype take(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// No byte of a request has arrived.
    [[nodiscard]] bool isFresh() const { return m_state == State::Head && m_headBytes == 0 && m_line.isEmpty(); }
    /// Complete in the state Complete; without body in the state Body.
    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    /// The client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool expectsContinue() const { return m_expectsContinue; }
    /// Status code of the answer in the state Broken: 400, 411, 413, 417, 431 or 505.
    [[nodiscard]] int status() const { return m_status; }
    /// Error in the state Broken: one clause without bytes from the client.
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
