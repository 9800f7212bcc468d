#pragma once

#include <QTemporaryDir>

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

/// Makes each warning of Qt a failure of the test in which it comes, and runs them.
[[nodiscard]] int runTests(int argc, char **argv);

} // namespace lynceus::test
