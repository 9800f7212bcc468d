#include "core/engine/facade/locallogview.h"

using namespace Qt::StringLiterals;

namespace lynceus {

LocalLogView::LocalLogView(QObject *parent)
    : LogView(parent)
    , m_follower(std::make_shared<QPointer<LogFollower>>())
{ }

LocalLogView::~LocalLogView()
{
    close();
}

void LocalLogView::close()
{
    if (std::exchange(m_closed, true) || !m_thread)
        return;
    m_thread->post([follower = m_follower] { delete follower->data(); });
}

void LocalLogView::follow(const LogQuery &query, EngineThread &thread, const std::shared_ptr<EngineSlot> &engine,
                          const std::shared_ptr<QPointer<ViewSession>> &session)
{
    m_thread = &thread;
    const QPointer<LocalLogView> self(this); // dereferenced only in this thread
    const auto reportEnd = [self, home = &thread](const std::optional<Error> &error) {
        home->postHome([self, error] {
            if (self && !self->m_closed)
                Q_EMIT self->ended(error);
        });
    };
    thread.post([query, self, home = &thread, reportEnd, engine, session, follower = m_follower] {
        auto *viewed = session->data();
        auto *client = viewed ? engine->services->clients().client(viewed->key().instance) : nullptr;
        if (!client)
            return reportEnd(Error{Error::Kind::Unreachable, {}, u"the instance is paused"_s, false, 0});
        auto *opened = new LogFollower(client->access(), viewed->key(), viewed->project(), query,
                                       engine->services->clock(), viewed);
        *follower = opened;
        connect(opened, &LogFollower::ended, opened, reportEnd);
        connect(opened, &LogFollower::linesArrived, opened, [self, home](const std::vector<LogLine> &lines) {
            home->postHome([self, lines] {
                if (self && !self->m_closed)
                    Q_EMIT self->linesArrived(lines);
            });
        });
        opened->open();
    });
}

} // namespace lynceus
