#pragma once

#include "core/domain/feed/snapshot.h"

#include <deque>
#include <map>
#include <optional>
#include <random>

#include <gtest/gtest.h>

namespace lynceus::test {

/// By name: the fields that a list has, as text.
using ListedForm = std::map<std::string, std::string>;
[[nodiscard]] ListedForm listedForm(const Snapshot &snapshot);

/// A server whose applications are created, changed, deleted and created again under the same name. Its list and its
/// events reach the client late, in another order, twice or never.
class SimulatedList final
{
public:
    explicit SimulatedList(quint32 seed);

    [[nodiscard]] int random(int least, int most);

    /// Creates, changes or deletes one application.
    void change();

    void askForList(Snapshot &snapshot);
    /// Delivers the answer to the last request, with the state at the time of the request. Does nothing if no request
    /// is open. @return true if it was doubtful.
    bool deliverList(Snapshot &snapshot);
    /// Delivers the next event in the server's order. @return false if there is none.
    bool deliverNext(Snapshot &snapshot);
    /// Delivers pending events in random order; some twice, some never.
    void deliverSomeEvents(Snapshot &snapshot);
    /// Delivers all pending events in random order.
    void deliverRest(Snapshot &snapshot);

    [[nodiscard]] ListedForm listedForm() const;

private:
    struct List
    {
        std::vector<Application> applications;
        QString version;
    };

    [[nodiscard]] std::vector<Application> listed() const;
    void report(ApplicationEvent::Type type, const Application &application);

    std::mt19937 m_random;
    std::map<QString, Application> m_applications;
    std::deque<ApplicationEvent> m_underWay;
    std::optional<List> m_list;
    int m_version = 100;
    int m_uid = 0;
};

} // namespace lynceus::test
