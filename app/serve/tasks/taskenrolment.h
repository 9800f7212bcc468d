#pragma once

#include "app/serve/answers/pendingreply.h"
#include "core/domain/tasks/task.h"
#include "core/io/clock.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace lynceus {

class InstanceHub;
class TaskRegistry;
struct ServeConfig;

/// Registers new tasks: finds the application of each task and adds a watch. After a start, tasks wait in order until
/// the applications are known.
class TaskEnrolment final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostHeld = 1'000; ///< waiting tasks; more are rejected
    /// An instance that has neither responded nor failed by then counts as slow.
    static constexpr Duration kHoldAtMost{10'000};

    /// All must outlive this.
    TaskEnrolment(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, const Clock &clock,
                  QObject *parent = nullptr);
    ~TaskEnrolment() override;

    /// The response to the client that registers @p task, which has all fields of the request.
    [[nodiscard]] HttpReply add(Task task);
    /// Rejects new and waiting tasks from now on.
    void drain();

private:
    struct Held
    {
        Task task;
        PendingReply reply;
        Duration since; ///< steady time
    };

    [[nodiscard]] HttpReply hold(Task task);
    void enrolHeld();
    [[nodiscard]] HttpReply enrol(Task task);

    const ServeConfig &m_config;
    InstanceHub &m_hub;
    TaskRegistry &m_registry;
    const Clock &m_clock;
    std::vector<Held> m_held;
    QTimer m_holding;
    bool m_isDraining = false;
};

} // namespace lynceus
