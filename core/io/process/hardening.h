#pragma once

namespace lynceus {

/// Disables core dumps and access to our memory by other processes of the same user, because it contains tokens.
void hardenProcess();

} // namespace lynceus
