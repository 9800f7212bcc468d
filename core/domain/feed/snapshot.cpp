#include "core/domain/feed/snapshot.h"

#include <algorithm>

namespace lynceus {

namespace {

constexpr int kOlderListsThatCount = 2;

std::optional<quint64> versionNumber(const QString &text)
{
    bool isNumber = false;
    const auto number = text.toULongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool isSameObject(const Application &held, const Application &listed)
{
    if (!held.uid.isEmpty() && !listed.uid.isEmpty())
        return held.uid == listed.uid;
    return !held.createdAt || !listed.createdAt || held.createdAt == listed.createdAt;
}

void share(QString &text, const QString &known)
{
    if (text == known)
        text = known;
}

void share(std::vector<ApplicationSource> &sources, const std::vector<ApplicationSource> &known)
{
    for (std::size_t i = 0; i < std::min(sources.size(), known.size()); ++i) {
        share(sources[i].repoUrl, known[i].repoUrl);
        share(sources[i].path, known[i].path);
        share(sources[i].chart, known[i].chart);
        share(sources[i].targetRevision, known[i].targetRevision);
    }
}

/// An event has its own copies of unchanged texts, which with thousands of applications would need half as much memory
/// again. Replaces them by the known copies without changing values.
void shareTexts(Application &application, const Application &known)
{
    share(application.name, known.name);
    share(application.nameSpace, known.nameSpace);
    share(application.uid, known.uid);
    share(application.project, known.project);
    share(application.applicationSet, known.applicationSet);
    share(application.destinationNamespace, known.destinationNamespace);
    share(application.destinationCluster, known.destinationCluster);
    share(application.health.message, known.health.message);
    share(application.sources, known.sources);
    share(application.comparedSources, known.comparedSources);
    for (const auto lists : {&Application::revisions, &Application::summaryImages, &Application::externalUrls}) {
        if (application.*lists == known.*lists)
            application.*lists = known.*lists;
    }
    if (application.labels == known.labels)
        application.labels = known.labels; // keys cannot be replaced individually
    if (application.operationState && known.operationState) {
        auto &operation = *application.operationState;
        share(operation.message, known.operationState->message);
        share(operation.initiatedBy, known.operationState->initiatedBy);
        share(operation.sources, known.operationState->sources);
        for (const auto lists : {&OperationState::requestedRevisions, &OperationState::resultRevisions}) {
            if (operation.*lists == (*known.operationState).*lists)
                operation.*lists = (*known.operationState).*lists;
        }
    }
}

/// Adds to a listed application what lists lack, from what is known of the same object.
Application completed(const Application &held, Application listed)
{
    if (!isSameObject(held, listed))
        return listed;
    if (listed.uid.isEmpty())
        listed.uid = held.uid;
    if (listed.resourceVersion.isEmpty())
        listed.resourceVersion = held.resourceVersion;
    if (listed.revisions.isEmpty())
        listed.revisions = held.revisions;
    if (listed.sources.empty())
        listed.sources = held.sources;
    if (!listed.reconciledAt)
        listed.reconciledAt = held.reconciledAt;
    const auto &known = held.operationState;
    auto &listedState = listed.operationState;
    if (known && listedState && known->phase == listedState->phase && known->startedAt == listedState->startedAt
        && known->finishedAt == listedState->finishedAt)
        listedState = known;
    return listed;
}

/// Its version changes with every reconciliation, which alone is not listedState.
bool saysTheSame(const Application &left, const Application &right)
{
    const auto mask = changedFields(left, right);
    if (mask != static_cast<FieldMask>(ApplicationField::Other))
        return mask == 0;
    return left.externalUrls == right.externalUrls && left.destinationNamespace == right.destinationNamespace
        && left.destinationCluster == right.destinationCluster;
}

bool keyBefore(const ApplicationKey &left, const ApplicationKey &right)
{
    const int byNamespace = left.nameSpace.compare(right.nameSpace);
    return byNamespace != 0 ? byNamespace < 0 : left.name < right.name;
}

} // namespace

Snapshot::Snapshot(QString instance)
    : m_instance(std::move(instance))
{ }

ApplicationKey Snapshot::keyOf(const Application &application) const
{
    return {m_instance, application.nameSpace, application.name};
}

ChangeSet Snapshot::takeCached(std::vector<ApplicationEntry> applications)
{
    Q_ASSERT(m_held.isEmpty());
    m_held.reserve(static_cast<qsizetype>(applications.size()));
    for (const auto &entry : applications)
        m_held[entry.key].application = entry.application;
    m_size = static_cast<int>(m_held.size());
    m_listed = m_held.size();
    ChangeSet changes;
    changes.instance = m_instance;
    changes.fromCache = true;
    changes.inserted = std::move(applications);
    return changes;
}

void Snapshot::listAsked()
{
    m_sinceAsked.clear();
    m_asked = true;
}

void Snapshot::set(const ApplicationKey &key, Held &held, Shared application)
{
    const auto same = held.application == application
        || (held.application && application && saysTheSame(*held.application, *application));
    if (same)
        return;
    if (!m_before.contains(key))
        m_before.insert(key, held.application);
    m_size += (application ? 1 : 0) - (held.application ? 1 : 0);
    held.application = std::move(application);
}

bool Snapshot::isNewerThanList(const Held &held, std::optional<quint64> listVersion, const ApplicationKey &key) const
{
    if (held.version && listVersion)
        return *held.version > *listVersion;
    return m_sinceAsked.contains(key); // without versions, what arrived later is newer
}

Snapshot::Taken Snapshot::takeList(std::vector<Application> applications, const QString &resourceVersion, bool complete)
{
    const auto version = versionNumber(resourceVersion);
    if (version && m_listVersion && *version < *m_listVersion) {
        if (++m_olderLists < kOlderListsThatCount)
            return Taken::Older;
        forgetVersions();
    }
    m_olderLists = 0;
    bool doubtful = false;
    QSet<ApplicationKey> listed;
    listed.reserve(static_cast<qsizetype>(applications.size()));
    m_held.reserve(static_cast<qsizetype>(applications.size()));
    for (auto &application : applications) {
        listed.insert(keyOf(application));
        takeListed(std::move(application), version, doubtful);
    }
    if (complete)
        removeUnlisted(listed, version, doubtful);
    m_listed = listed.size();
    m_listVersion = version;
    m_listVersionText = resourceVersion;
    m_sinceAsked.clear();
    m_asked = false;
    return doubtful ? Taken::Doubtful : Taken::Applied;
}

void Snapshot::takeListed(Application application, std::optional<quint64> version, bool &doubtful)
{
    const auto key = keyOf(application);
    auto &held = m_held[key];
    if (isNewerThanList(held, version, key))
        return;
    const auto known = held.application;
    if (known)
        application = completed(*known, std::move(application));
    const bool isSame = known && saysTheSame(*known, application);
    if (!isSame && m_sinceAsked.contains(key)) {
        doubtful = true;
        return;
    }
    held.version.reset();
    m_deleted.remove(key);
    if (isSame)
        return;
    if (known)
        shareTexts(application, *known);
    set(key, held, std::make_shared<const Application>(std::move(application)));
}

void Snapshot::removeUnlisted(const QSet<ApplicationKey> &listed, std::optional<quint64> version, bool &doubtful)
{
    for (auto at = m_held.begin(); at != m_held.end();) {
        if (listed.contains(at.key()) || isNewerThanList(*at, version, at.key())) {
            ++at;
            continue;
        }
        if (at->application && m_sinceAsked.contains(at.key())) {
            doubtful = true;
            ++at;
            continue;
        }
        set(at.key(), *at, nullptr);
        m_deleted.remove(at.key());
        at = m_held.erase(at);
    }
}

void Snapshot::forgetVersions()
{
    for (auto &held : m_held)
        held.version.reset();
    m_listVersion.reset();
    m_sinceAsked.clear();
}

bool Snapshot::isOutdated(const ApplicationEvent &event, const ApplicationKey &key, const Held &held,
                          std::optional<quint64> version) const
{
    const auto &uid = event.application.uid;
    const bool deletes = event.type == ApplicationEvent::Type::Deleted;
    if (!held.application)
        return (version && held.version && *version <= *held.version)
            || (!uid.isEmpty() && m_deleted.value(key) == uid);
    const auto &heldUid = held.application->uid;
    const bool known = !uid.isEmpty() && !heldUid.isEmpty();
    if (deletes && known && uid == heldUid)
        return false; // some servers send the previous version
    if (version && held.version)
        return *version <= *held.version;
    return deletes && known; // of the previous object
}

void Snapshot::takeEvent(ApplicationEvent event)
{
    auto &application = event.application;
    const auto key = keyOf(application);
    const auto version = versionNumber(application.resourceVersion);
    const auto known = m_held.constFind(key);
    const bool isAsInList = known == m_held.constEnd() || !known->version;
    if (version && m_listVersion && *version <= *m_listVersion && isAsInList)
        return;
    if (known != m_held.constEnd() && isOutdated(event, key, *known, version))
        return;
    if (known == m_held.constEnd() && m_held.size() - m_listed >= kMostUnlisted)
        return;
    auto &held = m_held[key];
    if (m_asked)
        m_sinceAsked.insert(key);
    held.version = version;
    if (event.type == ApplicationEvent::Type::Deleted) {
        m_deleted.insert(key, application.uid);
        return set(key, held, nullptr);
    }
    m_deleted.remove(key);
    if (held.application) {
        // The list only contains requested fields, and no application is without a source.
        if (application.sources.empty() && isSameObject(*held.application, application))
            application.sources = held.application->sources;
        shareTexts(application, *held.application);
    }
    set(key, held, std::make_shared<const Application>(std::move(application)));
}

void Snapshot::forget()
{
    for (auto at = m_held.begin(); at != m_held.end(); ++at)
        set(at.key(), *at, nullptr);
    m_held.clear();
    m_deleted.clear();
    m_listed = 0;
    m_listVersion.reset();
    m_listVersionText.clear();
    m_sinceAsked.clear();
    m_olderLists = 0;
    m_asked = false;
}

ChangeSet Snapshot::takeChanges()
{
    ChangeSet changes;
    changes.instance = m_instance;
    for (auto at = m_before.cbegin(); at != m_before.cend(); ++at) {
        const auto &before = *at;
        const auto now = find(at.key());
        if (before && !now)
            changes.removed.push_back(at.key());
        else if (!before && now)
            changes.inserted.push_back({at.key(), now});
        else if (before && now && !saysTheSame(*before, *now))
            changes.changed.push_back({{at.key(), now}, changedFields(*before, *now)});
    }
    m_before.clear();
    std::ranges::sort(changes.removed, keyBefore);
    std::ranges::sort(changes.inserted, keyBefore, &ApplicationEntry::key);
    std::ranges::sort(changes.changed, [](const ChangeSet::Changed &left, const ChangeSet::Changed &right) {
        return keyBefore(left.entry.key, right.entry.key);
    });
    return changes;
}

std::shared_ptr<const Application> Snapshot::find(const ApplicationKey &key) const
{
    const auto held = m_held.constFind(key);
    return held == m_held.constEnd() ? nullptr : held->application;
}

std::vector<ApplicationEntry> Snapshot::entries() const
{
    std::vector<ApplicationEntry> all;
    all.reserve(static_cast<std::size_t>(m_size));
    for (auto at = m_held.cbegin(); at != m_held.cend(); ++at) {
        if (at->application)
            all.push_back({at.key(), at->application});
    }
    return all;
}

} // namespace lynceus
