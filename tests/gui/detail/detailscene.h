#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

namespace lynceus::test {

/// An instance with one application and a failing release, including everything that the detail pane shows: a crashing
/// new pod beside two healthy old ones, a failed migration hook, logs, events, manifests, a commit and a timeline.
class DetailScene final
{
public:
    DetailScene();

    [[nodiscard]] FakeEngine &engine() { return m_engine; }
    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] const ApplicationKey &key() const { return m_key; }
    [[nodiscard]] FakeAnswers &answers() { return m_engine.answers(m_key); }

    [[nodiscard]] static ResourceKey crashingPod();
    [[nodiscard]] static ResourceKey deployment();
    /// The watch as the engine reports it. Change it and pass it to engine().putWatch().
    [[nodiscard]] WatchRecord watch() const;
    [[nodiscard]] std::vector<TimelineEntry> timeline() const;

private:
    void fillTree();
    void fillAnswers();
    [[nodiscard]] Instant at(int secondsAfterRegistration) const;

    FakeClock m_clock;
    FakeEngine m_engine;
    ApplicationKey m_key;
    Instant m_registered;
};

} // namespace lynceus::test
