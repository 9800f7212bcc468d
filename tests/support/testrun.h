#pragma once

#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace lynceus::test {

/// A separate home folder for tests. Create it before the application object: Qt reads the environment then.
class TestHome final
{
public:
    TestHome();
    TestHome(const TestHome &) = delete;
    TestHome &operator=(const TestHome &) = delete;
    ~TestHome();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// State that a test left in the process and that could affect the next test, one line each; called after each test.
using Leftovers = std::function<QStringList()>;

/// Runs the tests. A test fails if Qt prints a warning, or if the test changes the environment, the current folder, the
/// message handler or @p leftovers. The home is emptied after each test.
[[nodiscard]] int runTests(int argc, char **argv, Leftovers leftovers = {});

} // namespace lynceus::test
