#include "core/domain/http/requestparser.h"

#include "core/domain/http/httpsyntax.h"

#include <QList>

#include <algorithm>

namespace lynceus {

namespace {

constexpr qsizetype kLengthDigits = 18; // fewer than in the largest qint64

constexpr int kBadRequest = 400;
constexpr int kLengthRequired = 411;
constexpr int kContentTooLarge = 413;
constexpr int kExpectationFailed = 417;
constexpr int kFieldsTooLarge = 431;
constexpr int kVersionNotSupported = 505;

bool isControl(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return (code < 0x20 && letter != '\t') || code == 0x7f;
}

bool isVisible(char letter)
{
    return letter > 0x20 && letter < 0x7f;
}

qsizetype countOf(const HttpHeaders &headers, QByteArrayView name)
{
    return std::ranges::count_if(headers.fields(), [name](const HttpHeader &field) {
        return name.compare(field.name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool HttpRequest::accepts(QByteArrayView name, const QByteArray &word) const
{
    const QList<QByteArray> offers = header(name).toLower().split(',');
    return std::ranges::any_of(offers, [&](const QByteArray &offer) {
        const QList<QByteArray> parts = offer.split(';');
        return parts.first().trimmed() == word && !(parts.size() > 1 && parts.at(1).trimmed() == "q=0");
    });
}

qsizetype RequestParser::take(QByteArrayView bytes)
{
    if (isFresh() && !bytes.isEmpty() && isControl(bytes.front()) && bytes.front() != '\r' && bytes.front() != '\n') {
        fail(kBadRequest, "the request is not HTTP/1"); // TLS, or another protocol that may never end a line
        return 1;
    }
    qsizetype total = 0;
    while (m_state == State::Head && total < bytes.size()) {
        const auto rest = bytes.sliced(total);
        const qsizetype end = std::ranges::find(rest, '\n') - rest.begin();
        const bool isWhole = end < rest.size();
        const auto used = isWhole ? end + 1 : end;
        total += used;
        if (m_headBytes + m_line.size() + used > kHeadCap) {
            fail(kFieldsTooLarge, "the header is larger than 64 KiB");
            break;
        }
        m_line.append(rest.first(used));
        if (isWhole)
            takeHeadLine();
    }
    if (m_state == State::Body && total < bytes.size()) {
        const auto size = std::min(m_bodyLeft, bytes.size() - total);
        m_request.body.append(bytes.sliced(total, size));
        m_bodyLeft -= size;
        total += size;
        if (m_bodyLeft == 0)
            m_state = State::Complete;
    }
    return total;
}

void RequestParser::fail(int status, const char *problem)
{
    m_state = State::Broken;
    m_status = status;
    m_problem = problem;
    m_line = {};
    m_request.body = {};
}

void RequestParser::takeHeadLine()
{
    m_headBytes += m_line.size();
    // Request smuggling uses lines that end for one parser and not for another.
    if (!m_line.endsWith("\r\n")) {
        fail(kBadRequest, "a line of the header does not end in CR LF");
        return;
    }
    m_line.chop(2);
    if (std::ranges::any_of(m_line, isControl)) {
        fail(kBadRequest, "the header contains control characters");
        return;
    }
    if (!m_hasRequestLine) {
        if (!m_line.isEmpty()) // RFC 9112 §2.2: empty lines before it are skipped; they count for the cap
            takeRequestLine();
    } else if (m_line.isEmpty()) {
        endHead();
    } else {
        takeField();
    }
    m_line.resize(0);
}

void RequestParser::takeRequestLine()
{
    const QList<QByteArray> parts = m_line.split(' ');
    if (parts.size() != 3 || !isHttpToken(parts.at(0)) || !parts.at(2).startsWith("HTTP/")) {
        fail(kBadRequest, "the request is not HTTP/1");
        return;
    }
    if (parts.at(2) != "HTTP/1.1" && parts.at(2) != "HTTP/1.0") {
        fail(kVersionNotSupported, "only HTTP/1.0 and HTTP/1.1 are supported");
        return;
    }
    const auto &target = parts.at(1);
    if (!target.startsWith('/') || !std::ranges::all_of(target, isVisible) || target.contains('#')) {
        fail(kBadRequest, "the request target is not a path");
        return;
    }
    m_hasRequestLine = true;
    m_isHttp10 = parts.at(2) == "HTTP/1.0";
    m_request.method = parts.at(0);
    m_request.target = target;
}

void RequestParser::takeField()
{
    const QByteArrayView line(m_line);
    const auto colon = line.indexOf(':');
    if (line.front() == ' ' || line.front() == '\t') {
        fail(kBadRequest, "the header contains a folded field");
    } else if (colon < 0 || !isHttpToken(line.first(colon))) {
        fail(kBadRequest, "the header contains a line that is not a field");
    } else if (static_cast<qsizetype>(m_request.headers.fields().size()) >= kMostFields) {
        fail(kFieldsTooLarge, "the header has more than 128 fields");
    } else {
        m_request.headers.append(line.first(colon).toByteArray(), trimmedField(line.sliced(colon + 1)).toByteArray());
    }
}

void RequestParser::endHead()
{
    const auto &headers = m_request.headers;
    const auto hosts = countOf(headers, "Host");
    if (hosts > 1 || (hosts == 0 && !m_isHttp10)) {
        fail(kBadRequest, "exactly one Host field is required");
        return;
    }
    const auto expected = headers.value("Expect").toLower();
    if (!expected.isEmpty() && expected != "100-continue") {
        fail(kExpectationFailed, "the only supported expectation is 100-continue");
        return;
    }
    m_request.keepAlive =
        m_isHttp10 ? hasConnectionOption(headers, "keep-alive") : !hasConnectionOption(headers, "close");
    readLength();
    m_expectsContinue = m_state == State::Body && !expected.isEmpty() && !m_isHttp10;
}

void RequestParser::readLength()
{
    const auto &headers = m_request.headers;
    const auto lengths = countOf(headers, "Content-Length");
    if (headers.contains("Transfer-Encoding")) {
        if (lengths > 0)
            fail(kBadRequest, "a transfer coding and a Content-Length contradict each other");
        else
            fail(kLengthRequired, "a body requires a Content-Length; transfer codings are not supported");
        return;
    }
    const auto length = lengths == 0 ? 0 : httpNumber(headers.value("Content-Length"), 10, kLengthDigits);
    if (lengths > 1 || length < 0)
        return fail(kBadRequest, "the Content-Length is not a number or occurs twice");
    if (length > m_mostBody)
        return fail(kContentTooLarge, "the body is too large");
    m_bodyLeft = length;
    m_state = length == 0 ? State::Complete : State::Body;
}

} // namespace lynceus
