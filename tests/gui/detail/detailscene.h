#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

namespace lynceus::test {

/// An instance with one application whose release fails, all that the detail pane shows of it included: a crashing new
/// pod beside two healthy old ones, a failed migration hook, logs, events, manifests, a commit and a timeline.
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
    /// As the engine tells it; change and hand it to engine().putWatch().
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
