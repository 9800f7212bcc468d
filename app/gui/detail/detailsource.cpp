#include "app/gui/detail/detailsource.h"

#include "core/domain/teamserver/cutevidence.h"
#include "core/domain/teamserver/taskwatch.h"

#include <algorithm>

namespace lynceus {

DetailSource::DetailSource(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connectEngine();
    listenToTeamServers();
}

DetailSource::~DetailSource()
{
    delete m_view;
}

void DetailSource::connectEngine()
{
    connect(&m_engine, &Engine::instanceChanged, this, [this](const InstanceState &state) {
        if (m_subject && m_own && m_own->instance == state.instance.id)
            return renew(); // the instance may have been renamed
        if (!m_subject || m_subject->application.instance != state.instance.id)
            return;
        const bool isNew = !m_subject->instance;
        m_subject->instance = state.instance;
        if (isNew)
            openView();
        renew();
    });
    connect(&m_engine, &Engine::instanceRemoved, this, [this](const QString &id) {
        if (m_subject && m_own && m_own->instance == id)
            return forgetOwn();
        if (!m_subject || m_subject->application.instance != id)
            return;
        m_subject->instance.reset();
        closeView();
        m_isRefused = true;
        renew();
    });
    connect(&m_engine, &Engine::watchChanged, this, [this](const WatchRecord &watch) {
        if (!m_subject || !m_subject->watch || m_subject->watch->id != watch.id)
            return;
        m_subject->watch = watch;
        renew();
    });
}

void DetailSource::listenToTeamServers()
{
    connect(&m_engine, &Engine::serverTasksChanged, this, [this](const ServerTaskChanges &changes) {
        const auto place = taskPlace();
        if (!place || place->server != changes.server)
            return;
        for (const auto &task : changes.tasks) {
            if (task.id != place->task)
                continue;
            m_subject->watch = watchOf(task, changes.server);
            m_engine.readTaskVerdict(place->server, place->task);
            renew();
        }
    });
    connect(&m_engine, &Engine::applicationsChanged, this, [this](const ChangeSet &changes) {
        const auto place = taskPlace();
        if (!place || m_own || !m_isInView)
            return;
        const auto isIts = [this](const ApplicationEntry &entry) {
            return entry.key.name == m_subject->application.name;
        };
        if (std::ranges::any_of(changes.inserted, isIts))
            findOwn(*place); // its instance was not read before
    });
    connect(&m_engine, &Engine::teamServerRemoved, this, [this](const QString &id) {
        const auto place = taskPlace();
        if (!place || place->server != id)
            return;
        m_subject->instance.reset();
        renew();
    });
}

std::optional<TaskPlace> DetailSource::taskPlace() const
{
    return m_subject && m_subject->watch ? taskPlaceOf(m_subject->watch->id) : std::nullopt;
}

bool DetailSource::isAbout(const DetailSubject &subject) const
{
    return m_subject && m_subject->application == subject.application
        && m_subject->watch.has_value() == subject.watch.has_value()
        && (!subject.watch || m_subject->watch->id == subject.watch->id);
}

void DetailSource::begin(DetailSubject subject)
{
    clear();
    if (const auto *state = m_engine.state().instance(subject.application.instance))
        subject.instance = state->instance;
    else if (const auto *server = m_engine.state().teamServer(subject.application.instance))
        subject.instance = server->server.place;
    m_subject = std::move(subject);
    m_own.reset();
    m_recordedCommit.reset();
    m_commitRevision.clear();
    m_isRefused = false;
    openView();
    renew();
    askForEta();
}

void DetailSource::takeWatch(const std::optional<WatchRecord> &watch)
{
    m_subject->watch = watch;
    renew();
}

void DetailSource::clear()
{
    closeView();
    m_subject.reset();
}

void DetailSource::setInView(bool isInView)
{
    m_isInView = isInView;
    if (!isInView)
        return closeView();
    if (!m_subject || m_view)
        return;
    openView();
    renew();
}

void DetailSource::tryAgain()
{
    const auto instance = viewedSubject().application.instance;
    m_subject->trouble.reset();
    m_engine.retry(instance);
    closeView();
    openView();
    renew();
}

void DetailSource::renew()
{
    if (m_view && m_view->application())
        m_subject->live = m_view->application();
    const auto place = taskPlace();
    const auto *task = place ? m_engine.state().serverTask(place->server, place->task) : nullptr;
    m_subject->isEvidenceCut = task && task->verdict && isEvidenceCut(*task->verdict);
    matchCommit();
    askForCommit();
    Q_EMIT changed();
}

void DetailSource::openView()
{
    if (!m_subject || m_view || !m_isInView)
        return;
    const auto place = taskPlace();
    if (place && !m_own)
        return findOwn(*place); // decides whether there is a view
    m_view = m_engine.openView(m_own.value_or(m_subject->application), this);
    m_isRefused = m_view.isNull();
    if (m_view) {
        connect(m_view, &ApplicationView::applicationChanged, this, &DetailSource::renew);
        connect(m_view, &ApplicationView::treeChanged, this, &DetailSource::treeChanged);
        connect(m_view, &ApplicationView::troubleChanged, this, [this](const std::optional<Error> &trouble) {
            m_subject->trouble = trouble;
            Q_EMIT troubleChanged();
        });
    }
    Q_EMIT viewOpened();
}

void DetailSource::closeView()
{
    Q_EMIT viewClosing();
    delete m_view;
    m_askedRevision.clear(); // an open request ends with its view
    if (m_subject)
        m_subject->trouble.reset(); // the next view reports it again
}

DetailSubject DetailSource::viewedSubject() const
{
    auto subject = *m_subject;
    if (m_own) {
        subject.application = *m_own;
        const auto *state = m_engine.state().instance(m_own->instance);
        subject.instance = state ? std::optional(state->instance) : std::nullopt;
    }
    return subject;
}

/// Opens a view of the task's application if exactly one configured instance has it.
void DetailSource::findOwn(const TaskPlace &place)
{
    m_engine.readTaskVerdict(place.server, place.task);
    m_engine.applicationOf(place.server, place.task, this)
        .then(this, [this, place](const std::optional<ApplicationKey> &own) {
            if (taskPlace() != place || m_own)
                return;
            if (own) {
                m_own = own;
                openView();
                askForEta();
            } else if (!m_isRefused) {
                m_isRefused = true;
            } else {
                return;
            }
            renew();
            if (m_isRefused)
                Q_EMIT viewRefused();
        });
}

/// Called when the instance with the task's application was removed; another instance may have it.
void DetailSource::forgetOwn()
{
    closeView();
    m_own.reset();
    m_isRefused = true;
    renew();
    Q_EMIT viewRefused();
    openView();
}

/// Shows a commit only with its revision. A record names no revision for its commit: a commit that is new in the record
/// belongs to the revision of that moment.
void DetailSource::matchCommit()
{
    const auto revision = m_subject->revision();
    const auto recorded = m_subject->watch ? m_subject->watch->commit : std::nullopt;
    if (recorded && recorded != m_recordedCommit) {
        m_recordedCommit = recorded;
        m_subject->commit = recorded;
        m_commitRevision = revision;
    } else if (m_commitRevision != revision) {
        m_subject->commit.reset();
    }
}

/// Requested once per revision and view, and again after an error that may pass; the record of a watch may already
/// include the commit.
void DetailSource::askForCommit()
{
    const auto revision = m_subject->revision();
    if (!m_view || m_subject->commit || revision.isEmpty() || m_askedRevision == revision)
        return;
    m_askedRevision = revision;
    m_view->commit(revision, m_view).then(this, [this, revision](const Result<RevisionMetadata> &commit) {
        if (!commit && commit.error().retryable && m_askedRevision == revision)
            m_askedRevision.clear(); // the next change requests it again
        if (!commit || !m_subject || m_subject->revision() != revision)
            return; // a Helm chart version has no commit: show only the revision
        m_subject->commit = *commit;
        m_commitRevision = revision;
        Q_EMIT completed();
    });
}

void DetailSource::askForEta()
{
    if (!m_subject->watch || m_subject->watch->isOver() || (taskPlace() && !m_own))
        return;
    m_engine.eta(m_own.value_or(m_subject->application), this)
        .then(this, [this, id = m_subject->watch->id](const std::optional<Eta> &eta) {
            if (!eta || !m_subject || !m_subject->watch || m_subject->watch->id != id)
                return;
            m_subject->eta = eta;
            Q_EMIT completed();
        });
}

} // namespace lynceus
