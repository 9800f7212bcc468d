#include "core/engine/signin/tokencheck.h"

#include "core/domain/auth/tokenclaims.h"
#include "core/engine/clients/answerpromise.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Settled = std::optional<Error>;

Error ignored(const Secret &token, Instant now)
{
    const auto claims = readClaims(token);
    const bool isOver = claims && claims->expiresAt && *claims->expiresAt <= now;
    const auto reason = isOver ? u"the token expired at %1"_s.arg(formatRfc3339(*claims->expiresAt))
                               : u"the server does not accept the token (it is expired or revoked)"_s;
    return {Error::Kind::SignInNeeded, u"GET "_s + userInfoPath().path,
            reason + u"; the server now gives anonymous access only"_s, false, 401};
}

/// One check; deletes itself after it has settled, or with its context.
class TokenCheck final : public QObject
{
public:
    TokenCheck(ArgoCdClient &client, QObject *context)
        : QObject(context)
        , m_client(client)
        , m_promise(context)
    { }

    [[nodiscard]] QFuture<Settled> future() { return m_promise.future(); }

    void start()
    {
        const auto &access = m_client.access();
        if (!access.tokens)
            return askUser(access.token);
        access.tokens->ask({}, this, [this](const Result<BearerToken> &token) {
            if (token)
                askUser(token->value);
            else
                settle(token.error().kind == Error::Kind::SignInNeeded ? Settled(token.error()) : Settled());
        });
    }

private:
    void askUser(const Secret &token)
    {
        if (token.isEmpty())
            return settle({});
        std::ignore = m_client.userInfo(this).then(this, [this, token](const Result<Answer<UserInfo>> &user) {
            if (user)
                settle(user->value.loggedIn ? Settled() : Settled(ignored(token, m_client.clock().now())));
            else
                settle(user.error().kind == Error::Kind::SignInNeeded ? Settled(user.error()) : Settled());
        });
    }

    void settle(Settled settled)
    {
        deleteLater();
        m_promise.settle(std::move(settled));
    }

    ArgoCdClient &m_client;
    AnswerPromise<Settled> m_promise;
};

} // namespace

QFuture<std::optional<Error>> askWhetherTokenCounts(ArgoCdClient &client, QObject *context)
{
    auto *check = new TokenCheck(client, context);
    auto future = check->future();
    check->start();
    return future;
}

} // namespace lynceus
