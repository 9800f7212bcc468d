#pragma once

#include "core/domain/model/application.h"

#include <vector>

namespace lynceus {

/// An application in a list, with its instance.
struct ListedApplication
{
    const Application *application = nullptr;
    QString instance;
};
using ApplicationRows = std::vector<ListedApplication>;

} // namespace lynceus
