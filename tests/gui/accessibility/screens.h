#pragma once

#include "tests/gui/accessibility/completewindow.h"

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace lynceus::test {

struct Screen
{
    const char *name;
    bool isEmpty = false; ///< the first start, without instances
    std::function<void(CompleteWindow &)> open;
};

void PrintTo(const Screen &screen, std::ostream *out);

/// Every screen and dialog of the window, including empty ones.
[[nodiscard]] const std::vector<Screen> &screens();

/// The topmost dialog or command palette, otherwise the window itself.
[[nodiscard]] QWidget &front(MainWindow &window);

void closeDialogs(MainWindow &window);

/// Calls @p check for each of the six tabs of the detail pane, which shows a failing release.
void onEachDetailTab(const std::function<void(CompleteWindow &complete, QWidget &pane, const std::string &tab)> &check);

/// A screen's name as the parameter of a test: "add_an_instance_looked_at".
[[nodiscard]] std::string testName(const testing::TestParamInfo<Screen> &screen);

} // namespace lynceus::test
