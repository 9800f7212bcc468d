#include "app/cli/commands/commandsession.h"
#include "app/cli/instances/instances.h"
#include "app/cli/instances/storedregistry.h"
#include "app/cli/process/console.h"
#include "app/cli/servers/storedsignins.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Signs out, forgets the secrets, and then the instance.
class RemoveSession final : public CommandSession
{
public:
    RemoveSession(InstanceRegistry &book, Instance instance, const Clock &clock)
        : m_book(book)
        , m_signIns(clock)
        , m_instance(std::move(instance))
    { }

private:
    void timeOut() override
    {
        end(reportError({Error::Kind::TimedOut, m_instance.name,
                         u"not removed: the keychain did not respond within %1"_s.arg(formatDuration(limit())), true,
                         0}));
    }

    void start() override
    {
        if (m_instance.signIn == SignInMethod::Anonymous)
            return forgetHeaders({});
        // Without the gateway's headers the server is not reached, but the keychain still is.
        m_signIns.access(m_instance, this, [this](const Result<InstanceAccess> &access) {
            auto bare = m_instance;
            bare.headerNames.clear();
            if (!access && !m_signIns.accessWith(bare, {}))
                return end(reportError(access.error(), wayTo(m_instance)));
            connect(&m_signIns.service(), &SignInService::signedOut, this,
                    [this](const QString &, const QString &trouble, bool isForgotten) {
                        isForgotten ? forgetHeaders(trouble) : refuse(trouble);
                    });
            m_signIns.service().signOut(m_instance.id);
        });
    }

    void forgetHeaders(const QString &trouble)
    {
        if (!trouble.isEmpty())
            reportWarning(u"%1: %2"_s.arg(m_instance.name, trouble));
        if (m_instance.headerNames.isEmpty())
            return removeIt();
        storeGatewayHeaders(m_signIns.keychain(), m_instance, {}, this, [this](const KeychainResult<void> &forgotten) {
            forgotten || forgotten.error().kind == KeychainProblem::Kind::Absent ? removeIt()
                                                                                 : refuse(forgotten.error().message);
        });
    }

    /// Without the instance nobody would find its secrets again.
    void refuse(const QString &trouble)
    {
        end(reportError({Error::Kind::SignInNeeded, m_instance.name,
                         u"not removed, because its secrets could not be removed from the keychain: %1"_s.arg(trouble),
                         false, 0}));
    }

    void removeIt()
    {
        if (const auto removed = m_book.remove(m_instance.id); !removed)
            return end(reportError(removed.error()));
        writeErrorLine(u"lynceus: removed %1"_s.arg(m_instance.name));
        end(ExitCode::Done);
    }

    InstanceRegistry &m_book;
    StoredSignIns m_signIns;
    Instance m_instance;
};

} // namespace

ExitCode runRemove(const InstancesRemoveCall &call, const CommandContext &context)
{
    const auto book = openRegistry(context.clock);
    const auto chosen = chosenInstances(*book, call.name);
    if (!chosen)
        return reportError(chosen.error());
    RemoveSession session(*book, chosen->front(), context.clock);
    return execute(session, context, call.requestTimeout);
}

} // namespace lynceus
