#include "core/io/tokenfile.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kCap = 64 * 1024; // bytes; the largest tokens (many groups) have about 10 kB

/// What a header can contain: no white space, no control characters, ASCII only.
bool isTokenText(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

Result<Secret> tokenFrom(const QString &asked, QByteArray text)
{
    if (text.isEmpty())
        return badInput(u"it contains no token"_s, asked);
    if (!isTokenText(text)) {
        wipeBytes(text.data(), text.size());
        return badInput(u"it is not a token: it contains white space or invalid characters"_s, asked);
    }
    return Secret(std::move(text));
}

Result<Secret> readTokenFile(const QString &option, const QString &fileName)
{
    const auto asked = option + u' ' + fileName;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(u"cannot be read: %1"_s.arg(file.errorString()), asked);
    const auto bytes = file.read(kCap + 1);
    if (bytes.size() > kCap)
        return badInput(u"is larger than %1 kB; check that it is the right file"_s.arg(kCap / 1024), asked);
    return tokenFrom(asked, bytes.trimmed());
}

} // namespace lynceus
