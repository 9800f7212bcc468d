#pragma once

#include "tests/gui/accessibility/whole.h"

#include <functional>
#include <iosfwd>
#include <vector>

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

} // namespace lynceus::test
