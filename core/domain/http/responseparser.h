#pragma once

#include "core/domain/http/httpheaders.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lynceus {

/// Status line and header fields of a response.
struct ResponseHead
{
    int status = 0;        ///< 100 to 999
    bool isHttp10 = false; ///< HTTP/1.0: the connection is not reused
    HttpHeaders headers;
    qint64 contentLength = -1; ///< bytes; -1 if missing, or ignored because of chunked encoding
};

/// Parses one HTTP/1.x response to a GET or POST as it arrives (RFC 9112), with limited memory: keeps only the head and
/// one line of the chunked encoding. The result does not depend on how the bytes are chunked.
///
/// Skips interim responses (1xx). Rejects everything that parsers could interpret differently: folded fields, space
/// before the colon, invalid bytes in names, contradicting or invalid lengths, transfer codings other than "chunked".
/// Lines may end with LF only, as old gateways send them.
class ResponseParser final
{
public:
    static constexpr qsizetype kHeadCap = 64 * 1024;   ///< bytes of all heads together, including interim ones
    static constexpr qsizetype kMostFields = 256;      ///< per head
    static constexpr qsizetype kLineCap = 4 * 1024;    ///< bytes of a line with a chunk's size, including extensions
    static constexpr qsizetype kTrailerCap = 8 * 1024; ///< bytes of all trailer fields, which are ignored

    enum class State {
        Head,     ///< the head is incomplete
        Body,     ///< the head is complete, the body is not
        Complete, ///< the body is complete; further bytes do not belong to the response
        Broken,   ///< see problem()
    };

    /// Result of take().
    struct Taken
    {
        qsizetype bytes = 0;   ///< number of consumed bytes
        QByteArrayView body{}; ///< the part of them that belongs to the body, decoded; a view of the input
    };

    /// Consumes the beginning of @p bytes: at least one byte in the states Head and Body, none otherwise. Call it again
    /// with the rest.
    [[nodiscard]] Taken take(QByteArrayView bytes);

    /// The connection was closed. Completes a body that lasts until the end; otherwise the response is incomplete:
    /// Broken.
    void end();

    [[nodiscard]] State state() const { return m_state; }
    /// Valid from the state Body on, also if the body is broken later.
    [[nodiscard]] const ResponseHead &head() const { return m_head; }
    [[nodiscard]] bool hasHead() const { return m_hasHead; }
    /// Error in the state Broken: one clause without bytes from the server.
    [[nodiscard]] const char *problem() const { return m_problem; }
    /// True: the connection was closed before the response was complete. False: its bytes are invalid.
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }
    /// After Complete: the connection can be reused.
    [[nodiscard]] bool keepsConnection() const { return m_keepsConnection; }

private:
    enum class Framing { Length, Chunks, UntilEnd };
    enum class Chunk { Size, Data, DataEnd, Trailer };

    [[nodiscard]] Taken takeHead(QByteArrayView bytes);
    [[nodiscard]] Taken takeLength(QByteArrayView bytes);
    [[nodiscard]] Taken takeChunks(QByteArrayView bytes);
    [[nodiscard]] bool takeLine(QByteArrayView bytes, qsizetype cap, const char *tooLong, qsizetype &used);
    void endHeadLine();
    void takeStatusLine(QByteArrayView line);
    void takeField(QByteArrayView line);
    void endHead();
    void chooseFraming();
    void endChunkLine();
    void fail(const char *problem);

    State m_state = State::Head;
    Framing m_framing = Framing::UntilEnd;
    Chunk m_chunk = Chunk::Size;
    ResponseHead m_head;
    QByteArray m_line;
    qsizetype m_headBytes = 0;
    qsizetype m_trailerBytes = 0;
    qint64 m_left = 0; // remaining bytes of the body or the chunk
    const char *m_problem = "";
    bool m_hasStatus = false;
    bool m_hasHead = false;
    bool m_isCutShort = false;
    bool m_keepsConnection = false;
};

} // namespace lynceus
