#include "app/cli/applications/applicationfinder.h"

#include "core/domain/text/nearest.h"
#include "core/engine/clients/answerpromise.h"
#include "core/engine/signin/tokencheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString written(const ApplicationAddress &address)
{
    return address.nameSpace.isEmpty() ? address.name : address.nameSpace + u'/' + address.name;
}

Error notFound(const ApplicationAddress &address, const QString &instance, const QStringList &nearest)
{
    auto message = u"application %1 does not exist on %2, or this account does not have access to it"_s.arg(
        written(address), instance);
    if (!nearest.isEmpty())
        message += u"; did you mean %1?"_s.arg(nearest.join(u" or "_s));
    return {Error::Kind::NotFound, u"application "_s + written(address), message, false, 404};
}

QStringList nearestTo(const ApplicationAddress &address, const std::vector<Application> &candidates)
{
    QStringList names;
    for (const auto &candidate : candidates) {
        if (!names.contains(candidate.name))
            names.append(candidate.name);
    }
    QStringList nearest;
    for (const auto &name : nearestWords(address.name, names)) {
        const auto found = std::ranges::find(candidates, name, &Application::name);
        // The same name in another namespace is not a typo: only its namespace helps.
        nearest.append(address.nameSpace.isEmpty() || found->nameSpace.isEmpty() ? name
                                                                                 : found->nameSpace + u'/' + name);
    }
    return nearest;
}

/// True if only the list is unavailable; a single application may still be readable.
bool isAboutTheList(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Forbidden:
    case Error::Kind::TooLarge:
    case Error::Kind::TimedOut:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
        return true;
    case Error::Kind::BadInput:
    case Error::Kind::Unreachable:
    case Error::Kind::Certificate:
    case Error::Kind::SignInNeeded:
    case Error::Kind::NotFound:
    case Error::Kind::NotArgoCd:
    case Error::Kind::NotAllowed:
    case Error::Kind::Cancelled:
        return false;
    }
    return false;
}

using Found = Result<FoundApplication>;

/// One search; deletes itself when settled, and is deleted with its context.
class Search final : public QObject
{
public:
    Search(ArgoCdClient &client, ApplicationAddress address, QStringList projects, QObject *context)
        : QObject(context)
        , m_client(client)
        , m_address(std::move(address))
        , m_projects(std::move(projects))
        , m_promise(context)
    { }

    [[nodiscard]] QFuture<Found> future() { return m_promise.future(); }

    void askForOne(std::optional<Error> listError)
    {
        const ApplicationKey key{m_client.instance(), m_address.nameSpace, m_address.name};
        const auto project = m_projects.size() == 1 ? m_projects.front() : QString();
        std::ignore =
            m_client.application(key, project, Refresh::None, this)
                .then(this, [this, listError](const Result<Answer<std::shared_ptr<const Application>>> &answer) {
                    takeOne(answer, listError);
                });
    }

    void askForList(bool mayAskForOne)
    {
        ListFilter filter;
        filter.projects = m_projects;
        // The oldest field names are sufficient for a name and save the request for the version.
        std::ignore =
            m_client.list({}, ApplicationDetail::Summary, filter, this)
                .then(this,
                      [this, mayAskForOne](const Result<Answer<std::shared_ptr<DecodedApplicationList>>> &answer) {
                          takeList(answer, mayAskForOne);
                      });
    }

private:
    void takeOne(const Result<Answer<std::shared_ptr<const Application>>> &answer,
                 const std::optional<Error> &listError)
    {
        if (answer) {
            const auto &application = *answer->value;
            const auto nameSpace = application.nameSpace.isEmpty() ? m_address.nameSpace : application.nameSpace;
            return settle(FoundApplication{{m_client.instance(), nameSpace, m_address.name}, application.project});
        }
        const auto kind = answer.error().kind;
        const bool absent = kind == Error::Kind::NotFound || kind == Error::Kind::Forbidden;
        if (absent && !listError)
            return askForList(false); // for the nearest names
        if (absent)
            return settleAbsent(notFound(m_address, m_client.instance(), {}));
        settle(tl::unexpected(answer.error()));
    }

    void takeList(const Result<Answer<std::shared_ptr<DecodedApplicationList>>> &answer, bool mayAskForOne)
    {
        if (answer) {
            auto picked = pickApplication(answer->value->applications, m_address, m_client.instance());
            if (!picked && picked.error().kind == Error::Kind::NotFound)
                return settleAbsent(picked.error());
            return settle(std::move(picked));
        }
        if (!isAboutTheList(answer.error()))
            return settle(tl::unexpected(answer.error()));
        if (mayAskForOne)
            return askForOne(answer.error());
        settleAbsent(notFound(m_address, m_client.instance(), {}));
    }

    /// The application may be hidden because the token has expired.
    void settleAbsent(const Error &error)
    {
        std::ignore =
            askWhetherTokenCounts(m_client, this).then(this, [this, error](const std::optional<Error> &ignored) {
                settle(tl::unexpected(ignored.value_or(error)));
            });
    }

    void settle(Found found)
    {
        deleteLater();
        m_promise.settle(std::move(found));
    }

    ArgoCdClient &m_client;
    ApplicationAddress m_address;
    QStringList m_projects;
    AnswerPromise<Found> m_promise;
};

} // namespace

Result<FoundApplication> pickApplication(const std::vector<Application> &candidates, const ApplicationAddress &address,
                                         const QString &instance)
{
    std::vector<const Application *> meant;
    for (const auto &candidate : candidates) {
        const bool sameNamespace = address.nameSpace.isEmpty() || candidate.nameSpace == address.nameSpace;
        if (candidate.name == address.name && sameNamespace)
            meant.push_back(&candidate);
    }
    if (meant.empty())
        return tl::unexpected(notFound(address, instance, nearestTo(address, candidates)));
    if (meant.size() == 1) {
        const auto &one = *meant.front();
        return FoundApplication{{instance, one.nameSpace, one.name}, one.project};
    }
    QStringList names;
    for (const auto *candidate : meant)
        names.append(candidate->nameSpace + u'/' + candidate->name);
    names.sort();
    return badInput(
        u"application %1 is ambiguous: %2; specify one of them"_s.arg(written(address), names.join(u", "_s)));
}

ApplicationFinder::ApplicationFinder(ArgoCdClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{ }

QFuture<Result<FoundApplication>> ApplicationFinder::find(const ApplicationAddress &address,
                                                          const QStringList &projects, QObject *context)
{
    auto *search = new Search(m_client, address, projects, context);
    auto future = search->future();
    if (address.nameSpace.isEmpty())
        search->askForList(true);
    else
        search->askForOne(std::nullopt);
    return future;
}

} // namespace lynceus
