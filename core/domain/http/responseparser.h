#pragma once

#include "core/domain/http/httpheaders.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lynceus {

/// Status line and header fields of a response.
struct ResponseHead
{
    int status = 0;        ///< 100 to 999
    bool isHttp10 = false; ///< HTTP/1.0: the connection is not kept
    HttpHeaders headers;
    qint64 contentLength = -1; ///< bytes; -1 if there is none, or if it does not count beside chunks
};

/// Reads one HTTP/1.x response to a GET or POST while it arrives (RFC 9112), in bounded memory: nothing but the head
/// and one line of the chunked coding is ever kept. The same result for every way to cut the bytes.
///
/// Interim responses (1xx) are skipped. What two readers could understand in two ways is refused: folded fields, space
/// before the colon, bytes that belong in no name, lengths that contradict each other or are no plain number,
/// transfer codings other than "chunked". Lines may end in LF alone, as old gateways write them.
class ResponseParser final
{
public:
    static constexpr qsizetype kHeadCap = 64 * 1024; ///< bytes of all heads together, interim ones included
    static constexpr qsizetype kMostFields = 256;    ///< of one head
    static constexpr qsizetype kLineCap = 4 * 1024;  ///< bytes of a line that says a chunk's size, extensions included
    static constexpr qsizetype kTrailerCap = 8 * 1024; ///< bytes of all trailer fields; they are not used

    enum class State {
        Head,     ///< the head is not whole yet
        Body,     ///< the head is whole, the body is not
        Complete, ///< the body is whole; further bytes are not the response's
        Broken,   ///< see problem()
    };

    /// What take() did with its bytes.
    struct Taken
    {
        qsizetype bytes = 0;   ///< how many were used up
        QByteArrayView body{}; ///< those of them that are the body's, transfer coding removed; a view of the input
    };

    /// Uses up the beginning of @p bytes: at least one byte in the states Head and Body, none in the others. Call it
    /// again with the rest.
    [[nodiscard]] Taken take(QByteArrayView bytes);

    /// The connection ended. Completes a body that lasts until then; otherwise something is missing: Broken.
    void end();

    [[nodiscard]] State state() const { return m_state; }
    /// Valid from the state Body on; also kept when the body is broken later.
    [[nodiscard]] const ResponseHead &head() const { return m_head; }
    [[nodiscard]] bool hasHead() const { return m_hasHead; }
    /// What is wrong, for the state Broken: one clause without bytes of the server.
    [[nodiscard]] const char *problem() const { return m_problem; }
    /// The connection ended before the response was whole; otherwise its bytes are wrong.
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }
    /// After Complete: the connection may carry another request.
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
    qint64 m_left = 0; // bytes of the body or of the chunk that are to come
    const char *m_problem = "";
    bool m_hasStatus = false;
    bool m_hasHead = false;
    bool m_isCutShort = false;
    bool m_keepsConnection = false;
};

} // namespace lynceus
