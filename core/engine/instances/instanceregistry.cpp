#include "core/engine/instances/instanceregistry.h"

#include "core/domain/instances/instancerules.h"
#include "core/engine/clients/answerpromise.h"
#include "core/engine/instances/addressprobe.h"
#include "core/engine/instances/instancesecrets.h"
#include "core/engine/instances/showncertificate.h"

#include <QFileInfo>
#include <QHash>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::chrono::seconds kSettlingTime{1};

Error noSuch(const QString &id)
{
    return {Error::Kind::NotFound, id, u"this instance no longer exists"_s, false, 0};
}

/// Checks its files too: an unreadable file is an error in the form.
Result<Instance> withItsFiles(Result<Instance> checked)
{
    if (checked) {
        if (const auto access = accessWithoutSecrets(*checked); !access)
            return tl::unexpected(access.error());
    }
    return checked;
}

QHash<QString, const Instance *> byId(const std::vector<Instance> &instances)
{
    QHash<QString, const Instance *> all;
    all.reserve(qsizetype(instances.size()));
    for (const auto &instance : instances)
        all.insert(instance.id, &instance);
    return all;
}

template<typename T>
QFuture<Result<T>> failed(Error error)
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(std::move(error))));
}

} // namespace

InstanceRegistry::InstanceRegistry(InstancesFile file, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_clock(clock)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &InstanceRegistry::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &InstanceRegistry::reload);
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &InstanceRegistry::reportFault);
}

InstanceRegistry::~InstanceRegistry() = default;

void InstanceRegistry::open()
{
    auto stored = m_file.read();
    if (!stored) {
        Q_EMIT noticeRaised(stored.error().message);
        return;
    }
    take(std::move(stored->instances));
    m_isFaultReported = !stored->notice.isEmpty();
    if (m_isFaultReported)
        Q_EMIT noticeRaised(stored->notice);
    watch();
}

const Instance *InstanceRegistry::withId(QStringView id) const
{
    return instanceWithId(m_instances, id);
}

const Instance *InstanceRegistry::named(QStringView name) const
{
    return findInstance(m_instances, name);
}

void InstanceRegistry::watch()
{
    // Atomic writes replace the file, which only a watch on its folder detects.
    const QFileInfo file(m_file.fileName());
    for (const auto &path : {file.absolutePath(), file.absoluteFilePath()}) {
        if (QFileInfo::exists(path) && !m_watcher.files().contains(path) && !m_watcher.directories().contains(path))
            m_watcher.addPath(path);
    }
}

void InstanceRegistry::reload()
{
    auto valid = m_file.readValid();
    watch();
    if (!valid) {
        if (!m_settling.isActive())
            m_settling.start(kSettlingTime);
        return;
    }
    m_settling.stop();
    m_isFaultReported = false;
    take(std::move(*valid));
}

void InstanceRegistry::reportFault()
{
    const auto valid = m_file.readValid();
    if (valid)
        return reload();
    const QFileInfo file(m_file.fileName());
    const bool isThere = file.exists() || file.isSymLink();
    const bool isUnused = m_instances.empty() && !isThere;
    if (isUnused)
        return;
    // Otherwise the next addition by another process would create the file without the others.
    if (!m_instances.empty() && !isThere) {
        const auto written = m_file.writeIfMissing(m_instances);
        if (!written) {
            if (!std::exchange(m_isFaultReported, true))
                Q_EMIT noticeRaised(written.error().message);
            return;
        }
        Q_EMIT noticeRaised(u"%1 was missing; Lynceus wrote it again with the instances that it loaded before"_s.arg(
            m_file.fileName()));
        return reload();
    }
    if (std::exchange(m_isFaultReported, true))
        return;
    Q_EMIT noticeRaised(m_instances.empty() ? valid.error().message
                                            : u"%1; Lynceus keeps using the instances that it loaded before"_s.arg(
                                                valid.error().message));
}

void InstanceRegistry::take(std::vector<Instance> instances)
{
    const auto before = std::exchange(m_instances, std::move(instances));
    const auto now = m_instances; // copy: slots may change instances
    const auto known = byId(before);
    const auto kept = byId(now);
    for (const auto &old : before) {
        if (!kept.contains(old.id))
            Q_EMIT instanceRemoved(old.id);
    }
    for (const auto &instance : now) {
        const auto *old = known.value(instance.id);
        if (!old || *old != instance)
            Q_EMIT instanceChanged(instance);
    }
}

template<typename Change>
Result<void> InstanceRegistry::change(Change apply)
{
    auto stored = m_file.change(apply, m_instances);
    if (!stored)
        return tl::unexpected(stored.error());
    take(std::move(stored->instances));
    if (!stored->notice.isEmpty())
        Q_EMIT noticeRaised(stored->notice);
    watch();
    return {};
}

