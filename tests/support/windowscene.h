#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

namespace lynceus::test {

/// A working day as the drawings show it: three instances, thousands of applications, releases that fail, go on, wait
/// and are done. For pictures and for tests of the whole window.
class WindowScene final
{
public:
    /// @param applications in all; the drawings' own are among them.
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
