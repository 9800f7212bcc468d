#include "core/engine/instances/gatewayheaders.h"

#include "core/domain/auth/keychainentry.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kVersion = 1;

KeychainProblem unusable(const QString &message)
{
    return {KeychainProblem::Kind::Failed, message};
}

} // namespace

Secret writtenHeaders(const HeaderValues &values)
{
    QJsonObject headers;
    for (const auto &[name, value] : values)
        headers.insert(name, QString::fromLatin1(value.reveal().toBase64()));
    const QJsonObject object{{u"version"_s, kVersion}, {u"headers"_s, headers}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<HeaderValues> readHeaders(const Secret &written)
{
    const auto object = QJsonDocument::fromJson(written.reveal()).object();
    const auto headers = object.value("headers"_L1);
    if (object.value("version"_L1).toInt() != kVersion || !headers.isObject())
        return tl::unexpected(Error{Error::Kind::Malformed, {}, u"the keychain entry is damaged"_s, false, 0});
    HeaderValues values;
    const auto entries = headers.toObject();
    for (auto it = entries.begin(); it != entries.end(); ++it)
        values.emplace_back(it.key(), Secret(QByteArray::fromBase64(it.value().toString().toLatin1())));
    return values;
}

void readGatewayHeaders(Keychain &keychain, const Instance &instance, QObject *context,
                        std::function<void(KeychainResult<HeaderValues>)> answer)
{
    if (instance.headerNames.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer)] { answer(HeaderValues()); }, Qt::QueuedConnection);
        return;
    }
    keychain.read(
        keychainEntryName(instance, KeychainKind::Headers), context,
        [names = instance.headerNames, answer = std::move(answer)](KeychainResult<std::optional<Secret>> stored) {
            if (!stored)
                return answer(tl::unexpected(KeychainProblem{
                    stored.error().kind, u"the gateway's headers cannot be read: "_s + stored.error().message}));
            if (!*stored)
                return answer(tl::unexpected(
                    unusable(u"the values of the gateway's headers (%1) are not in the keychain; add the instance "
                             "again with --header"_s.arg(names.join(u", "_s)))));
            auto values = readHeaders(**stored);
            if (values)
                answer(std::move(*values));
            else
                answer(tl::unexpected(unusable(values.error().message)));
        });
}

Error headersMissing(const Instance &instance, const KeychainProblem &problem)
{
    return {Error::Kind::SignInNeeded, instance.name, problem.message, false, 0};
}

void storeGatewayHeaders(Keychain &keychain, const Instance &instance, const HeaderValues &values, QObject *context,
                         std::function<void(KeychainResult<void>)> answer)
{
    const auto entry = keychainEntryName(instance, KeychainKind::Headers);
    if (values.empty())
        keychain.remove(entry, context, std::move(answer));
    else
        keychain.write(entry, writtenHeaders(values), context, std::move(answer));
}

} // namespace lynceus
