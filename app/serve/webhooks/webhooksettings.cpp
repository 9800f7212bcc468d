#include "app/serve/webhooks/webhooksettings.h"

#include "app/serve/webhooks/webhookmessage.h"
#include "core/domain/http/httpheaders.h"
#include "core/io/http/connections/certificates.h"
#include "core/io/readfile.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMostWebhooks = 50;
constexpr int kLeastSecret = 16; // bytes; shorter ones can be guessed

/// Reads one webhook and collects all errors.
class WebhookReader final
{
public:
    WebhookReader(YamlSettings &settings, QString path, const QUrl &publicUrl, std::vector<Error> &faults)
        : m_settings(settings)
        , m_path(std::move(path))
        , m_publicUrl(publicUrl)
        , m_faults(faults)
    { }

    [[nodiscard]] Webhook read()
    {
        Webhook hook;
        hook.name = text(u"name"_s);
        if (hook.name.isEmpty())
            fail(u"name"_s, u"is missing; it names the webhook in logs and metrics"_s);
        hook.url = url();
        hook.message = message();
        hook.events = events();
        hook.apps = apps();
        hook.signingSecret = secret(u"secret-file"_s);
        if (!hook.signingSecret.isEmpty() && hook.signingSecret.reveal().size() < kLeastSecret)
            fail(u"secret-file"_s,
                 u"the secret is too short to be safe; use at least %1 characters"_s.arg(kLeastSecret));
        hook.authorization = secret(u"authorization-file"_s);
        if (const auto file = text(u"ca-file"_s); !file.isEmpty()) {
            auto authorities = readCertificates(file);
            if (authorities)
                hook.authorities = *std::move(authorities);
            else
                fail(u"ca-file"_s, authorities.error().message);
        }
        return hook;
    }

private:
    void fail(const QString &name, const QString &message)
    {
        m_faults.push_back({Error::Kind::BadInput, m_settings.place(m_path + u'.' + name), message, false, 0});
    }

    [[nodiscard]] QString text(const QString &name)
    {
        return m_settings.text(m_path + u'.' + name).value_or(QString());
    }

    /// A whole line of a file: tokens of chat services have no spaces, header values may.
    [[nodiscard]] Secret secret(const QString &name)
    {
        constexpr qint64 kMost = 16 * 1024;
        const auto file = text(name);
        if (file.isEmpty())
            return {};
        auto bytes = readFile(file, kMost);
        auto line = bytes ? bytes->trimmed() : QByteArray();
        if (!bytes)
            fail(name,
                 bytes.error().kind == Error::Kind::NotFound ? u"this file does not exist: %1"_s.arg(file)
                                                             : bytes.error().message);
        else if (line.isEmpty() || !isHttpFieldValue(line))
            fail(name, u"must contain exactly one line of text"_s);
        else
            return Secret(std::move(line));
        return {};
    }

    [[nodiscard]] QUrl url()
    {
        const auto plain = text(u"url"_s);
        const bool isFile = !text(u"url-file"_s).isEmpty();
        if (plain.isEmpty() != isFile) {
            fail(u"url"_s, u"set either url or, if the address is secret, url-file"_s);
            return {};
        }
        const auto bytes = isFile ? secret(u"url-file"_s).reveal() : plain.toUtf8();
        if (bytes.isEmpty())
            return {};
        const QUrl url(QString::fromUtf8(bytes), QUrl::StrictMode);
        const bool isHttp = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        if (url.isValid() && isHttp && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment())
            return url;
        fail(isFile ? u"url-file"_s : u"url"_s, // the URL may be a secret and is not repeated
             u"must be an http or https address without user name and fragment"_s);
        return {};
    }

