#include "tests/support/samples.h"

#include "core/io/compression/gzip.h"

#include <QFile>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QByteArray sampleFile(const QString &name)
{
    QFile file(QStringLiteral(LYNCEUS_TEST_DATA) + u"/samples/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no sample %s", qPrintable(name));
    return file.readAll();
}

} // namespace

TransportOutcome sampleAnswer(const QString &name)
{
    // Headers were saved with LF or CRLF, bodies as received.
    const auto file = sampleFile(name);
    const auto crlf = file.indexOf("\r\n\r\n");
    const auto lf = file.indexOf("\n\n");
    const bool hasCrlf = crlf >= 0 && (lf < 0 || crlf < lf);
    const auto head = file.first(hasCrlf ? crlf : lf);

    TransportOutcome outcome;
    outcome.body = file.sliced(hasCrlf ? crlf + 4 : lf + 2);
    outcome.bytesOnWire = outcome.body.size();
    const auto lines = head.split('\n');
    outcome.httpStatus = lines.front().split(' ').value(1).toInt();
    for (const auto &line : lines) {
        const auto value = line.mid(line.indexOf(':') + 1).trimmed();
        if (line.toLower().startsWith("content-type:"))
            outcome.contentType = value;
        if (line.toLower().startsWith("content-length:"))
            outcome.contentLength = value.toLongLong();
    }
    return outcome;
}

QByteArray sampleBody(const QString &name)
{
    if (!name.endsWith(u".gz"))
        return sampleAnswer(name).body;
    constexpr qsizetype kCap = 64 * 1024 * 1024;
    return gunzipped(sampleFile(name), kCap).value();
}

} // namespace lynceus
