#pragma once

namespace lynceus {

/// Raises the limit of open files and sockets to @p wanted, or as far as the system allows. Returns the new limit.
[[nodiscard]] int raiseDescriptorLimit(int wanted);

} // namespace lynceus
