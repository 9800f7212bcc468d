#include "core/engine/facade/localapplicationview.h"

#include "core/engine/facade/locallogview.h"
#include "core/engine/views/viewquestions.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Error closing()
{
    return {Error::Kind::Cancelled, {}, u"Lynceus is quitting"_s, false, 0};
}

} // namespace

LocalApplicationView::LocalApplicationView(ApplicationKey key, EngineThread &thread, std::shared_ptr<EngineSlot> engine,
                                           QObject *parent)
    : ApplicationView(parent)
    , m_key(std::move(key))
    , m_thread(&thread)
    , m_engine(std::move(engine))
    , m_session(std::make_shared<QPointer<ViewSession>>())
{
    open();
}

LocalApplicationView::~LocalApplicationView()
{
    if (m_thread)
        m_thread->post([session = m_session] { delete session->data(); });
}

void LocalApplicationView::open()
{
    const QPointer<LocalApplicationView> self(this); // dereferenced only in this thread
    auto *home = m_thread.data();
    m_thread->post([self, home, session = m_session, engine = m_engine, key = m_key] {
        auto *opened = engine->services->openView(key);
        *session = opened;
        QObject::connect(opened, &ViewSession::applicationRead, opened,
                         [self, home](const std::shared_ptr<const Application> &application) {
                             home->postHome([self, application] {
                                 if (!self)
                                     return;
                                 self->m_application = application;
                                 Q_EMIT self->applicationChanged();
                             });
                         });
        QObject::connect(opened, &ViewSession::treeRead, opened,
                         [self, home](const std::shared_ptr<const ResourceTree> &tree) {
                             home->postHome([self, tree] {
                                 if (!self)
                                     return;
                                 self->m_tree = tree;
                                 Q_EMIT self->treeChanged();
                             });
                         });
        QObject::connect(opened, &ViewSession::troubleChanged, opened,
                         [self, home](const std::optional<Error> &trouble) {
                             home->postHome([self, trouble] {
                                 if (self)
                                     Q_EMIT self->troubleChanged(trouble);
                             });
                         });
        opened->start();
    });
}

template<typename T, typename Question>
QFuture<Result<T>> LocalApplicationView::ask(QObject *context, Question question)
{
    if (!m_thread)
        return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(closing())));
    return m_thread->ask<Result<T>>(
        context, tl::unexpected(closing()),
        [question, session = m_session, engine = m_engine](QObject *requests,
                                                           const EngineThread::Reply<Result<T>> &reply) {
            const auto *asked = session->data();
            auto *client = asked ? engine->services->clients().client(asked->key().instance) : nullptr;
            if (!client)
                return reply(
                    tl::unexpected(Error{Error::Kind::Unreachable, {}, u"the instance is paused"_s, false, 0}));
            question(ViewedApplication{*client, asked->key(), asked->project(), asked->application(),
                                       engine->services->commits()},
                     requests, reply);
        });
}

QFuture<Result<std::vector<ResourceEvent>>> LocalApplicationView::events(const ResourceNode &resource, QObject *context)
{
    return ask<std::vector<ResourceEvent>>(
        context, [resource](const ViewedApplication &viewed, QObject *requests, const auto &reply) {
            askEvents(viewed, resource, requests, reply);
        });
}

QFuture<Result<std::vector<ResourceEvent>>> LocalApplicationView::applicationEvents(QObject *context)
{
    return ask<std::vector<ResourceEvent>>(context,
                                           [](const ViewedApplication &viewed, QObject *requests, const auto &reply) {
                                               askApplicationEvents(viewed, requests, reply);
                                           });
}

QFuture<Result<Manifests>> LocalApplicationView::manifests(const ResourceNode &resource, QObject *context)
{
    return ask<Manifests>(context, [resource](const ViewedApplication &viewed, QObject *requests, const auto &reply) {
        askManifests(viewed, resource, requests, reply);
    });
}

QFuture<Result<RevisionMetadata>> LocalApplicationView::commit(const QString &revision, QObject *context)
{
    return ask<RevisionMetadata>(context,
                                 [revision](const ViewedApplication &viewed, QObject *requests, const auto &reply) {
                                     askCommit(viewed, revision, requests, reply);
                                 });
}

QFuture<Result<QStringList>> LocalApplicationView::containers(const ResourceNode &pod, QObject *context)
{
    return ask<QStringList>(context, [pod](const ViewedApplication &viewed, QObject *requests, const auto &reply) {
        askContainers(viewed, pod, requests, reply);
    });
}

LogView *LocalApplicationView::follow(const LogQuery &query, QObject *parent)
{
    auto *view = new LocalLogView(parent);
    if (m_thread)
        view->follow(query, *m_thread, m_engine, m_session);
    connect(this, &QObject::destroyed, view, &LocalLogView::close);
    return view;
}

} // namespace lynceus
