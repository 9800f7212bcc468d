#include "core/io/serve/httpreply.h"

#include "core/domain/http/httpsyntax.h"

namespace lynceus {

namespace {

constexpr int kNoContent = 204;

/// A line break in a value could inject a field or a body.
void appendField(QByteArray &head, const QByteArray &name, const QByteArray &value)
{
    if (isHttpToken(name) && isHttpFieldValue(value))
        head += name + ": " + value + "\r\n";
}

} // namespace

QByteArray headOf(const HttpReply &reply, Instant date, bool keepAlive)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status) + "\r\n";
    if (!reply.contentType.isEmpty())
        appendField(head, "Content-Type", reply.contentType);
    for (const auto &field : reply.headers.fields())
        appendField(head, field.name, field.value);
    appendField(head, "Date", formatHttpDate(date));
    if (reply.status != kNoContent && !reply.source) // RFC 9110 §8.6
        appendField(head, "Content-Length", QByteArray::number(reply.body.size()));
    if (!keepAlive || reply.source)
        appendField(head, "Connection", "close");
    return head + "\r\n";
}

} // namespace lynceus
