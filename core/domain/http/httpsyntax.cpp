#include "core/domain/http/httpsyntax.h"

#include <QList>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lynceus {

qint64 httpNumber(QByteArrayView text, int base, qsizetype mostDigits)
{
    if (text.isEmpty() || text.size() > mostDigits)
        return -1;
    const auto isWanted = [base](char c) {
        return (c >= '0' && c <= '9') || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    if (!std::ranges::all_of(text, isWanted))
        return -1;
    return text.toByteArray().toLongLong(nullptr, base);
}

QByteArrayView trimmedField(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text = text.chopped(1);
    return text;
}

bool hasConnectionOption(const HttpHeaders &headers, QByteArrayView option)
{
    const auto options = headers.value("Connection").toLower().split(',');
    return std::ranges::any_of(options, [option](const QByteArray &one) { return one.trimmed() == option; });
}

QByteArray reasonPhrase(int status)
{
    static constexpr std::pair<int, const char *> kPhrases[] = {
        {200, "OK"},
        {202, "Accepted"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    const auto *found = std::ranges::find(kPhrases, status, &std::pair<int, const char *>::first);
    return found == std::end(kPhrases) ? QByteArray("Status") : QByteArray(found->second);
}

} // namespace lynceus
