#pragma once

#include "core/domain/model/application.h"

#include <vector>

namespace lynceus {

/// An application of a list, and which instance it is from.
struct ListedApplication
{
    const Application *application = nullptr;
    QString instance;
};
using ApplicationRows = std::vector<ListedApplication>;

} // namespace lynceus