    [[nodiscard]] MessageTemplate message()
    {
        const auto file = text(u"template-file"_s);
        const auto format = text(u"format"_s);
        const auto name = file.isEmpty() ? u"format"_s : u"template-file"_s;
        if (!file.isEmpty() && !format.isEmpty())
            fail(u"format"_s, u"cannot be combined with template-file; use one of them"_s);
        auto source = builtInTemplate(format.isEmpty() ? u"json"_s : format, !m_publicUrl.isEmpty());
        if (!file.isEmpty()) {
            const auto bytes = readFile(file, MessageTemplate::kMostCharacters);
            if (!bytes) {
                fail(name,
                     bytes.error().kind == Error::Kind::NotFound ? u"this file does not exist: %1"_s.arg(file)
                                                                 : bytes.error().message);
                return {};
            }
            source = QString::fromUtf8(*bytes);
        } else if (source.isEmpty()) {
            fail(name,
                 u"unknown format \"%1\"; use %2, or template-file"_s.arg(format, builtInFormats().join(u", "_s)));
            return {};
        }
        auto parsed = MessageTemplate::parse(source, messageValueNames(), messageDocumentNames());
        if (!parsed) {
            fail(name, parsed.error().message);
            return {};
        }
        // Validity does not depend on the values.
        QJsonParseError problem;
        const auto json = QJsonDocument::fromJson(parsed->rendered({}), &problem);
        if (!json.isObject() && !json.isArray())
            fail(name, u"it is not valid JSON: %1"_s.arg(problem.errorString()));
        return *std::move(parsed);
    }

    [[nodiscard]] QList<QRegularExpression> apps()
    {
        constexpr int kMostPatterns = 200;
        constexpr qsizetype kLongest = 200; // characters
        QList<QRegularExpression> patterns;
        const auto count = m_settings.count(m_path + u".apps"_s);
        if (count > kMostPatterns)
            fail(u"apps"_s, u"too many; at most %1"_s.arg(kMostPatterns));
        for (int i = 0; i < std::min(count, kMostPatterns); ++i) {
            const auto name = u"apps[%1]"_s.arg(i);
            const auto value = text(name);
            QRegularExpression pattern(QRegularExpression::wildcardToRegularExpression(value));
            if (value.isEmpty() || value.size() > kLongest || value.contains(u'/') || !pattern.isValid())
                fail(name,
                     u"\"%1\" is not the name of an application, or a pattern such as shop-*"_s.arg(
                         value.first(std::min(value.size(), kLongest))));
            else
                patterns.append(std::move(pattern));
        }
        return patterns;
    }

    [[nodiscard]] std::set<TaskEvent> events()
    {
        const auto count = m_settings.count(m_path + u".events"_s);
        if (count == 0)
            return {TaskEvent::Started, TaskEvent::Failing, TaskEvent::Ended};
        std::set<TaskEvent> events;
        for (int i = 0; i < count; ++i) {
            const auto name = u"events[%1]"_s.arg(i);
            const auto value = text(name);
            if (const auto event = taskEventFrom(value))
                events.insert(*event);
            else
                fail(name, u"unknown event \"%1\"; use started, failing or ended"_s.arg(value));
        }
        return events;
    }

    YamlSettings &m_settings;
    const QString m_path;
    const QUrl &m_publicUrl;
    std::vector<Error> &m_faults;
};

} // namespace

std::vector<Webhook> readWebhooks(YamlSettings &settings, const QUrl &publicUrl, std::vector<Error> &faults)
{
    std::vector<Webhook> hooks;
    const auto count = settings.count(u"webhooks"_s);
    if (count > kMostWebhooks) {
        faults.push_back({Error::Kind::BadInput, settings.place(u"webhooks"_s),
                          u"too many; at most %1"_s.arg(kMostWebhooks), false, 0});
        return hooks;
    }
    for (int i = 0; i < count; ++i) {
        const auto path = u"webhooks[%1]"_s.arg(i);
        auto hook = WebhookReader(settings, path, publicUrl, faults).read();
        if (std::ranges::any_of(hooks, [&](const Webhook &other) { return other.name == hook.name; }))
            faults.push_back({Error::Kind::BadInput, settings.place(path + u".name"_s),
                              u"another webhook has the name \"%1\""_s.arg(hook.name), false, 0});
        hooks.push_back(std::move(hook));
    }
    return hooks;
}

} // namespace lynceus
