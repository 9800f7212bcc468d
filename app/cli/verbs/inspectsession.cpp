#include "app/cli/verbs/inspectsession.h"

namespace lynceus {

InspectSession::InspectSession(InspectOptions options, ServerConnection connection, const Clock &clock, Parts parts)
    : m_options(std::move(options))
    , m_parts(parts)
    , m_client(connection.instance, std::move(connection.access), clock)
    , m_finder(m_client)
{ }

InspectSession::~InspectSession()
{
    m_hasFailed = true; // requests that end with us are nothing to tell of
}

void InspectSession::start()
{
    const auto projects = m_options.project.isEmpty() ? QStringList() : QStringList(m_options.project);
    std::ignore = m_finder.find(m_options.application.address, projects, this)
                      .then(this, [this](const Result<FoundApplication> &found) {
                          if (!found)
                              return fail(found.error());
                          readApplication(*found);
                      });
}

void InspectSession::readApplication(const FoundApplication &found)
{
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
    m_awaited = 1; // ours, so that an answer that is there at once does not end it early
    if (m_parts.tree)
        readTree();
    if (m_parts.managed)
        readManaged();
    if (m_parts.commit && !m_inspection.application->revisions.isEmpty())
        readCommit();
    partRead();
}

void InspectSession::readTree()
{
    ++m_awaited;
    std::ignore = m_client.tree(m_inspection.key, m_inspection.application->project, this)
                      .then(this, [this](const Result<Answer<std::shared_ptr<const ResourceTree>>> &answer) {
                          if (answer)
                              m_inspection.tree = answer->value;
                          else if (answer.error().kind == Error::Kind::Forbidden)
                              m_inspection.treeError = answer.error();
                          else
                              return fail(answer.error());
                          partRead();
                      });
}

void InspectSession::readManaged()
{
    ++m_awaited;
    std::ignore = m_client.managedResources(m_inspection.key, m_inspection.application->project, this)
                      .then(this, [this](const Result<Answer<std::shared_ptr<const ManagedResources>>> &answer) {
                          if (answer)
                              m_inspection.managed = answer->value;
                          else if (answer.error().kind == Error::Kind::Forbidden)
                              m_inspection.managedError = answer.error();
                          else
                              return fail(answer.error());
                          partRead();
                      });
}

void InspectSession::readCommit()
{
    ++m_awaited;
    const auto &application = *m_inspection.application;
    std::ignore = m_client.revisionMetadata(m_inspection.key, application.project, application.revisions.front(), this)
                      .then(this, [this](const Result<Answer<RevisionMetadata>> &answer) {
                          // Charts have no commit, and a repository may be unreachable: no reason to show nothing.
                          if (answer)
                              m_inspection.commit = answer->value;
                          partRead();
                      });
}

void InspectSession::partRead()
{
    if (--m_awaited == 0 && !m_hasFailed)
        show(m_inspection);
}

void InspectSession::fail(const Error &error)
{
    if (!std::exchange(m_hasFailed, true))
        end(reportError(atServer(error, m_client.access().baseUrl)));
}

} // namespace lynceus
