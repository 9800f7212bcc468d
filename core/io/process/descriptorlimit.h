#pragma once

namespace lynceus {

/// Allows this process @p wanted open files and sockets, or as many as the system lets it have. The result is how many
/// it may have now.
[[nodiscard]] int raiseDescriptorLimit(int wanted);

} // namespace lynceus
