#pragma once

#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace lynceus::test {

/// A home of the tests' own. To be made before the application object: Qt reads the environment then.
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

/// What a test left in the process that the next test would meet, one line each; asked after each test.
using Leftovers = std::function<QStringList()>;

/// Runs the tests. Each warning of Qt is a failure of the test in which it comes; so is a test that leaves the
/// environment, the current folder, the message handler or @p leftovers changed. The home is emptied after each test.
[[nodiscard]] int runTests(int argc, char **argv, Leftovers leftovers = {});

} // namespace lynceus::test
