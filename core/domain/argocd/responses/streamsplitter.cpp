#include "core/domain/argocd/responses/streamsplitter.h"

#include <utility>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// Spare bytes after the payload, so that the decoder's parser needs no copy of the frame.
constexpr qsizetype kPadding = 64;

/// Bytes. A larger buffer is freed instead of kept for the life of the stream.
constexpr qsizetype kKeptBuffer = 256 * 1024;

constexpr QByteArrayView kBom = "\xEF\xBB\xBF";

void empty(QByteArray &buffer)
{
    if (buffer.capacity() > kKeptBuffer)
        buffer = {};
    else
        buffer.resize(0);
}

qsizetype endOfLine(QByteArrayView bytes)
{
    const auto end = std::ranges::find_if(bytes, [](char byte) { return byte == '\n' || byte == '\r'; });
    return end - bytes.begin();
}

} // namespace

StreamSplitter::StreamSplitter(qsizetype cap)
    : m_cap(cap)
{ }

Result<std::vector<StreamFrame>> StreamSplitter::feed(QByteArrayView bytes)
{
    std::vector<StreamFrame> frames;
    while (!bytes.isEmpty()) {
        if (std::exchange(m_lastWasCr, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const auto end = endOfLine(bytes);
        if (m_tooLarge || pendingBytes() + end > m_cap) {
            m_tooLarge = true;
            auto message = u"an event in the stream is larger than %1 bytes"_s.arg(m_cap);
            return tl::unexpected(Error{Error::Kind::TooLarge, {}, std::move(message), false, 0});
        }
        m_line.append(bytes.first(end));
        if (end == bytes.size())
            break;
        m_lastWasCr = bytes[end] == '\r';
        bytes = bytes.sliced(end + 1);
        endLine(frames);
    }
    return frames;
}

qsizetype StreamSplitter::pendingBytes() const
{
    return m_line.size() + m_data.size();
}

void StreamSplitter::endLine(std::vector<StreamFrame> &frames)
{
    QByteArrayView line(m_line);
    if (std::exchange(m_atStart, false) && line.startsWith(kBom))
        line = line.sliced(kBom.size());

    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false))
            frames.push_back({StreamFrame::Kind::Data, std::exchange(m_data, {})});
    } else if (line.startsWith(':')) {
        frames.push_back({StreamFrame::Kind::Keepalive, {}});
    } else {
        takeField(line);
    }
    empty(m_line);
}

void StreamSplitter::takeField(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (line.first(colon < 0 ? line.size() : colon) != QByteArrayView("data"))
        return; // event, id, retry: not sent by Argo CD, and not used
    auto value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (std::exchange(m_hasData, true))
        m_data.append('\n');
    else
        m_data.reserve(value.size() + kPadding);
    m_data.append(value);
}

} // namespace lynceus
