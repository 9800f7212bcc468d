#include "app/cli/sessions/inspectsession.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Names of the requests, for the error of a missing response.
constexpr auto kList = "the list of applications"_L1;
constexpr auto kApplication = "the application"_L1;
constexpr auto kTree = "its resource tree"_L1;
constexpr auto kManaged = "its manifests"_L1;
constexpr auto kCommit = "its commit"_L1;

} // namespace

InspectSession::InspectSession(InspectOptions options, ServerConnection connection, const Clock &clock, Parts parts)
    : m_options(std::move(options))
    , m_connection(std::move(connection))
    , m_parts(parts)
    , m_client(m_connection.instance, m_connection.access, clock)
    , m_finder(m_client)
{
    m_client.setPatience(m_options.server.requestTimeout);
}

InspectSession::~InspectSession()
{
    m_hasFailed = true; // ignore requests that are cancelled by the destructor
}

void InspectSession::start()
{
    const auto projects = m_options.project.isEmpty() ? QStringList() : QStringList(m_options.project);
    m_open = {QString(kList)};
    std::ignore = m_finder.find(m_options.application.address, projects, this)
                      .then(this, [this](const Result<FoundApplication> &found) {
                          if (!found)
                              return fail(found.error());
                          readApplication(*found);
                      });
}

void InspectSession::readApplication(const FoundApplication &found)
{
    m_open = {QString(kApplication)};
    m_inspection.key = found.key;
    const auto project = found.project.isEmpty() ? m_options.project : found.project;
    std::ignore = m_client.application(found.key, project, Refresh::None, this)
                      .then(this, [this](const Result<Answer<std::shared_ptr<const Application>>> &answer) {
                          if (!answer)
                              return fail(answer.error());
                          m_inspection.application = answer->value;
                          m_inspection.readAt = answer->askedAt;
                          if (!answer->value->nameSpace.isEmpty())
                              m_inspection.key.nameSpace = answer->value->nameSpace;
                          m_inspection.url = applicationUrl(m_client.access().baseUrl, m_inspection.key);
                          readParts();
                      });
}

void InspectSession::readParts()
{
    // Reset all first, so that a response that arrives synchronously does not end the session early.
    m_open.clear();
    if (m_parts.tree)
        m_open += QString(kTree);
    if (m_parts.managed)
        m_open += QString(kManaged);
    const bool hasCommit = m_parts.commit && !m_inspection.application->revisions.isEmpty();
    if (hasCommit)
        m_open += QString(kCommit);
    if (m_open.isEmpty())
        return showOnce();
    if (m_parts.tree)
        readTree();
    if (m_parts.managed)
        readManaged();
    if (hasCommit)
        readCommit();
}

void InspectSession::readTree()
{
    std::ignore = m_client.tree(m_inspection.key, m_inspection.application->project, this)
                      .then(this, [this](const Result<Answer<std::shared_ptr<const ResourceTree>>> &answer) {
                          if (answer)
                              m_inspection.tree = answer->value;
                          else if (answer.error().kind == Error::Kind::Forbidden)
                              m_inspection.treeError = answer.error();
                          else
                              return fail(answer.error());
                          partRead(kTree);
                      });
}

void InspectSession::readManaged()
{
    std::ignore = m_client.managedResources(m_inspection.key, m_inspection.application->project, this)
                      .then(this, [this](const Result<Answer<std::shared_ptr<const ManagedResources>>> &answer) {
                          if (answer)
                              m_inspection.managed = answer->value;
                          else if (answer.error().kind == Error::Kind::Forbidden)
                              m_inspection.managedError = answer.error();
                          else
                              return fail(answer.error());
                          partRead(kManaged);
                      });
}

void InspectSession::readCommit()
{
    const auto &application = *m_inspection.application;
    std::ignore = m_client.revisionMetadata(m_inspection.key, application.project, application.revisions.front(), this)
                      .then(this, [this](const Result<Answer<RevisionMetadata>> &answer) {
                          // Charts have no commit, and a repository may be unreachable; show the rest anyway.
                          if (answer)
                              m_inspection.commit = answer->value;
                          partRead(kCommit);
                      });
}

void InspectSession::partRead(const QString &part)
{
    m_open.removeOne(part);
    if (m_open.isEmpty())
        showOnce();
}

void InspectSession::showOnce()
{
    if (!m_hasFailed && !std::exchange(m_isShown, true))
        show(m_inspection);
}

void InspectSession::timeOut()
{
    // Charts have no commit, and a repository may be slow; show the rest anyway.
    if (m_inspection.application && m_open == QStringList{QString(kCommit)})
        return showOnce();
    failUnanswered(m_open.join(u" and "_s));
}

void InspectSession::failUnanswered(const QString &question)
{
    auto error = noAnswer(m_connection, question, limit());
    error.message += longerWait();
    fail(error);
}

void InspectSession::fail(const Error &error)
{
    if (!std::exchange(m_hasFailed, true))
        end(reportError(atServer(error, m_client.access().baseUrl), m_connection.way));
}

} // namespace lynceus
