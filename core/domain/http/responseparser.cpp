#include "core/domain/http/responseparser.h"

#include "core/domain/http/httpsyntax.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kSwitchingProtocols = 101;
constexpr int kNoContent = 204;
constexpr int kNotModified = 304;

constexpr qsizetype kLengthDigits = 18; // fewer than in the largest qint64
constexpr qsizetype kChunkDigits = 15;  // hexadecimal; fewer than in the largest qint64

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

ResponseParser::Taken ResponseParser::take(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    switch (m_state) {
    case State::Head:
        return takeHead(bytes);
    case State::Body:
        switch (m_framing) {
        case Framing::Length:
            return takeLength(bytes);
        case Framing::Chunks:
            return takeChunks(bytes);
        case Framing::UntilEnd:
            return {bytes.size(), bytes};
        }
        break;
    case State::Complete:
    case State::Broken:
        break;
    }
    return {};
}

void ResponseParser::end()
{
    if (m_state == State::Body && m_framing == Framing::UntilEnd) {
        m_state = State::Complete;
    } else if (m_state == State::Head || m_state == State::Body) {
        m_isCutShort = true;
        fail(m_hasHead ? "its body was cut short" : "its head was cut short");
    }
}

void ResponseParser::fail(const char *problem)
{
    m_state = State::Broken;
    m_problem = problem;
    m_keepsConnection = false;
    m_line = {};
}

/// Reads up to the end of the line, which is dropped. False: incomplete or too long.
bool ResponseParser::takeLine(QByteArrayView bytes, qsizetype cap, const char *tooLong, qsizetype &used)
{
    const auto end = std::ranges::find(bytes, '\n') - bytes.begin();
    used = qMin(end + 1, bytes.size());
    if (m_line.size() + end > cap) {
        fail(tooLong);
        return false;
    }
    m_line.append(bytes.first(end));
    if (end == bytes.size())
        return false;
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    // A lone CR ends a line for some parsers and not for others.
    if (m_line.contains('\r') || m_line.contains('\0')) {
        fail("a line of the response contains control characters");
        return false;
    }
    return true;
}

ResponseParser::Taken ResponseParser::takeHead(QByteArrayView bytes)
{
    qsizetype total = 0;
    while (m_state == State::Head && !bytes.isEmpty()) {
        qsizetype used = 0;
        const bool isLine = takeLine(bytes, kHeadCap - m_headBytes, "the response header is larger than 64 KiB", used);
        total += used;
        bytes = bytes.sliced(used);
        if (!isLine) {
            // Another protocol may never end a line.
            const auto begin = QByteArrayView("HTTP/1.");
            const auto known = qMin(m_line.size(), begin.size());
            if (m_state == State::Head && !m_hasStatus && QByteArrayView(m_line).first(known) != begin.first(known))
                fail("the response is not HTTP/1");
            break;
        }
        m_headBytes += m_line.size() + 2;
        endHeadLine();
        m_line.resize(0);
    }
    return {total, {}};
}

void ResponseParser::endHeadLine()
{
    if (m_headBytes > kHeadCap)
        fail("the response header is larger than 64 KiB");
    else if (!m_hasStatus)
        takeStatusLine(m_line);
    else if (m_line.isEmpty())
        endHead();
    else
        takeField(m_line);
}

void ResponseParser::takeStatusLine(QByteArrayView line)
{
    // "HTTP/1.1 200 OK"; the reason is optional
    constexpr qsizetype kCodeAt = 9;
    constexpr qsizetype kCodeEnd = kCodeAt + 3;
    const bool isHttp = line.startsWith("HTTP/1.") && line.size() >= kCodeEnd && isDigit(line[7]) && line[8] == ' ';
    const auto code = isHttp ? httpNumber(line.sliced(kCodeAt, 3), 10, 3) : -1;
    if (code < 100 || (line.size() > kCodeEnd && line[kCodeEnd] != ' ')) {
        fail("the response is not HTTP/1");
        return;
    }
    m_hasStatus = true;
    m_head.status = static_cast<int>(code);
    m_head.isHttp10 = line[7] == '0';
}

