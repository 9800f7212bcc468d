#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lynceus {

/// One thing that a server-sent event stream said.
struct StreamFrame
{
    enum class Kind {
        Keepalive, ///< a comment line
        Data,      ///< `payload` is the JSON text of one event
    };
    Kind kind = Kind::Keepalive;
    QByteArray payload;

    friend bool operator==(const StreamFrame &, const StreamFrame &) = default;
};

/// Cuts the bytes of `text/event-stream` into frames: the same frames for every way to cut the bytes
/// (WHATWG HTML §9.2.6: LF, CR and CRLF end lines; several data lines are joined by LF; a BOM is skipped).
/// Argo CD sends one `data:` line an event and `:` as keepalive. Half a frame is kept until its end comes;
/// at the end of the stream it is dropped, because nobody can know whether it was whole.
class StreamSplitter final
{
public:
    static constexpr qsizetype kDefaultCap = 64 * 1024 * 1024; ///< bytes; a tree of 14,000 nodes has about 8 MiB

    explicit StreamSplitter(qsizetype cap = kDefaultCap);

    /// Error::Kind::TooLarge if one frame grows past the cap; the splitter is then of no more use.
    [[nodiscard]] Result<std::vector<StreamFrame>> feed(QByteArrayView bytes);

    /// Bytes of a frame that has not ended.
    [[nodiscard]] qsizetype pendingBytes() const;

private:
    void endLine(std::vector<StreamFrame> &frames);
    void takeField(QByteArrayView line);

    qsizetype m_cap;
    QByteArray m_line;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_lastWasCr = false;
    bool m_atStart = true;
    bool m_tooLarge = false;
};

} // namespace lynceus
