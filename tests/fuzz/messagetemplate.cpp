#include "core/domain/tasks/messagetemplate.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

const QStringList kNames{u"app"_s, u"url"_s};
const QStringList kDocuments{u"task"_s};

bool isJson(const MessageTemplate &message, const QString &value)
{
    const auto text = message.rendered({{u"app"_s, value}, {u"url"_s, value}}, {{u"task"_s, "{}"}});
    return !QJsonDocument::fromJson(text).isNull();
}

} // namespace

/// Whether a message is JSON depends on its template, never on the values.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto message = MessageTemplate::parse(text, kNames, kDocuments);
    if (!message)
        return 0;
    const bool expected = isJson(*message, u"x"_s);
    // Keys that become equal are merged; the message is still JSON.
    for (const auto &value :
         {u"\"}"_s, u"\\"_s, u"u0041"_s, u"\n\u2028\u0000"_s, QString(QChar(0xd800)), u"{{app}}"_s}) {
        if (isJson(*message, value) != expected)
            std::abort();
    }
    return 0;
}