QString InstanceRegistry::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<void> InstanceRegistry::add(const Instance &instance)
{
    return addAll({instance});
}

Result<void> InstanceRegistry::addAll(const std::vector<Instance> &added)
{
    return change([&](std::vector<Instance> &instances) -> Result<void> {
        if (instances.size() + added.size() > kMostInstances)
            return badInput(u"this would be %1 instances; the maximum is %2"_s.arg(instances.size() + added.size())
                                .arg(kMostInstances));
        InstanceChecker checker(instances);
        for (const auto &instance : added) {
            auto checked = withItsFiles(checker.take(instance));
            if (!checked)
                return tl::unexpected(checked.error());
            instances.push_back(*checked);
        }
        return {};
    });
}

Result<QString> InstanceRegistry::save(const Instance &instance)
{
    if (instance.id.isEmpty()) {
        auto added = instance;
        added.id = newId();
        return add(added).map([&] { return added.id; });
    }
    const auto changed = change([&](std::vector<Instance> &instances) -> Result<void> {
        auto checked = withItsFiles(checkedInstance(instance, instances));
        if (!checked)
            return tl::unexpected(checked.error());
        const auto same = std::ranges::find(instances, instance.id, &Instance::id);
        if (same == instances.end())
            return tl::unexpected(noSuch(instance.id));
        *same = *checked;
        return {};
    });
    return changed.map([&] { return instance.id; });
}

Result<void> InstanceRegistry::rename(const QString &id, const QString &name)
{
    return change([&](std::vector<Instance> &instances) -> Result<void> {
        const auto found = std::ranges::find(instances, id, &Instance::id);
        if (found == instances.end())
            return tl::unexpected(noSuch(id));
        auto renamed = *found;
        renamed.name = name;
        auto checked = checkedInstance(renamed, instances);
        if (!checked)
            return tl::unexpected(checked.error());
        *found = *checked;
        return {};
    });
}

Result<Instance> InstanceRegistry::remove(const QString &id)
{
    Instance removed;
    const auto changed = change([&](std::vector<Instance> &instances) -> Result<void> {
        const auto found = std::ranges::find(instances, id, &Instance::id);
        if (found == instances.end())
            return tl::unexpected(noSuch(id));
        removed = *found;
        instances.erase(found);
        return {};
    });
    return changed.map([&] { return removed; });
}

QFuture<Result<InstanceProbe>> InstanceRegistry::probe(const Instance &instance, QObject *context)
{
    return probe(instance, {}, context);
}

QFuture<Result<InstanceProbe>> InstanceRegistry::probe(const Instance &instance, const InstanceSecrets &secrets,
                                                       QObject *context)
{
    auto access = secrets.headers.empty() ? accessWithoutSecrets(instance) : accessFor(instance, secrets);
    if (!access)
        return failed<InstanceProbe>(std::move(access.error()));
    auto *probe = new AddressProbe(std::move(*access), m_clock, context);
    auto future = probe->future();
    probe->start();
    return future;
}

QFuture<Result<UntrustedCertificate>> InstanceRegistry::certificate(const Instance &instance, QObject *context)
{
    if (instance.baseUrl.scheme() != "https"_L1)
        return failed<UntrustedCertificate>({Error::Kind::BadInput, instance.baseUrl.host(),
                                             u"http connections have no certificate; use https"_s, false, 0});
    auto access = accessWithoutSecrets(instance);
    if (!access)
        return failed<UntrustedCertificate>(std::move(access.error()));
    access->pinnedFingerprint.clear();
    auto *question = new AnonymousRequest(std::move(*access), versionPath(), m_clock, context);
    const auto promise = std::make_shared<AnswerPromise<Result<UntrustedCertificate>>>(context);
    connect(question, &AnonymousRequest::answered, question, [question, promise](const OpenAnswer &answer) {
        question->deleteLater();
        if (!answer.certificate.isNull())
            return promise->settle(shownCertificate(answer));
        promise->settle(tl::unexpected(
            answer.body ? Error{Error::Kind::Unreachable, {}, u"the server did not present a certificate"_s, true, 0}
                        : answer.body.error()));
    });
    question->ask();
    return promise->future();
}

QFuture<Result<UntrustedCertificate>> InstanceRegistry::certificate(const QUrl &baseUrl, QObject *context)
{
    Instance instance;
    const auto known = std::ranges::find(m_instances, baseUrl, &Instance::baseUrl);
    if (known != m_instances.end())
        instance = *known;
    instance.baseUrl = baseUrl;
    return certificate(instance, context);
}

} // namespace lynceus
