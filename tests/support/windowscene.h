#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

namespace lynceus::test {

/// A typical working day as in the design: three instances, thousands of applications, releases that fail, progress,
/// wait and are done. For screenshots and tests of the whole window.
class WindowScene final
{
public:
    /// @param applications total number, including those of the design.
    explicit WindowScene(int applications = 60);

    [[nodiscard]] FakeEngine &engine() { return m_engine; }
    [[nodiscard]] FakeClock &clock() { return m_clock; }

private:
    void addInstances();
    void addApplications(int count);
    void addWatches();
    void addTree();

    FakeClock m_clock;
    FakeEngine m_engine{m_clock};
};

} // namespace lynceus::test
