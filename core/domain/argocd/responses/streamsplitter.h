#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lynceus {

/// One item of a server-sent event stream.
struct StreamFrame
{
    enum class Kind {
        Keepalive, ///< a comment line
        Data,      ///< `payload`: JSON text of one event
    };
    Kind kind = Kind::Keepalive;
    QByteArray payload;

    friend bool operator==(const StreamFrame &, const StreamFrame &) = default;
};

/// Splits a `text/event-stream` into frames, independent of how its bytes are chunked (WHATWG HTML §9.2.6: lines end
/// with LF, CR or CRLF; several data lines are joined with LF; a BOM is skipped). Argo CD sends one `data:` line per
/// event and `:` as keepalive. An incomplete frame is kept until its end arrives; at the end of the stream it is
/// dropped, because it may be truncated.
class StreamSplitter final
{
public:
    static constexpr qsizetype kDefaultCap = 64 * 1024 * 1024; ///< bytes; a tree of 14,000 nodes has about 8 MiB

    explicit StreamSplitter(qsizetype cap = kDefaultCap);

    /// Error::Kind::TooLarge if a frame exceeds the cap; the splitter cannot be used afterwards.
    [[nodiscard]] Result<std::vector<StreamFrame>> feed(QByteArrayView bytes);

    /// Bytes of the incomplete frame.
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
