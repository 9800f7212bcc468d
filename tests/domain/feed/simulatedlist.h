#pragma once

#include "core/domain/feed/snapshot.h"

#include <deque>
#include <map>
#include <optional>
#include <random>

#include <gtest/gtest.h>

namespace lynceus::test {

/// Name and namespace with the fields that a list has, as text.
using ListedForm = std::map<std::string, std::string>;
[[nodiscard]] ListedForm listedForm(const Snapshot &snapshot);

/// A server whose applications come, change, go and come again under the same name, and the ways in which its list and
/// its stream reach a client: late, shuffled, twice, never.
class SimulatedList final
{
public:
    explicit SimulatedList(quint32 seed);

    [[nodiscard]] int random(int least, int most);

    /// Something happens to one application.
    void change();

    void askForList(Snapshot &snapshot);
    /// The answer to the last question, as it was when it was asked; nothing if there is none.
    void deliverList(Snapshot &snapshot);
    /// The next event, in the server's order; false if there is none.
    bool deliverNext(Snapshot &snapshot);
    /// Any of those that are under way, in any order, some twice, some lost.
    void deliverSomeEvents(Snapshot &snapshot);
    /// All that are left, in any order.
    void deliverRest(Snapshot &snapshot);

    [[nodiscard]] ListedForm listedForm() const;

private:
    struct List
    {
        std::vector<Application> applications;
        QString version;
    };

    [[nodiscard]] std::vector<Application> listed() const;
    void tell(ApplicationEvent::Type type, const Application &application);

    std::mt19937 m_random;
    std::map<QString, Application> m_applications;
    std::deque<ApplicationEvent> m_underWay;
    std::optional<List> m_list;
    int m_version = 100;
    int m_uid = 0;
};

} // namespace lynceus::test
