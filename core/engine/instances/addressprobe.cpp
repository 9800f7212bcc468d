#include "core/engine/instances/addressprobe.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/instances/probecandidates.h"
#include "core/domain/redaction/redact.h"
#include "core/io/http/requests/networkrequest.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// No application has this name: the list is cheap for the server, and only its status matters.
constexpr auto kNoApplication = "lynceus-probe"_L1;

/// Another base path may work: the answer did not come from Argo CD.
bool isWorthAnotherPath(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotArgoCd:
    case Error::Kind::NotFound:
    case Error::Kind::Forbidden:
    case Error::Kind::SignInNeeded:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
        return true;
    case Error::Kind::BadInput:
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
    case Error::Kind::TooLarge:
    case Error::Kind::Certificate:
    case Error::Kind::NotAllowed:
    case Error::Kind::Cancelled:
        return false;
    }
    return false;
}

/// The body as read by @p decode; an error names the request.
template<typename Decode>
auto decoded(const OpenAnswer &answer, const ApiPath &path, Decode decode) -> decltype(decode(*answer.body))
{
    if (!answer.body)
        return tl::unexpected(answer.body.error());
    auto value = decode(*answer.body);
    if (!value && value.error().asked.isEmpty())
        value.error().asked = askedText(path);
    return value;
}

} // namespace

AddressProbe::AddressProbe(InstanceAccess access, const Clock &clock, QObject *context)
    : QObject(context)
    , m_access(std::move(access))
    , m_clock(clock)
    , m_promise(context)
    , m_candidates(probeCandidates(m_access.baseUrl))
{ }

void AddressProbe::start()
{
    tryNext();
}

void AddressProbe::ask(const QUrl &baseUrl, const ApiPath &path, Take take)
{
    Q_ASSERT(sameOrigin(baseUrl, m_access.baseUrl));
    auto access = m_access;
    access.baseUrl = baseUrl;
    auto *question = new AnonymousRequest(std::move(access), path, m_clock, this);
    connect(question, &AnonymousRequest::answered, this, [question, take = std::move(take)](const OpenAnswer &answer) {
        question->deleteLater();
        take(answer);
    });
    question->ask();
}

void AddressProbe::tryNext()
{
    if (m_candidates.isEmpty())
        return fail(*m_firstError);
    askVersion(m_candidates.takeFirst());
}

void AddressProbe::askVersion(const QUrl &baseUrl)
{
    ask(baseUrl, versionPath(), [this, baseUrl](const OpenAnswer &answer) { takeVersion(baseUrl, answer); });
}

void AddressProbe::takeVersion(const QUrl &baseUrl, const OpenAnswer &answer)
{
    const auto version =
        decoded(answer, versionPath(), [this](const QByteArray &body) { return m_decoder.version(body); });
    if (version) {
        m_version = *version;
        m_probe.baseUrl = baseUrl;
        m_probe.serverVersion = version->version;
        return askSettings();
    }
    if (!m_firstError)
        m_firstError = version.error();
    if (!answer.location.isEmpty() && !m_hasFollowed)
        return follow(baseUrl, answer);
    if (!isWorthAnotherPath(version.error().kind))
        return fail(version.error());
    tryNext();
}

void AddressProbe::follow(const QUrl &baseUrl, const OpenAnswer &answer)
{
    const auto target = baseOfRedirect(resolved(baseUrl, versionPath()), answer.location);
    if (!target)
        return fail({Error::Kind::NotArgoCd, target.error().asked, target.error().message, false, 0});
    if (!*target)
        return tryNext();
    if (!sameOrigin(**target, m_access.baseUrl)) {
        m_probe.baseUrl = m_access.baseUrl;
        m_probe.redirectsTo = **target;
        return settle(m_probe);
    }
    m_hasFollowed = true;
    askVersion(**target);
}

void AddressProbe::askSettings()
{
    ask(m_probe.baseUrl, settingsPath(), [this](const OpenAnswer &answer) {
        const auto settings =
            decoded(answer, settingsPath(), [this](const QByteArray &body) { return m_decoder.settings(body); });
        settings ? takeSettings(*settings) : fail(settings.error());
    });
}

void AddressProbe::takeSettings(const ServerSettings &settings)
{
    m_probe.settingsUrl = settings.url;
    m_probe.settingsUrlDiffers = differsFrom(settings.url, m_probe.baseUrl);
    m_probe.ssoOffered = settings.oidc.has_value() || settings.dex.has_value();
    m_probe.ssoName = ssoName(settings);
    m_probe.passwordOffered = !settings.userLoginsDisabled;
    askWhetherAnonymous();
}

void AddressProbe::askWhetherAnonymous()
{
    ListFilter nothing;
    nothing.name = kNoApplication;
    ask(m_probe.baseUrl, listPath(m_version, ApplicationDetail::Summary, nothing), [this](const OpenAnswer &answer) {
        m_probe.anonymousAllowed = answer.body.has_value();
        settle(m_probe);
    });
}

void AddressProbe::fail(const Error &error)
{
    settle(tl::unexpected(error));
}

void AddressProbe::settle(Result<InstanceProbe> result)
{
    deleteLater();
    m_promise.settle(std::move(result));
}

} // namespace lynceus
