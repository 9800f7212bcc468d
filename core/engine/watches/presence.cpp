#include "core/engine/watches/presence.h"

#include "core/engine/clients/answerpromise.h"
#include "core/engine/signin/tokencheck.h"

#include <algorithm>

namespace lynceus {

namespace {

using List = std::shared_ptr<DecodedApplicationList>;

/// One request; deletes itself after it has settled, or with its context.
class PresenceQuestion final : public QObject
{
public:
    PresenceQuestion(ArgoCdClient &client, ApplicationKey key, QObject *context)
        : QObject(context)
        , m_client(client)
        , m_key(std::move(key))
        , m_promise(context)
    { }

    [[nodiscard]] FutureAnswer<Presence> future() { return m_promise.future(); }

    void ask()
    {
        ListFilter filter;
        filter.name = m_key.name;
        filter.appNamespace = m_key.nameSpace;
        std::ignore = m_client.list({}, ApplicationDetail::Summary, filter, this)
                          .then(this, [this](const Result<Answer<List>> &list) { takeList(list); });
    }

private:
    void takeList(const Result<Answer<List>> &list)
    {
        if (!list) {
            const auto kind = list.error().kind;
            if (kind != Error::Kind::Forbidden && kind != Error::Kind::NotFound)
                return settle(tl::unexpected(list.error()));
            m_answer.askedAt = m_client.serverNow();
            return askForToken();
        }
        m_answer.askedAt = list->askedAt;
        const auto &applications = list->value->applications;
        const auto found = std::ranges::find_if(applications, [this](const Application &each) {
            return each.name == m_key.name
                && (m_key.nameSpace.isEmpty() || each.nameSpace.isEmpty() || each.nameSpace == m_key.nameSpace);
        });
        m_answer.value.isListed = found != applications.end();
        if (m_answer.value.isListed)
            m_answer.value.nameSpace = found->nameSpace;
        m_answer.value.isListed ? settle(m_answer) : askForToken();
    }

    void askForToken()
    {
        std::ignore = askWhetherTokenCounts(m_client, this).then(this, [this](const std::optional<Error> &ignored) {
            m_answer.value.ignoredToken = ignored;
            settle(m_answer);
        });
    }

    void settle(Result<Answer<Presence>> answer)
    {
        deleteLater();
        m_promise.settle(std::move(answer));
    }

    ArgoCdClient &m_client;
    ApplicationKey m_key;
    AnswerPromise<Result<Answer<Presence>>> m_promise;
    Answer<Presence> m_answer;
};

} // namespace

FutureAnswer<Presence> askForPresence(ArgoCdClient &client, const ApplicationKey &key, QObject *context)
{
    auto *question = new PresenceQuestion(client, key, context);
    auto future = question->future();
    question->ask();
    return future;
}

} // namespace lynceus
