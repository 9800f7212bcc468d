#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/engine/clients/answerpromise.h"
#include "core/engine/instances/instancestate.h"
#include "core/io/http/requests/anonymousrequest.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lynceus {

/// Probes an address: finds the base path that answers, follows one redirect within the origin, and reads what the
/// server reports without a sign-in. A redirect to another origin ends it with InstanceProbe::redirectsTo; nothing is
/// sent there. Deletes itself after it has settled, or with its context.
class AddressProbe final : public QObject
{
    Q_OBJECT
public:
    /// @p access: for the entered address; its token is not sent.
    AddressProbe(InstanceAccess access, const Clock &clock, QObject *context);

    [[nodiscard]] QFuture<Result<InstanceProbe>> future() { return m_promise.future(); }
    void start();

private:
    using Take = std::function<void(const OpenAnswer &)>;
    void ask(const QUrl &baseUrl, const ApiPath &path, Take take);
    void tryNext();
    void askVersion(const QUrl &baseUrl);
    void takeVersion(const QUrl &baseUrl, const OpenAnswer &answer);
    void follow(const QUrl &baseUrl, const OpenAnswer &answer);
    void askSettings();
    void takeSettings(const ServerSettings &settings);
    void askWhetherAnonymous();
    void fail(const Error &error);
    void settle(Result<InstanceProbe> result);

    InstanceAccess m_access;
    const Clock &m_clock;
    AnswerPromise<Result<InstanceProbe>> m_promise;
    QList<QUrl> m_candidates;
    Decoder m_decoder;
    InstanceProbe m_probe;
    ServerVersion m_version;
    std::optional<Error> m_firstError;
    bool m_hasFollowed = false;
};

} // namespace lynceus
