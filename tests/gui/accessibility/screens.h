#pragma once

#include "tests/gui/accessibility/whole.h"

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace lynceus::test {

struct Screen
{
    const char *name;
    bool isEmpty = false; ///< a person's first start
    std::function<void(Whole &)> open;
};

void PrintTo(const Screen &screen, std::ostream *out);

/// Every screen and dialog of the window, also with nothing in it.
[[nodiscard]] const std::vector<Screen> &screens();

/// What lies over the window, else the window itself.
[[nodiscard]] QWidget &front(MainWindow &window);

void closeDialogs(MainWindow &window);

/// The window with a failing release in its detail pane, on each of the six tabs in turn.
void onEachDetailTab(const std::function<void(Whole &whole, QWidget &pane, const std::string &tab)> &look);

/// Of a screen as a test's parameter: "add_an_instance_looked_at".
[[nodiscard]] std::string testName(const testing::TestParamInfo<Screen> &screen);

} // namespace lynceus::test