void ResponseParser::takeField(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (line.front() == ' ' || line.front() == '\t') {
        fail("the response header contains a folded field");
    } else if (colon < 0 || !isHttpToken(line.first(colon))) {
        fail("the response header contains a line that is not a field");
    } else if (qsizetype(m_head.headers.fields().size()) >= kMostFields) {
        fail("the response header has more than 256 fields");
    } else {
        const auto value = trimmedField(line.sliced(colon + 1));
        m_head.headers.append(line.first(colon).toByteArray(), value.toByteArray());
    }
}

void ResponseParser::endHead()
{
    if (m_head.status == kSwitchingProtocols) {
        fail("the server switched to another protocol without being asked");
        return;
    }
    if (m_head.status < 200) {
        m_head = {};
        m_hasStatus = false;
        return;
    }
    chooseFraming();
    m_hasHead = m_state != State::Broken;
}

/// RFC 9112 §6.3
void ResponseParser::chooseFraming()
{
    const auto &headers = m_head.headers;
    m_state = State::Body;
    m_keepsConnection = !m_head.isHttp10 && !hasConnectionOption(headers, "close");
    const bool hasCoding = headers.contains("Transfer-Encoding");
    if (hasCoding && headers.value("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) != 0) {
        fail("the response has an unknown transfer coding");
        return;
    }
    qint64 length = -1;
    for (const auto &field : headers.fields()) {
        if (field.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            continue;
        const auto said = httpNumber(field.value, 10, kLengthDigits);
        if (said < 0 || (length >= 0 && length != said)) { // some gateways repeat the same value
            fail("the response's Content-Length is not a number or occurs twice");
            return;
        }
        length = said;
    }
    if (m_head.status == kNoContent || m_head.status == kNotModified) {
        m_keepsConnection = m_keepsConnection && length <= 0 && !hasCoding;
        m_state = State::Complete;
    } else if (hasCoding) {
        // Both: the length is ignored, and the connection is not reused.
        m_keepsConnection = m_keepsConnection && length < 0;
        m_framing = Framing::Chunks;
    } else if (length >= 0) {
        m_head.contentLength = length;
        m_framing = Framing::Length;
        m_left = length;
        if (length == 0)
            m_state = State::Complete;
    } else {
        m_framing = Framing::UntilEnd;
        m_keepsConnection = false;
    }
}

ResponseParser::Taken ResponseParser::takeLength(QByteArrayView bytes)
{
    const auto size = qMin<qint64>(m_left, bytes.size());
    m_left -= size;
    if (m_left == 0)
        m_state = State::Complete;
    return {size, bytes.first(size)};
}

ResponseParser::Taken ResponseParser::takeChunks(QByteArrayView bytes)
{
    if (m_chunk == Chunk::Data) {
        const auto size = qMin<qint64>(m_left, bytes.size());
        m_left -= size;
        if (m_left == 0)
            m_chunk = Chunk::DataEnd;
        return {size, bytes.first(size)};
    }
    qsizetype used = 0;
    const auto cap = m_chunk == Chunk::Size ? kLineCap : m_chunk == Chunk::DataEnd ? 1 : kTrailerCap - m_trailerBytes;
    if (takeLine(bytes, cap, "the response's chunked coding is invalid", used)) {
        endChunkLine();
        m_line.resize(0);
    }
    return {used, {}};
}

void ResponseParser::endChunkLine()
{
    switch (m_chunk) {
    case Chunk::Size: {
        const auto extension = m_line.indexOf(';');
        const auto size = QByteArrayView(m_line).first(extension < 0 ? m_line.size() : extension);
        m_left = httpNumber(trimmedField(size), 16, kChunkDigits);
        if (m_left < 0)
            fail("the response's chunked coding is invalid");
        else
            m_chunk = m_left == 0 ? Chunk::Trailer : Chunk::Data;
        return;
    }
    case Chunk::DataEnd:
        if (m_line.isEmpty())
            m_chunk = Chunk::Size;
        else
            fail("the response's chunked coding is invalid");
        return;
    case Chunk::Trailer:
        m_trailerBytes += m_line.size() + 2;
        if (m_line.isEmpty())
            m_state = State::Complete;
        else if (m_trailerBytes > kTrailerCap)
            fail("the response's chunked coding is invalid");
        return;
    case Chunk::Data:
        return;
    }
}

} // namespace lynceus
