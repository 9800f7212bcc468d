#include "core/engine/instances/contextimport.h"

#include "core/domain/auth/keychainentry.h"
#include "core/domain/instances/instancerules.h"
#include "core/domain/redaction/redact.h"
#include "core/engine/clients/answerpromise.h"
#include "core/io/readfile.h"
#include "core/io/settings/argocdcontexts.h"
#include "core/io/signin/credentials.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// A context and its instance.
struct Candidate
{
    ArgoCdContext context;
    Instance instance;
};

QString usual(const QString &file)
{
    return file.isEmpty() ? argoCdConfigFile() : file;
}

Error about(const QString &file, Error error)
{
    error.asked = file;
    return error;
}

Result<ArgoCdContexts> contextsOf(const QString &file)
{
    const auto text = contextsText(file);
    if (!text)
        return tl::unexpected(text.error());
    return parseArgoCdContexts(*text).map_error([&](Error error) { return about(usual(file), std::move(error)); });
}

/// A name that can be typed, derived from the context.
QString nameFrom(const ArgoCdContext &context, InstanceNaming &naming)
{
    auto name = context.name.isEmpty() ? context.baseUrl.host() : context.name;
    for (auto &c : name) {
        const bool isRight = c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
        c = isRight ? c : QChar(u'-');
    }
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    return naming.takeName(name.isEmpty() ? u"argocd"_s : name.left(kLongestInstanceName));
}

QString noteOf(const ArgoCdContext &context)
{
    if (context.insecure)
        return u"the argocd CLI skips the certificate check for this server; Lynceus checks it and lets you accept the certificate"_s;
    if (context.hasClientCertificate)
        return u"its client certificate is not imported; add it from files"_s;
    return {};
}

/// The resulting instances, each checked against those before it.
std::vector<Candidate> candidates(const ArgoCdContexts &contexts, const std::vector<Instance> &instances)
{
    InstanceNaming naming(instances);
    std::vector<Candidate> result;
    for (const auto &context : contexts.contexts) {
        Instance instance;
        instance.name = nameFrom(context, naming);
        instance.baseUrl = context.baseUrl;
        instance.signIn = context.token.isEmpty() ? SignInMethod::Sso : SignInMethod::Token;
        instance.colour = naming.takeColour();
        result.push_back({context, std::move(instance)});
    }
    return result;
}

/// CA certificates are not secret; they are written to files beside the settings.
Result<QString> writeAuthority(const Candidate &candidate)
{
    const auto folder = QFileInfo(InstancesFile::usualName()).absolutePath();
    const auto name = folder + u"/authority-%1.pem"_s.arg(candidate.instance.id);
    QSaveFile file(name);
    const auto &pem = candidate.context.authority;
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.commit())
        return badInput(u"cannot be written: %1"_s.arg(file.errorString()), name);
    return name;
}

/// One import; deletes itself after it has settled, or with its context.
class ContextImport final : public QObject
{
public:
    ContextImport(InstanceRegistry &registry, Keychain &keychain, std::vector<Candidate> chosen, bool takesTokens,
                  QObject *context)
        : QObject(context)
        , m_registry(registry)
        , m_keychain(keychain)
        , m_chosen(std::move(chosen))
        , m_takesTokens(takesTokens)
        , m_promise(context)
    { }

    [[nodiscard]] QFuture<Result<QStringList>> future() { return m_promise.future(); }

    void start()
    {
        for (auto &candidate : m_chosen) {
            candidate.instance.id = InstanceRegistry::newId();
            if (candidate.context.authority.isEmpty())
                continue;
            auto file = writeAuthority(candidate);
            if (!file)
                return takeBack(file.error());
            candidate.instance.authorityFile = std::move(*file);
        }
        storeNext();
    }

private:
    void storeNext()
    {
        while (m_stored < m_chosen.size() && (!m_takesTokens || m_chosen[m_stored].context.token.isEmpty()))
            ++m_stored;
        if (m_stored == m_chosen.size())
            return addAll();
        Credentials credentials;
        credentials.bearer = m_chosen[m_stored].context.token;
        m_keychain.write(keychainEntryName(m_chosen[m_stored].instance, KeychainKind::SignIn),
                         writtenCredentials(credentials), this, [this](const KeychainResult<void> &written) {
                             if (!written)
                                 return takeBack({Error::Kind::SignInNeeded, m_chosen[m_stored].instance.name,
                                                  written.error().message, false, 0});
                             ++m_stored;
                             storeNext();
                         });
    }

