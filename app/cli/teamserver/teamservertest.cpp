#include "app/cli/teamserver/teamservertest.h"

#include "app/cli/servers/serverconnection.h"
#include "app/cli/teamserver/storedteamservers.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/doctor/judgements.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString line(const QString &label, const QString &value)
{
    return u"  "_s + label.leftJustified(13) + visibleLine(value) + u'\n';
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

TeamServerTest::TeamServerTest(TeamServerInstance server, StoredSignIns &signIns, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_signIns(signIns)
{ }

void TeamServerTest::start()
{
    m_signIns.access(placeWithCredential(m_server), this, [this](Result<InstanceAccess> access) {
        if (!access)
            return take(tl::unexpected(std::move(access.error())));
        auto *probe = new TeamServerProbe(*std::move(access), Secret(), this);
        std::ignore =
            probe->future().then(this, [this](const Result<TeamServerFindings> &findings) { take(findings); });
        probe->start();
    });
}

void TeamServerTest::timeOut(Duration limit)
{
    auto error = notDone(redactedUrl(m_server.place.baseUrl), u"the team server"_s, limit);
    error.message += longerWait();
    take(tl::unexpected(error));
}

void TeamServerTest::take(Result<TeamServerFindings> findings)
{
    if (isDone())
        return;
    m_findings = std::move(findings);
    Q_EMIT done();
}

std::optional<Error> TeamServerTest::error() const
{
    Q_ASSERT(isDone());
    const auto &findings = *m_findings;
    if (findings && findings->reading)
        return std::nullopt;
    auto error = findings ? findings->reading.error() : findings.error();
    error.asked = m_server.place.name;
    return error;
}

QByteArray TeamServerTest::text() const
{
    auto text = visibleLine(m_server.place.name + u": "_s + redactedUrl(m_server.place.baseUrl)) + u'\n';
    const auto &findings = *m_findings;
    if (findings) {
        text += line(u"team server"_s, shownName(findings->kind));
        if (!findings->version.isEmpty())
            text += line(u"version"_s, findings->version);
        if (!findings->argoCdUrl.isEmpty())
            text += line(u"Argo CD"_s, findings->argoCdUrl);
        text += line(u"tasks"_s, findings->reading ? u"can be read"_s : u"cannot be read"_s);
    }
    return text.toUtf8();
}

QJsonObject TeamServerTest::json() const
{
    const auto &findings = *m_findings;
    const auto found = findings ? *findings : TeamServerFindings();
    return {{u"name"_s, m_server.place.name},
            {u"kind"_s, nameOf(findings ? found.kind : m_server.kind)},
            {u"url"_s, redactedUrl(m_server.place.baseUrl)},
            {u"version"_s, textOrNull(found.version)},
            {u"argoCd"_s, textOrNull(found.argoCdUrl)},
            {u"readable"_s, findings ? QJsonValue(found.reading.has_value()) : QJsonValue()}};
}

Findings TeamServerTest::findings() const
{
    const auto &found = *m_findings;
    if (!found)
        return {badFinding(u"reach"_s, found.error())};
    auto what = shownName(found->kind);
    if (!found->version.isEmpty())
        what += u", version "_s + found->version;
    Findings all{{u"server"_s, Finding::State::Ok, what, {}, {}}};
    if (found->kind != m_server.kind)
        all.front() = {u"server"_s,
                       Finding::State::Warning,
                       u"%1; it was %2 when it was added"_s.arg(what, shownName(m_server.kind)),
                       u"remove it and add it again"_s,
                       {}};
    if (found->reading)
        all.push_back({u"tasks"_s, Finding::State::Ok, u"tasks can be read"_s, {}, {}});
    else
        all.push_back(badFinding(u"tasks"_s, found->reading.error(),
                                 found->reading.error().kind == Error::Kind::SignInNeeded
                                     ? u"remove it and add it again with --auth-token-file FILE"_s
                                     : QString()));
    return all;
}

} // namespace lynceus
