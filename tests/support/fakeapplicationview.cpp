#include "tests/support/fakeapplicationview.h"

#include "tests/support/fakeanswer.h"

namespace lynceus::test {

using namespace Qt::StringLiterals;

FakeLogView::FakeLogView(LogQuery query, QObject *parent)
    : LogView(parent)
    , m_query(std::move(query))
{ }

void FakeLogView::write(const std::vector<LogLine> &lines)
{
    Q_EMIT linesArrived(lines);
}

void FakeLogView::end(const std::optional<Error> &error)
{
    Q_EMIT ended(error);
}

FakeApplicationView::FakeApplicationView(ApplicationKey key, std::shared_ptr<const Application> application,
                                         std::shared_ptr<FakeAnswers> answers, std::shared_ptr<const bool> held,
                                         QObject *parent)
    : ApplicationView(parent)
    , m_key(std::move(key))
    , m_application(std::move(application))
    , m_answers(std::move(answers))
    , m_held(std::move(held))
{ }

void FakeApplicationView::reportApplication(std::shared_ptr<const Application> application)
{
    m_application = std::move(application);
    Q_EMIT applicationChanged();
}

void FakeApplicationView::reportTree()
{
    Q_EMIT treeChanged();
}

void FakeApplicationView::reportTrouble()
{
    Q_EMIT troubleChanged(m_answers->trouble);
}

QFuture<Result<std::vector<ResourceEvent>>> FakeApplicationView::events(const ResourceNode &resource, QObject *context)
{
    return answerLater(this, context, m_held, m_answers->events.value(resource.key));
}

QFuture<Result<std::vector<ResourceEvent>>> FakeApplicationView::applicationEvents(QObject *context)
{
    return answerLater(this, context, m_held, m_answers->applicationEvents);
}

QFuture<Result<Manifests>> FakeApplicationView::manifests(const ResourceNode &resource, QObject *context)
{
    return answerLater(this, context, m_held, m_answers->manifests.value(resource.key));
}

QFuture<Result<RevisionMetadata>> FakeApplicationView::commit(const QString &revision, QObject *context)
{
    const Result<RevisionMetadata> unknown =
        tl::unexpected(Error{Error::Kind::NotFound, u"GET revisions/%1/metadata"_s.arg(revision),
                             u"the revision is not known"_s, false, 404});
    return answerLater(this, context, m_held, m_answers->commits.value(revision, unknown));
}

LogView *FakeApplicationView::follow(const LogQuery &query, QObject *parent)
{
    auto *view = new FakeLogView(query, parent);
    auto *turn = new QTimer(view);
    connect(turn, &QTimer::timeout, view, [view, turn, held = m_held, answers = m_answers] {
        if (*held)
            return;
        turn->stop();
        const auto lines = answers->logs.value(view->query().pod + u'/' + view->query().container);
        if (!lines.empty())
            view->write(lines);
        if (answers->logError)
            view->end(answers->logError);
    });
    turn->start(0);
    return view;
}

QFuture<Result<QStringList>> FakeApplicationView::containers(const ResourceNode &pod, QObject *context)
{
    return answerLater(this, context, m_held,
                       Result<QStringList>(m_answers->containers.value(pod.key.name, {u"app"_s})));
}

} // namespace lynceus::test
