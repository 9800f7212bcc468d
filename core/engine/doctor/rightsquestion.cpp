#include "core/engine/doctor/rightsquestion.h"

#include "core/engine/clients/argocdclient.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMostSamples = 3; // of projects; enough to check permissions for logs

/// Whether the error proves nothing about permissions; another attempt may succeed.
bool isOfTheWay(Error::Kind kind)
{
    return kind == Error::Kind::Unreachable || kind == Error::Kind::TimedOut || kind == Error::Kind::SignInNeeded
        || kind == Error::Kind::Certificate || kind == Error::Kind::Cancelled;
}

} // namespace

void RightsQuestion::Visible::add(const Application &application)
{
    ++count;
    const bool isKnown =
        std::ranges::find(samples, application.project, &std::pair<QString, QString>::first) != samples.end();
    if (!isKnown && samples.size() < kMostSamples)
        samples.emplace_back(application.project, application.name);
}

RightsQuestion::RightsQuestion(ArgoCdClient &client, QStringList projects, Query query, QObject *parent)
    : QObject(parent)
    , m_client(&client)
    , m_projects(std::move(projects))
    , m_query(std::move(query))
{
    m_rights.project = m_projects.isEmpty() ? u"*"_s : m_projects.front();
}

void RightsQuestion::ask()
{
    for (const auto right : {AccountRight::ApplicationsGet, AccountRight::LogsGet, AccountRight::ApplicationsSync}) {
        if (m_projects.isEmpty())
            askRight(right, u"*"_s, u"*"_s);
        for (const auto &project : std::as_const(m_projects))
            askRight(right, project, u"*"_s);
    }
}

void RightsQuestion::askRight(AccountRight right, const QString &project, const QString &application)
{
    ++m_awaited;
    std::ignore =
        m_client->canI(right, project, application, this).then(this, [this, right](const Result<Answer<bool>> &answer) {
            if (!answer && isOfTheWay(answer.error().kind))
                m_trouble = answer.error();
            takeRight(right, answer ? std::optional(answer->value) : std::nullopt);
            if (--m_awaited == 0)
                takeAll();
        });
}

/// All of several projects must allow it, or one of the single applications.
void RightsQuestion::takeRight(AccountRight right, std::optional<bool> has)
{
    if (!has)
        return;
    auto &known = right == AccountRight::ApplicationsGet ? m_rights.applications
        : right == AccountRight::LogsGet                 ? m_rights.logs
                                                         : m_rights.sync;
    if (!known)
        known = has;
    else
        known = m_isNarrowed ? (*known || *has) : (*known && *has);
}

void RightsQuestion::takeAll()
{
    const bool knowsNothing = !m_rights.applications && !m_rights.logs && !m_rights.sync;
    // Its objects may be destroyed already.
    const bool isClosing = m_trouble && m_trouble->kind == Error::Kind::Cancelled;
    if (m_trouble && (knowsNothing || isClosing)) {
        Q_EMIT failed(*m_trouble);
        return;
    }
    if (m_rights.applications.value_or(false) || m_isNarrowed || !m_client)
        return report();
    // Rules name projects and applications: an account may be allowed to read some without all.
    m_isNarrowed = true;
    m_query(this, [this](const std::optional<Visible> &visible) { takeVisible(visible); });
}

void RightsQuestion::takeVisible(const std::optional<Visible> &visible)
{
    if (!visible)
        m_rights.applications.reset();
    else if (visible->count == 0)
        m_rights.applications = false;
    if (!visible || visible->samples.empty() || !m_client)
        return report();
    m_rights.visible = visible->count;
    m_rights.project = visible->samples.front().first;
    for (const auto &[project, name] : visible->samples) {
        askRight(AccountRight::LogsGet, project, name);
        askRight(AccountRight::ApplicationsSync, project, name);
    }
}

void RightsQuestion::report()
{
    Q_EMIT answered(m_rights);
}

} // namespace lynceus