    void addAll()
    {
        std::vector<Instance> instances;
        QStringList ids;
        for (const auto &candidate : m_chosen) {
            instances.push_back(candidate.instance);
            ids.append(candidate.instance.id);
        }
        if (const auto added = m_registry.addAll(instances); !added)
            return takeBack(added.error());
        settle(ids);
    }

    void takeBack(const Error &error)
    {
        for (std::size_t i = 0; i < m_chosen.size(); ++i) {
            if (!m_chosen[i].instance.authorityFile.isEmpty())
                QFile::remove(m_chosen[i].instance.authorityFile);
            // Result ignored: a remaining entry has an id that is not used.
            if (m_takesTokens && i < m_stored)
                m_keychain.remove(keychainEntryName(m_chosen[i].instance, KeychainKind::SignIn), parent(),
                                  [](const KeychainResult<void> &) {});
        }
        settle(tl::unexpected(error));
    }

    void settle(Result<QStringList> result)
    {
        deleteLater();
        m_promise.settle(std::move(result));
    }

    InstanceRegistry &m_registry;
    Keychain &m_keychain;
    std::vector<Candidate> m_chosen;
    bool m_takesTokens;
    std::size_t m_stored = 0;
    AnswerPromise<Result<QStringList>> m_promise;
};

QFuture<Result<QStringList>> failed(Error error)
{
    return QtFuture::makeReadyFuture(Result<QStringList>(tl::unexpected(std::move(error))));
}

} // namespace

Result<QByteArray> contextsText(const QString &file)
{
    auto text = readFile(usual(file), kLargestContextsFile);
    if (!text && text.error().kind == Error::Kind::NotFound)
        text.error().message += u"; the argocd CLI makes it when you sign in"_s;
    return text;
}

Result<std::vector<ImportableContext>> importableContexts(const QString &file, const std::vector<Instance> &instances)
{
    const auto contexts = contextsOf(file);
    if (!contexts)
        return tl::unexpected(contexts.error());
    QSet<QUrl> stored;
    for (const auto &instance : instances)
        stored.insert(instance.baseUrl);
    std::vector<ImportableContext> result;
    for (const auto &[context, instance] : candidates(*contexts, instances)) {
        const bool isThere = stored.contains(instance.baseUrl);
        const auto problem = isThere ? u"%1 is already stored"_s.arg(redactedUrl(instance.baseUrl)) : QString();
        result.push_back({context.name, instance, !context.token.isEmpty(), isThere, problem, noteOf(context)});
    }
    for (const auto &fault : contexts->faults)
        result.push_back({fault.name, {}, false, false, fault.reason, {}});
    return result;
}

QFuture<Result<QStringList>> importContexts(InstanceRegistry &registry, Keychain &keychain, const QString &file,
                                            const QStringList &names, bool takesTokens, QObject *context)
{
    // Before the file is read again and tokens are stored.
    if (const auto total = std::size_t(names.size()) + registry.instances().size(); total > kMostInstances)
        return failed(
            {Error::Kind::BadInput, usual(file),
             u"this would be %1 instances; the maximum is %2: choose contexts, by name or in the window"_s.arg(total)
                 .arg(kMostInstances),
             false, 0});
    const auto contexts = contextsOf(file);
    if (!contexts)
        return failed(contexts.error());
    auto all = candidates(*contexts, registry.instances());
    QSet<QString> known;
    for (const auto &one : all)
        known.insert(one.context.name);
    for (const auto &name : names) {
        if (!known.contains(name))
            return failed({Error::Kind::NotFound, name, u"the file does not contain this context"_s, false, 0});
    }
    const QSet<QString> wanted(names.begin(), names.end());
    std::erase_if(all, [&](const Candidate &one) { return !wanted.contains(one.context.name); });
    for (auto &one : all) {
        if (!takesTokens)
            one.instance.signIn = SignInMethod::Sso;
    }
    auto *running = new ContextImport(registry, keychain, std::move(all), takesTokens, context);
    auto future = running->future();
    running->start();
    return future;
}

Result<void> removeImportedTokens(const QString &file, const QByteArray &read)
{
    const auto name = usual(file);
    const auto edited = withoutTokens(read);
    if (!edited)
        return tl::unexpected(about(name, edited.error()));
    const auto now = contextsText(file);
    if (!now || *now != read)
        return badInput(u"the file has changed in the meantime; nothing was removed"_s, name);
    const auto rights = QFile(name).permissions();
    QSaveFile target(name);
    const bool isWritten = target.open(QIODevice::WriteOnly) && target.setPermissions(rights)
        && target.write(*edited) == edited->size() && target.commit();
    if (!isWritten)
        return badInput(u"cannot be written: %1; nothing was removed"_s.arg(target.errorString()), name);
    return {};
}

} // namespace lynceus
