#include "app/serve/tasks/taskenrolment.h"

#include "app/serve/answers/jsonreply.h"
#include "app/serve/instancehub.h"
#include "app/serve/taskjson.h"
#include "core/engine/tasks/taskregistry.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kRecheckAfter{500};

HttpReply shuttingDown()
{
    return problemReply(503, u"down"_s, u"this server is shutting down"_s);
}

} // namespace

TaskEnrolment::TaskEnrolment(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_hub(hub)
    , m_registry(registry)
    , m_clock(clock)
{
    connect(&hub, &InstanceHub::stateChanged, this, &TaskEnrolment::enrolHeld);
    connect(&m_holding, &QTimer::timeout, this, &TaskEnrolment::enrolHeld);
}

TaskEnrolment::~TaskEnrolment() = default;

HttpReply TaskEnrolment::add(Task task)
{
    if (m_isDraining)
        return shuttingDown();
    return m_hub.isStarting(task.app, task.instance) ? hold(std::move(task)) : enrol(std::move(task));
}

void TaskEnrolment::drain()
{
    m_isDraining = true;
    enrolHeld();
}

HttpReply TaskEnrolment::hold(Task task)
{
    if (m_held.size() >= kMostHeld)
        return problemReply(429, u"down"_s, u"too many new tasks are waiting for this server to start"_s);
    m_held.push_back({std::move(task), {}, m_clock.steady()});
    m_holding.start(kRecheckAfter);
    return m_held.back().reply.reply();
}

/// In the order of arrival: a newer task ends an older one.
void TaskEnrolment::enrolHeld()
{
    auto held = std::exchange(m_held, {});
    for (auto &one : held) {
        const bool mayWait = !m_isDraining && m_clock.steady() - one.since < kHoldAtMost;
        if (mayWait && m_hub.isStarting(one.task.app, one.task.instance)) {
            m_held.push_back(std::move(one));
            continue;
        }
        one.reply.settle(this, m_isDraining ? shuttingDown() : enrol(std::move(one.task)));
    }
    if (m_held.empty())
        m_holding.stop();
}

HttpReply TaskEnrolment::enrol(Task task)
{
    const auto asked = task.instance;
    const auto application = m_hub.find(task.app, asked);
    if (!application) {
        const bool isWrong = application.error().kind == Error::Kind::BadInput;
        if (application.error().kind != Error::Kind::NotFound)
            return problemReply(isWrong ? 406 : 503, isWrong ? u"invalid payload"_s : u"down"_s,
                                application.error().message);
    }
    const auto key = application.value_or(ApplicationKey{m_config.instances.front().name, {}, task.app});
    task.instance = key.instance;
    const auto watch = watchRequestOf(task, key, m_config.defaults);
    if (!watch)
        return problemReply(406, u"invalid payload"_s, watch.error().message);
    if (application) {
        if (const auto trouble = m_hub.troubleOf(key.instance); !trouble.isEmpty())
            return problemReply(503, u"down"_s,
                                u"Argo CD (instance %1) is unavailable: %2"_s.arg(key.instance, trouble));
    }
    const auto added = application ? m_registry.add(std::move(task), *watch)
                                   : m_registry.addGone(std::move(task), *watch, application.error().message);
    return replyWhen(added, this, [](const Result<Task> &registered) {
        if (registered)
            return jsonReply(202, QJsonObject{{u"id"_s, registered->id}, {u"status"_s, u"accepted"_s}});
        if (registered.error().kind == Error::Kind::NotAllowed)
            return problemReply(429, u"down"_s, registered.error().message);
        return databaseDownReply();
    });
}

} // namespace lynceus
