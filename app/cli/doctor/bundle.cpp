#include "app/cli/doctor/bundle.h"

#include "core/domain/redaction/encodedforms.h"
#include "core/domain/redaction/jsonsecrets.h"
#include "core/domain/redaction/jsontokens.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/text/visibletext.h"
#include "core/io/settings/instancesjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kLongestText = 4'000; // characters; log lines have at most half of that
constexpr qsizetype kShortestSecret = 6;  // bytes; "shop" in a header is none, and is a word of every log

QJsonValue redacted(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return redactedText(value.toString(), kLongestText);
    case QJsonValue::Array: {
        QJsonArray out;
        const auto array = value.toArray();
        for (const auto &each : array)
            out.append(redacted(each));
        return out;
    }
    case QJsonValue::Object: {
        QJsonObject out;
        const auto object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            out.insert(each.key(), redacted(each.value()));
        return out;
    }
    default:
        return value;
    }
}

QByteArray without(QByteArray text, const Secret &secret)
{
    auto bytes = secret.reveal();
    if (bytes.size() >= kShortestSecret) {
        for (const auto &form : encodedForms(bytes, kShortestSecret))
            text.replace(jsonEscaped(form), "…");
    }
    wipeBytes(bytes.data(), bytes.size());
    return text;
}

} // namespace

QByteArray bundleText(const BundleParts &parts, const Replacements &replacements)
{
    QJsonArray log;
    for (const auto &line : parts.log)
        log.append(QString::fromUtf8(line));
    const auto instances = QJsonDocument::fromJson(instancesToJson(parts.instances)).object();
    const QJsonObject bundle{
        {u"version"_s, kVersion},
        {u"madeAt"_s, formatRfc3339(parts.madeAt)},
        {u"versions"_s, parts.versions},
        {u"doctor"_s, parts.doctor},
        {u"preferences"_s, parts.preferences},
        {u"instances"_s, instances.value("instances"_L1)},
        {u"log"_s, log},
    };
    auto text = QJsonDocument(redacted(bundle).toObject()).toJson(QJsonDocument::Indented);
    for (const auto &secret : parts.secrets)
        text = without(std::move(text), secret);
    // Escape last: the searched names and secrets are not escaped.
    return visibleJson(replacements.applied(jsonWithoutSecrets(text, EnvironmentValues::Redacted)));
}

QJsonObject versionsHere()
{
    return {{u"lynceus"_s, QCoreApplication::applicationVersion()},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"tls"_s, QSslSocket::sslLibraryVersionString()},
            {u"system"_s, QSysInfo::prettyProductName()},
            {u"kernel"_s, QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())},
            {u"processor"_s, QSysInfo::currentCpuArchitecture()},
            {u"desktop"_s, qEnvironmentVariable("XDG_CURRENT_DESKTOP")},
            {u"session"_s, qEnvironmentVariable("XDG_SESSION_TYPE")}};
}

void addHosts(Replacements &replacements, const std::vector<Instance> &instances)
{
    QStringList known;
    for (const auto &instance : instances) {
        for (const auto &host : {instance.baseUrl.host(), instance.proxyUrl.host()}) {
            if (host.isEmpty() || known.contains(host))
                continue;
            known.append(host);
            replacements.add(host, u"host-%1.example"_s.arg(known.size()));
        }
    }
}

} // namespace lynceus
