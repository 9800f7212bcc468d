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

/// Registers new tasks: finds the application that each is about, and has it watched. Until it is known after a start
/// which applications there are, tasks wait, in the order in which they came.
class TaskEnrolment final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostHeld = 1'000; ///< that wait at once; more are rejected
    /// An instance that has neither answered nor failed until then is slow.
    static constexpr Duration kHoldAtMost{10'000};

    /// All outlive this.
    TaskEnrolment(const ServeConfig &config, InstanceHub &hub, TaskRegistry &registry, const Clock &clock,
                  QObject *parent = nullptr);
    ~TaskEnrolment() override;

    /// The response to the one who registers @p task, of which all is set that the request says.
    [[nodiscard]] HttpReply add(Task task);
    /// From now on no task is accepted, nor any that waits.
    void drain();

private:
    struct Held
    {
        Task task;
        PendingReply reply;
        Duration since; ///< steady
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
